// title: Ids of works-on ties are unique within their network
// purpose: Finds these relationships by network and id.
// access: write
// columns:
CREATE CONSTRAINT netmap_works_on_id IF NOT EXISTS
FOR ()-[r:WORKS_ON]-() REQUIRE (r.network, r.id) IS UNIQUE
