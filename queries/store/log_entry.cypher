// title: One change set with all its changes
// purpose: Looked up by its id.
// access: read
// parameters:
//   network: text
//   change_set: text
// columns: id, revision, author_id, author, at, note, undoes, erasure, changes
MATCH (s:ChangeSet {network: $network, id: $change_set})
RETURN s.id AS id, s.revision AS revision, s.author_id AS author_id, s.author AS author,
  s.at AS at, s.note AS note, s.undoes AS undoes, s.erasure AS erasure,
  COLLECT {
    MATCH (c:LoggedChanges {network: $network, revision: s.revision})
    USING INDEX SEEK c:LoggedChanges(network, revision, first)
    WHERE c.first IS NOT NULL
    RETURN [c.record_ids, c.kinds, c.before, c.after]
    ORDER BY c.first
  } AS changes
