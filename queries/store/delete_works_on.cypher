// title: Delete relationships WORKS_ON
// purpose: Records that go, or that are about to be written anew.
// access: write
// parameters:
//   network: text
//   ids: texts
// columns:
UNWIND $ids AS id
MATCH ()-[r:WORKS_ON {network: $network, id: id}]->()
USING INDEX SEEK r:WORKS_ON(network, id)
DELETE r
