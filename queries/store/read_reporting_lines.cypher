// title: Reporting lines as columns
// purpose: Every record of this kind, valid or not, one list of values each.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, start_date, end_date, sender_id,
//   receiver_id, returns_decisions, within_house, form
// columns: rows
MATCH (a)-[r:REPORTS_TO {network: $network}]->(b)
USING INDEX SEEK r:REPORTS_TO(network, id)
WHERE r.id IS NOT NULL
RETURN collect([
  r.id, r.version, r.identifiers, r.source, r.attributes, r.start_date, r.end_date, a.id, b.id,
  r.returns_decisions, r.within_house, r.form
]) AS rows
