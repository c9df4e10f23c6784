// title: Note the schema's new version
// purpose: After all migrations up to this one ran.
// access: write
// parameters:
//   version: integer
// columns:
MATCH (s:NetmapSchema {id: 'netmap'})
SET s.version = $version
