// title: What happened to one record
// purpose: Change sets that touched it, newest first, each with the change to it alone.
// access: read
// parameters:
//   network: text
//   record_id: text
//   before: integer
//   limit: integer = 100
// columns: id, revision, author_id, author, at, note, undoes, erasure, changes
MATCH (c:LoggedChanges {network: $network})
USING INDEX SEEK c:LoggedChanges(network, revision, first)
WHERE c.revision < $before AND c.first IS NOT NULL AND $record_id IN c.record_ids
WITH c
ORDER BY c.revision DESC
LIMIT $limit
UNWIND range(0, size(c.record_ids) - 1) AS place
WITH c, place
WHERE c.record_ids[place] = $record_id
MATCH (s:ChangeSet {network: $network, revision: c.revision})
RETURN s.id AS id, s.revision AS revision, s.author_id AS author_id, s.author AS author,
  s.at AS at, s.note AS note, s.undoes AS undoes, s.erasure AS erasure,
  [[[$record_id], [c.kinds[place]], [c.before[place]], [c.after[place]]]] AS changes
ORDER BY revision DESC
