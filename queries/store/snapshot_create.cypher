// title: Keep a snapshot
// purpose: Its records are kept beside it.
// access: write
// parameters:
//   properties: map
// columns:
CREATE (s:Snapshot)
SET s = $properties
