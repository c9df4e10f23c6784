// title: What decides whether organisations are bodies
// purpose: Of the given organisations.
// access: read
// parameters:
//   network: text
//   ids: texts
// columns: id, meets, level, meetings_per_year, classification, has_members, marked
UNWIND $ids AS id
MATCH (o:Record {network: $network, id: id})
USING INDEX SEEK o:Record(network, id)
RETURN id, o.meets AS meets, o.level AS level, o.meetings_per_year AS meetings_per_year,
  coalesce(o.classification, '') AS classification,
  EXISTS { (o)<-[:MEMBER_OF]-() } AS has_members, o:Body AS marked
ORDER BY id
