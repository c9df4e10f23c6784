// title: Records of a snapshot
// purpose: As JSON, some hundred of one kind a row.
// access: read
// parameters:
//   network: text
//   snapshot: text
// columns: kind, first, records
MATCH (r:SnapshotRecords {network: $network, snapshot: $snapshot})
USING INDEX SEEK r:SnapshotRecords(network, snapshot, kind, first)
WHERE r.kind IS NOT NULL AND r.first IS NOT NULL
RETURN r.kind AS kind, r.first AS first, r.records AS records
ORDER BY kind, first
