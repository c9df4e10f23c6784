// title: Log a change set
// purpose: Who, when and why; its changes are logged beside it.
// access: write
// parameters:
//   properties: map
// columns:
CREATE (s:ChangeSet)
SET s = $properties
