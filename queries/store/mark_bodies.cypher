// title: Mark organisations as bodies
// purpose: They get the label Body.
// access: write
// parameters:
//   network: text
//   ids: texts
// columns:
UNWIND $ids AS id
MATCH (o:Record {network: $network, id: id})
USING INDEX SEEK o:Record(network, id)
SET o:Body
