// title: Wait for the indexes
// purpose: New indexes are of use only once they are filled.
// access: read
// columns:
CALL db.awaitIndexes(300)
