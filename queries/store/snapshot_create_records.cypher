// title: Keep records of a snapshot
// purpose: A batch of nodes, each with some hundred records of one kind: lists of their ids and
//   of the records as JSON.
// access: write
// parameters:
//   rows: rows
// row: network, snapshot, kind, first, record_ids, records
// columns:
UNWIND $rows AS row
CREATE (r:SnapshotRecords)
SET r = row
