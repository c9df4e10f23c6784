// title: All networks
// purpose: What they are called and how often they changed.
// access: read
// columns: id, name, created_at, changed_at, revision
MATCH (n:Network)
RETURN n.id AS id, n.name AS name, n.created_at AS created_at,
  n.changed_at AS changed_at, n.revision AS revision
ORDER BY id
