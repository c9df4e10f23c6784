// title: Create nodes FindingMark
// purpose: A batch of new records.
// access: write
// parameters:
//   rows: rows
// row: properties
// columns:
UNWIND $rows AS row
CREATE (r:Record:FindingMark)
SET r = row.properties
