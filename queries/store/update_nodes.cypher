// title: Rewrite node records
// purpose: A batch of records as they are to be; their ties stay.
// access: write
// parameters:
//   network: text
//   rows: rows
// row: id, properties
// columns:
UNWIND $rows AS row
MATCH (r:Record {network: $network, id: row.id})
USING INDEX SEEK r:Record(network, id)
SET r = row.properties
