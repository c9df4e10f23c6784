// title: Delete relationships EXCHANGES_WITH
// purpose: Records that go, or that are about to be written anew.
// access: write
// parameters:
//   network: text
//   ids: texts
// columns:
UNWIND $ids AS id
MATCH ()-[r:EXCHANGES_WITH {network: $network, id: id}]->()
USING INDEX SEEK r:EXCHANGES_WITH(network, id)
DELETE r
