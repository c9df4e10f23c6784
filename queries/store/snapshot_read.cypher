// title: Records of a snapshot
// purpose: As JSON, the records of one kind a row.
// access: read
// parameters:
//   network: text
//   snapshot: text
// columns: kind, records
MATCH (r:SnapshotRecord {network: $network, snapshot: $snapshot})
WHERE r.record_id IS NOT NULL
RETURN r.kind AS kind, collect(r.record) AS records
ORDER BY kind
