// title: Create nodes Organization
// purpose: A batch of new records.
// access: write
// parameters:
//   rows: rows
// row: properties
// columns:
UNWIND $rows AS row
CREATE (r:Record:Organization)
SET r = row.properties
