// title: Records of snapshots by snapshot and id
// purpose: Finds the records of one snapshot, or one of them.
// access: write
// columns:
CREATE INDEX netmap_snapshot_record IF NOT EXISTS
FOR (r:SnapshotRecord) ON (r.network, r.snapshot, r.record_id)
