// title: Logged changes by change set and position
// purpose: Finds the changes of a change set in their order.
// access: write
// columns:
CREATE INDEX netmap_logged_change_position IF NOT EXISTS
FOR (c:LoggedChange) ON (c.network, c.revision, c.position)
