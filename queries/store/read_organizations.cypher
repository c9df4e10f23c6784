// title: Organisations and bodies as columns
// purpose: Every record of this kind, valid or not, one list of values each.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, start_date, end_date, name, short_name,
//   classification, sector, territory, parent_id, successor_id, asked, meets, level, status,
//   purpose, functions, competence, legal_basis, meetings_per_year, chair_rotation,
//   target_groups, coordination
// columns: rows
MATCH (r:Organization {network: $network})
RETURN collect([
  r.id, r.version, r.identifiers, r.source, r.attributes, r.start_date, r.end_date, r.name,
  r.short_name, r.classification, r.sector, r.territory, r.parent_id, r.successor_id, r.asked,
  r.meets, r.level, r.status, r.purpose, r.functions, r.competence, r.legal_basis,
  r.meetings_per_year, r.chair_rotation, r.target_groups, r.coordination
]) AS rows
