// title: Cooperations as columns
// purpose: Every record of this kind, valid or not, one list of values each.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, start_date, end_date, name, aim,
//   party_ids, decided_by_id, decided_at, carried_by_id
// columns: rows
MATCH (r:Cooperation {network: $network})
RETURN collect([
  r.id, r.version, r.identifiers, r.source, r.attributes, r.start_date, r.end_date, r.name,
  r.aim, r.party_ids, r.decided_by_id, r.decided_at, r.carried_by_id
]) AS rows
