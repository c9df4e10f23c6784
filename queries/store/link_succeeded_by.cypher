// title: Draw which body took over
// purpose: Relationships SUCCEEDED_BY from fields of nodes.
// access: write
// parameters:
//   network: text
//   rows: rows
// row: source_id, target_id
// columns:
UNWIND $rows AS row
MATCH (a:Record {network: $network, id: row.source_id})
USING INDEX SEEK a:Record(network, id)
MATCH (b:Record {network: $network, id: row.target_id})
USING INDEX SEEK b:Record(network, id)
CREATE (a)-[:SUCCEEDED_BY {network: $network}]->(b)
