// title: Rewrite logged changes
// purpose: For the erasure of a person, and for nothing else.
// access: write
// parameters:
//   network: text
//   rows: rows
// row: revision, position, record_id, before, after
// columns:
UNWIND $rows AS row
MATCH (c:LoggedChange {network: $network, revision: row.revision, position: row.position})
SET c.record_id = row.record_id, c.before = row.before, c.after = row.after
