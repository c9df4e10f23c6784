// title: Relationships that leave their network
// purpose: Those of a network whose other end is of another one, or no record at all.
// access: read
// parameters:
//   network: text
// columns: type, id
MATCH (a:Record {network: $network})-[t]-(b)
WHERE a.id IS NOT NULL AND (NOT b:Record OR b.network IS NULL OR b.network <> $network
  OR t.network IS NULL OR t.network <> $network)
RETURN DISTINCT type(t) AS type, coalesce(t.id, a.id) AS id
ORDER BY type, id
