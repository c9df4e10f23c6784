// title: Lock the schema
// purpose: Holds off others that start at the same time until the transaction ends.
// access: write
// columns: version
MERGE (s:NetmapSchema {id: 'netmap'})
ON CREATE SET s.version = 0
SET s.lock = true
REMOVE s.lock
WITH s
RETURN s.version AS version
