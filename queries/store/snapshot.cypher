// title: One snapshot
// purpose: Looked up by its id.
// access: read
// parameters:
//   network: text
//   snapshot: text
// columns: id, label, revision, taken_at, author
MATCH (s:Snapshot {network: $network, id: $snapshot})
RETURN s.id AS id, s.label AS label, s.revision AS revision,
  s.taken_at AS taken_at, s.author AS author
