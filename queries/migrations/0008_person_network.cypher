// title: Nodes Person by network
// purpose: Finds the records of one network among those of all.
// access: write
// columns:
CREATE INDEX netmap_person_network IF NOT EXISTS
FOR (r:Person) ON (r.network)
