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
  OR EXISTS { MATCH (:LoggedChange {network: $network, record_id: $id}) }
  OR EXISTS {
    MATCH (r:SnapshotRecord {network: $network})
    WHERE r.snapshot IS NOT NULL AND r.record_id = $id
  } AS taken
