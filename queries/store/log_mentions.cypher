// title: Logged changes in which a person may stand
// purpose: Nodes in whose record ids or JSON its id stands; more than needed may come.
// access: read
// parameters:
//   network: text
//   id: text
//   quoted: text
// columns: revision, first, record_ids, kinds, before, after
MATCH (c:LoggedChanges {network: $network})
USING INDEX SEEK c:LoggedChanges(network, revision, first)
WHERE c.revision IS NOT NULL AND c.first IS NOT NULL
  AND ($id IN c.record_ids
    OR any(each IN c.before WHERE each CONTAINS $quoted)
    OR any(each IN c.after WHERE each CONTAINS $quoted))
RETURN c.revision AS revision, c.first AS first, c.record_ids AS record_ids, c.kinds AS kinds,
  c.before AS before, c.after AS after
ORDER BY revision, first
