// title: Create nodes Person
// purpose: A batch of new records.
// access: write
// parameters:
//   rows: rows
// row: properties
// columns:
UNWIND $rows AS row
CREATE (r:Record:Person)
SET r = row.properties
