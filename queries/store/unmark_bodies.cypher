// title: Take the mark of a body from organisations
// purpose: They lose the label Body.
// access: write
// parameters:
//   network: text
//   ids: texts
// columns:
UNWIND $ids AS id
MATCH (o:Record {network: $network, id: id})
USING INDEX SEEK o:Record(network, id)
REMOVE o:Body
