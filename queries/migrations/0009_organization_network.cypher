// title: Nodes Organization by network
// purpose: Finds the records of one network among those of all.
// access: write
// columns:
CREATE INDEX netmap_organization_network IF NOT EXISTS
FOR (r:Organization) ON (r.network)
