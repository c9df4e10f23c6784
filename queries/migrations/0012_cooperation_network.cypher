// title: Nodes Cooperation by network
// purpose: Finds the records of one network among those of all.
// access: write
// columns:
CREATE INDEX netmap_cooperation_network IF NOT EXISTS
FOR (r:Cooperation) ON (r.network)
