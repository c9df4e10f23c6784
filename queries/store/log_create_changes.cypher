// title: Log changes
// purpose: A batch of nodes, each with some hundred changes of one change set: lists of record
//   ids, of kinds, and of the records before and after as JSON, empty where there was none.
// access: write
// parameters:
//   rows: rows
// row: network, revision, first, record_ids, kinds, before, after
// columns:
UNWIND $rows AS row
CREATE (c:LoggedChanges)
SET c = row
