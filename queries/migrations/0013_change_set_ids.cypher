// title: Ids of change sets are unique within their network
// purpose: A change set cannot be applied twice.
// access: write
// columns:
CREATE CONSTRAINT netmap_change_set_id IF NOT EXISTS
FOR (s:ChangeSet) REQUIRE (s.network, s.id) IS UNIQUE
