// title: Logged changes by change set
// purpose: Finds the changes of a change set in their order.
// access: write
// columns:
CREATE INDEX netmap_logged_changes IF NOT EXISTS
FOR (c:LoggedChanges) ON (c.network, c.revision, c.first)
