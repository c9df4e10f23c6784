// title: What decides whether organisations are bodies, of all
// purpose: To compare with the label Body.
// access: read
// parameters:
//   network: text
// columns: id, meets, level, meetings_per_year, classification, has_members, marked
MATCH (o:Organization {network: $network})
RETURN o.id AS id, o.meets AS meets, o.level AS level, o.meetings_per_year AS meetings_per_year,
  coalesce(o.classification, '') AS classification,
  EXISTS { (o)<-[:MEMBER_OF]-() } AS has_members, o:Body AS marked
ORDER BY id
