// title: One network
// purpose: What it is called and how often it changed.
// access: read
// parameters:
//   network: text
// columns: id, name, created_at, changed_at, revision
MATCH (n:Network {id: $network})
RETURN n.id AS id, n.name AS name, n.created_at AS created_at,
  n.changed_at AS changed_at, n.revision AS revision
