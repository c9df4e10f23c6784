// title: Who works on which topic as columns
// purpose: Every record of this kind, valid or not, one list of values each,
//   those of one topic a row.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, start_date, end_date, actor_id, topic_id
// columns: rows
MATCH (b:Topic {network: $network})
RETURN COLLECT {
  MATCH (b)<-[r:WORKS_ON]-(a)
  RETURN [
    r.id, r.version, r.identifiers, r.source, r.attributes, r.start_date, r.end_date, a.id, b.id
  ]
} AS rows
ORDER BY b.id
