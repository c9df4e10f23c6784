// title: Ids of memberships are unique within their network
// purpose: Finds these relationships by network and id.
// access: write
// columns:
CREATE CONSTRAINT netmap_member_of_id IF NOT EXISTS
FOR ()-[r:MEMBER_OF]-() REQUIRE (r.network, r.id) IS UNIQUE
