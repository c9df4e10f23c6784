// title: Log changes
// purpose: A batch of records before and after.
// access: write
// parameters:
//   rows: rows
// columns:
UNWIND $rows AS row
CREATE (c:LoggedChange)
SET c = row
