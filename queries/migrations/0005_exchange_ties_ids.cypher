// title: Ids of exchange ties are unique within their network
// purpose: Finds these relationships by network and id.
// access: write
// columns:
CREATE CONSTRAINT netmap_exchanges_with_id IF NOT EXISTS
FOR ()-[r:EXCHANGES_WITH]-() REQUIRE (r.network, r.id) IS UNIQUE
