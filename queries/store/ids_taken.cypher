// title: Whether an id is in use
// purpose: By a record, in the log or in a snapshot.
// access: read
// parameters:
//   network: text
//   id: text
// columns: taken
RETURN EXISTS { MATCH (:Record {network: $network, id: $id}) }
  OR EXISTS { MATCH ()-[:MEMBER_OF {network: $network, id: $id}]->() }
  OR EXISTS { MATCH ()-[:EXCHANGES_WITH {network: $network, id: $id}]->() }
  OR EXISTS { MATCH ()-[:REPORTS_TO {network: $network, id: $id}]->() }
  OR EXISTS { MATCH ()-[:WORKS_ON {network: $network, id: $id}]->() }
  OR EXISTS {
    MATCH (c:LoggedChanges {network: $network})
    WHERE c.revision IS NOT NULL AND c.first IS NOT NULL AND $id IN c.record_ids
  }
  OR EXISTS {
    MATCH (r:SnapshotRecords {network: $network})
    WHERE r.snapshot IS NOT NULL AND r.kind IS NOT NULL AND r.first IS NOT NULL
      AND $id IN r.record_ids
  } AS taken
