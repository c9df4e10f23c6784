// title: Records of snapshots in which a person may stand
// purpose: Nodes in whose record ids or JSON its id stands; more than needed may come.
// access: read
// parameters:
//   network: text
//   id: text
//   quoted: text
// columns: snapshot, kind, first, record_ids, records
MATCH (r:SnapshotRecords {network: $network})
USING INDEX SEEK r:SnapshotRecords(network, snapshot, kind, first)
WHERE r.snapshot IS NOT NULL AND r.kind IS NOT NULL AND r.first IS NOT NULL
  AND ($id IN r.record_ids OR any(each IN r.records WHERE each CONTAINS $quoted))
RETURN r.snapshot AS snapshot, r.kind AS kind, r.first AS first, r.record_ids AS record_ids,
  r.records AS records
ORDER BY snapshot, kind, first
