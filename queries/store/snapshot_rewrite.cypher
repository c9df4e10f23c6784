// title: Rewrite records of snapshots
// purpose: For the erasure of a person, and for nothing else.
// access: write
// parameters:
//   network: text
//   rows: rows
// row: snapshot, record_id, new_id, record
// columns:
UNWIND $rows AS row
MATCH (r:SnapshotRecord {
  network: $network, snapshot: row.snapshot, record_id: row.record_id
})
SET r.record_id = row.new_id, r.record = row.record
