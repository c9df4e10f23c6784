// title: Marks of findings as columns
// purpose: Every record of this kind, one list of values each.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, finding_id, finding_kind, status, note, data,
//   marked_by, marked_at
// columns: rows
MATCH (r:FindingMark {network: $network})
RETURN collect([
  r.id, r.version, r.identifiers, r.source, r.attributes, r.finding_id, r.finding_kind, r.status,
  r.note, r.data, r.marked_by, r.marked_at
]) AS rows
