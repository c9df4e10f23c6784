// title: What refers to records by a relationship
// purpose: Every relationship at the given records, with its id, or none where a field of the
//   other record made it.
// access: read
// parameters:
//   network: text
//   ids: texts
// columns: id, type, outgoing, tie_id, other_id
UNWIND $ids AS id
MATCH (r:Record {network: $network, id: id})
USING INDEX SEEK r:Record(network, id)
MATCH (r)-[tie]-(other)
RETURN id, type(tie) AS type, startNode(tie) = r AS outgoing, tie.id AS tie_id,
  other.id AS other_id
ORDER BY id, type, outgoing, tie_id, other_id
