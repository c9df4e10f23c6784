// title: Ids of node records are unique within their network
// purpose: Finds nodes by network and id.
// access: write
// columns:
CREATE CONSTRAINT netmap_record_id IF NOT EXISTS
FOR (r:Record) REQUIRE (r.network, r.id) IS UNIQUE
