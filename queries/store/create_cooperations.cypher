// title: Create nodes Cooperation
// purpose: A batch of new records.
// access: write
// parameters:
//   rows: rows
// row: properties
// columns:
UNWIND $rows AS row
CREATE (r:Record:Cooperation)
SET r = row.properties
