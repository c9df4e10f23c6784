// title: Remove the relationships that a record's own fields made
// purpose: Before they are drawn anew from the fields as they are to be.
// access: write
// parameters:
//   network: text
//   ids: texts
// columns:
UNWIND $ids AS id
MATCH (r:Record {network: $network, id: id})
USING INDEX SEEK r:Record(network, id)
OPTIONAL MATCH (r)-[own:PART_OF|WORKS_FOR|SUCCEEDED_BY|DECIDED_BY|CARRIED_BY]->()
OPTIONAL MATCH (r:Cooperation)<-[party:PARTY_TO]-()
DELETE own, party
