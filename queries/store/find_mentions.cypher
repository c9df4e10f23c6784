// title: What refers to records in a property of a relationship
// purpose: Seats held on behalf of organisations, topics and reporters of exchange ties.
// access: read
// parameters:
//   network: text
//   ids: texts
// columns: id, field, tie_id
CALL () {
  MATCH ()-[r:MEMBER_OF {network: $network}]->()
  WHERE r.id IS NOT NULL AND r.on_behalf_of_ids IS NOT NULL
  UNWIND r.on_behalf_of_ids AS id
  RETURN id, 'on_behalf_of_ids' AS field, r.id AS tie_id
  UNION ALL
  MATCH ()-[r:EXCHANGES_WITH {network: $network}]->()
  WHERE r.id IS NOT NULL AND r.topic_ids IS NOT NULL
  UNWIND r.topic_ids AS id
  RETURN id, 'topic_ids' AS field, r.id AS tie_id
  UNION ALL
  MATCH ()-[r:EXCHANGES_WITH {network: $network}]->()
  WHERE r.id IS NOT NULL AND r.reported_by_id IS NOT NULL
  RETURN r.reported_by_id AS id, 'reported_by_id' AS field, r.id AS tie_id
}
WITH id, field, tie_id
WHERE id IN $ids
RETURN DISTINCT id, field, tie_id
ORDER BY id, field, tie_id
