// title: What belongs to no network
// purpose: Nodes of netmap's, by label, whose network is not there.
// access: read
// columns: label, count
MATCH (n:Record|ChangeSet|LoggedChanges|Snapshot|SnapshotRecords)
WHERE n.network IS NULL OR NOT EXISTS { (:Network {id: n.network}) }
WITH labels(n) AS labels
UNWIND labels AS label
RETURN label, count(*) AS count
ORDER BY label
