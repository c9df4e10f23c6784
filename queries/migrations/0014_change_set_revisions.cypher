// title: Revisions are unique within their network
// purpose: Finds change sets in their order.
// access: write
// columns:
CREATE CONSTRAINT netmap_change_set_revision IF NOT EXISTS
FOR (s:ChangeSet) REQUIRE (s.network, s.revision) IS UNIQUE
