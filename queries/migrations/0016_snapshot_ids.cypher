// title: Ids of snapshots are unique within their network
// purpose: A snapshot is never overwritten.
// access: write
// columns:
CREATE CONSTRAINT netmap_snapshot_id IF NOT EXISTS
FOR (s:Snapshot) REQUIRE (s.network, s.id) IS UNIQUE
