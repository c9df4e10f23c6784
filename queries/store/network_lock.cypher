// title: Lock a network
// purpose: Writers of one network wait for each other here, before they read anything.
// access: write
// parameters:
//   network: text
// columns: id
MATCH (n:Network {id: $network})
SET n.lock = true
REMOVE n.lock
RETURN n.id AS id
