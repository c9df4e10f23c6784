// title: Delete relationships MEMBER_OF
// purpose: Records that go, or that are about to be written anew.
// access: write
// parameters:
//   network: text
//   ids: texts
// columns:
UNWIND $ids AS id
MATCH ()-[r:MEMBER_OF {network: $network, id: id}]->()
USING INDEX SEEK r:MEMBER_OF(network, id)
DELETE r
