// title: Logged changes in which a person may stand
// purpose: Its own, and those whose JSON holds its id; more than needed may come.
// access: read
// parameters:
//   network: text
//   id: text
//   quoted: text
// columns: revision, position, record_id, kind, before, after
MATCH (c:LoggedChange {network: $network})
WHERE c.revision IS NOT NULL AND c.position IS NOT NULL
  AND (c.record_id = $id OR c.before CONTAINS $quoted OR c.after CONTAINS $quoted)
RETURN c.revision AS revision, c.position AS position, c.record_id AS record_id, c.kind AS kind,
  c.before AS before, c.after AS after
ORDER BY revision, position
