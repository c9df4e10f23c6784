// title: Rewrite records of snapshots
// purpose: For the erasure of a person, and for nothing else.
// access: write
// parameters:
//   network: text
//   rows: rows
// row: snapshot, kind, first, record_ids, records
// columns:
UNWIND $rows AS row
MATCH (r:SnapshotRecords {
  network: $network, snapshot: row.snapshot, kind: row.kind, first: row.first
})
USING INDEX SEEK r:SnapshotRecords(network, snapshot, kind, first)
SET r.record_ids = row.record_ids, r.records = row.records
