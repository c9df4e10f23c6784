// title: Whether a change set was applied
// purpose: Looked up by its id.
// access: read
// parameters:
//   network: text
//   change_set: text
// columns: revision
MATCH (s:ChangeSet {network: $network, id: $change_set})
RETURN s.revision AS revision
