// title: Note a network's new revision
// purpose: At the end of every change set, with how many records there are more or less and by
//   how much the sum of their versions grew.
// access: write
// parameters:
//   network: text
//   revision: integer
//   at: text
//   records: integer
//   versions: integer
// columns:
MATCH (n:Network {id: $network})
SET n.revision = $revision, n.changed_at = $at,
  n.records = n.records + $records, n.versions = n.versions + $versions
