// title: Exchange ties as columns
// purpose: Every record of this kind, valid or not, one list of values each.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, start_date, end_date, source_id,
//   target_id, contacts_per_year, irregular, channel, topic_ids, reported_by_id,
//   reported_at, confirmed
// columns: rows
MATCH (a)-[r:EXCHANGES_WITH {network: $network}]->(b)
USING INDEX SEEK r:EXCHANGES_WITH(network, id)
WHERE r.id IS NOT NULL
RETURN collect([
  r.id, r.version, r.identifiers, r.source, r.attributes, r.start_date, r.end_date, a.id, b.id,
  r.contacts_per_year, r.irregular, r.channel, r.topic_ids, r.reported_by_id, r.reported_at,
  r.confirmed
]) AS rows
