// title: Snapshots of a network
// purpose: When they were taken, of what and by whom.
// access: read
// parameters:
//   network: text
// columns: id, label, revision, taken_at, author
MATCH (s:Snapshot {network: $network})
WHERE s.id IS NOT NULL
RETURN s.id AS id, s.label AS label, s.revision AS revision,
  s.taken_at AS taken_at, s.author AS author
ORDER BY id
