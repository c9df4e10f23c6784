// title: Relationships WORKS_ON by id
// purpose: Properties and the ids of both ends.
// access: read
// parameters:
//   network: text
//   ids: texts
// columns: properties, source_id, target_id
UNWIND $ids AS id
MATCH (a)-[r:WORKS_ON {network: $network, id: id}]->(b)
USING INDEX SEEK r:WORKS_ON(network, id)
RETURN properties(r) AS properties, a.id AS source_id, b.id AS target_id
ORDER BY r.id
