// title: Relationships MEMBER_OF by id
// purpose: Properties and the ids of both ends.
// access: read
// parameters:
//   network: text
//   ids: texts
// columns: properties, source_id, target_id
UNWIND $ids AS id
MATCH (a)-[r:MEMBER_OF {network: $network, id: id}]->(b)
USING INDEX SEEK r:MEMBER_OF(network, id)
RETURN properties(r) AS properties, a.id AS source_id, b.id AS target_id
ORDER BY r.id
