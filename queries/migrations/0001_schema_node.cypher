// title: One node holds the schema's version
// purpose: Two programs that start at once meet at this node.
// access: write
// columns:
CREATE CONSTRAINT netmap_schema_id IF NOT EXISTS
FOR (s:NetmapSchema) REQUIRE s.id IS UNIQUE
