// title: Create nodes Topic
// purpose: A batch of new records.
// access: write
// parameters:
//   rows: rows
// row: properties
// columns:
UNWIND $rows AS row
CREATE (r:Record:Topic)
SET r = row.properties
