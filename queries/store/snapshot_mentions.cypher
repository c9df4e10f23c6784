// title: Records of snapshots in which a person may stand
// purpose: Its own, and those whose JSON holds its id; more than needed may come.
// access: read
// parameters:
//   network: text
//   id: text
//   quoted: text
// columns: snapshot, record_id, kind, record
MATCH (r:SnapshotRecord {network: $network})
WHERE r.snapshot IS NOT NULL AND r.record_id IS NOT NULL
  AND (r.record_id = $id OR r.record CONTAINS $quoted)
RETURN r.snapshot AS snapshot, r.record_id AS record_id, r.kind AS kind, r.record AS record
ORDER BY snapshot, record_id
