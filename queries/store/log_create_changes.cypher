// title: Log changes
// purpose: A batch of records before and after.
// access: write
// parameters:
//   rows: rows
// row: network, change_set, revision, position, record_id, kind, before, after
// columns:
UNWIND $rows AS row
CREATE (c:LoggedChange)
SET c = row
