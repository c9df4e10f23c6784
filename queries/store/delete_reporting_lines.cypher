// title: Delete relationships REPORTS_TO
// purpose: Records that go, or that are about to be written anew.
// access: write
// parameters:
//   network: text
//   ids: texts
// columns:
UNWIND $ids AS id
MATCH ()-[r:REPORTS_TO {network: $network, id: id}]->()
USING INDEX SEEK r:REPORTS_TO(network, id)
DELETE r
