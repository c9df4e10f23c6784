// title: Logged changes by record
// purpose: Finds what happened to one record.
// access: write
// columns:
CREATE INDEX netmap_logged_change_record IF NOT EXISTS
FOR (c:LoggedChange) ON (c.network, c.record_id)
