// title: Nodes Topic by network
// purpose: Finds the records of one network among those of all.
// access: write
// columns:
CREATE INDEX netmap_topic_network IF NOT EXISTS
FOR (r:Topic) ON (r.network)
