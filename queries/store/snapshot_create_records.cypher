// title: Keep records of a snapshot
// purpose: A batch of records as JSON.
// access: write
// parameters:
//   rows: rows
// row: network, snapshot, kind, record_id, record
// columns:
UNWIND $rows AS row
CREATE (r:SnapshotRecord)
SET r = row
