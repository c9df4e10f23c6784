// title: Nodes FindingMark by network
// purpose: Finds the records of one network among those of all.
// access: write
// columns:
CREATE INDEX netmap_finding_mark_network IF NOT EXISTS
FOR (r:FindingMark) ON (r.network)
