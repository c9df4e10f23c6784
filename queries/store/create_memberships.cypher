// title: Create relationships MEMBER_OF
// purpose: A batch of new or rewritten records between nodes that are there.
// access: write
// parameters:
//   network: text
//   rows: rows
// row: source_id, target_id, properties
// columns:
UNWIND $rows AS row
MATCH (a:Record {network: $network, id: row.source_id})
USING INDEX SEEK a:Record(network, id)
MATCH (b:Record {network: $network, id: row.target_id})
USING INDEX SEEK b:Record(network, id)
CREATE (a)-[r:MEMBER_OF]->(b)
SET r = row.properties
