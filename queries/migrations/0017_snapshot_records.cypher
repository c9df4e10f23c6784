// title: Records of snapshots by snapshot
// purpose: Finds the records of one snapshot.
// access: write
// columns:
CREATE INDEX netmap_snapshot_records IF NOT EXISTS
FOR (r:SnapshotRecords) ON (r.network, r.snapshot, r.kind, r.first)
