// title: Version of the schema
// purpose: The number of the last migration that ran; no row in an empty database.
// access: read
// columns: version
MATCH (s:NetmapSchema {id: 'netmap'})
RETURN s.version AS version
