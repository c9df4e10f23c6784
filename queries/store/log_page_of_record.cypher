// title: What happened to one record
// purpose: Change sets that touched it, newest first, each with the change to it alone.
// access: read
// parameters:
//   network: text
//   record_id: text
//   before: integer
//   limit: integer = 100
// columns: id, revision, author_id, author, at, note, undoes, erasure, changes
MATCH (c:LoggedChange {network: $network, record_id: $record_id})
WHERE c.revision < $before
WITH c
ORDER BY c.revision DESC
LIMIT $limit
MATCH (s:ChangeSet {network: $network, revision: c.revision})
RETURN s.id AS id, s.revision AS revision, s.author_id AS author_id, s.author AS author,
  s.at AS at, s.note AS note, s.undoes AS undoes, s.erasure AS erasure,
  [[c.record_id, c.kind, c.before, c.after]] AS changes
ORDER BY revision DESC
