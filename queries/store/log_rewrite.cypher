// title: Rewrite logged changes
// purpose: For the erasure of a person, and for nothing else.
// access: write
// parameters:
//   network: text
//   rows: rows
// row: revision, first, record_ids, before, after
// columns:
UNWIND $rows AS row
MATCH (c:LoggedChanges {network: $network, revision: row.revision, first: row.first})
USING INDEX SEEK c:LoggedChanges(network, revision, first)
SET c.record_ids = row.record_ids, c.before = row.before, c.after = row.after
