// title: Nodes MapView by network
// purpose: Finds the records of one network among those of all.
// access: write
// columns:
CREATE INDEX netmap_map_view_network IF NOT EXISTS
FOR (r:MapView) ON (r.network)
