// title: Persons as columns
// purpose: Every record of this kind, valid or not, one list of values each.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, start_date, end_date, name, function,
//   organization_id, sector, asked
// columns: rows
MATCH (r:Person {network: $network})
RETURN collect([
  r.id, r.version, r.identifiers, r.source, r.attributes, r.start_date, r.end_date, r.name,
  r.function, r.organization_id, r.sector, r.asked
]) AS rows
