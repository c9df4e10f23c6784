// title: Ids of networks are unique
// purpose: Two programs cannot create the same network.
// access: write
// columns:
CREATE CONSTRAINT netmap_network_id IF NOT EXISTS
FOR (n:Network) REQUIRE n.id IS UNIQUE
