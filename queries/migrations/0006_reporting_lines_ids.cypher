// title: Ids of reporting lines are unique within their network
// purpose: Finds these relationships by network and id.
// access: write
// columns:
CREATE CONSTRAINT netmap_reports_to_id IF NOT EXISTS
FOR ()-[r:REPORTS_TO]-() REQUIRE (r.network, r.id) IS UNIQUE
