// title: Nodes Body by network
// purpose: Finds the records of one network among those of all.
// access: write
// columns:
CREATE INDEX netmap_body_network IF NOT EXISTS
FOR (r:Body) ON (r.network)
