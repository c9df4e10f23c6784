// title: What refers to records in a property of a relationship
// purpose: Seats held on behalf of organisations, topics and reporters of exchange ties.
// access: read
// parameters:
//   network: text
//   ids: texts
// columns: id, field, tie_id
CALL () {
  MATCH ()-[r:MEMBER_OF {network: $network}]->()
  USING INDEX SEEK r:MEMBER_OF(network, id)
  WHERE r.id IS NOT NULL AND r.on_behalf_of_ids IS NOT NULL
  UNWIND r.on_behalf_of_ids AS target_id
  RETURN target_id, 'on_behalf_of_ids' AS property, r.id AS referrer_id
  UNION ALL
  MATCH ()-[r:EXCHANGES_WITH {network: $network}]->()
  USING INDEX SEEK r:EXCHANGES_WITH(network, id)
  WHERE r.id IS NOT NULL AND r.topic_ids IS NOT NULL
  UNWIND r.topic_ids AS target_id
  RETURN target_id, 'topic_ids' AS property, r.id AS referrer_id
  UNION ALL
  MATCH ()-[r:EXCHANGES_WITH {network: $network}]->()
  USING INDEX SEEK r:EXCHANGES_WITH(network, id)
  WHERE r.id IS NOT NULL AND r.reported_by_id IS NOT NULL
  RETURN r.reported_by_id AS target_id, 'reported_by_id' AS property, r.id AS referrer_id
}
WITH DISTINCT target_id, property, referrer_id
WHERE target_id IN $ids
RETURN target_id AS id, property AS field, referrer_id AS tie_id
ORDER BY id, field, tie_id
