// title: Delete node records
// purpose: With the relationships that their fields made; other ties were checked before.
// access: write
// parameters:
//   network: text
//   ids: texts
// columns:
UNWIND $ids AS id
MATCH (r:Record {network: $network, id: id})
USING INDEX SEEK r:Record(network, id)
DETACH DELETE r
