// title: Views of the map in which a person may stand
// purpose: Those in whose JSON its id stands; a view refers to nobody by a relationship.
// access: read
// parameters:
//   network: text
//   quoted: text
// columns: id
MATCH (r:MapView {network: $network})
WHERE r.query CONTAINS $quoted OR r.places CONTAINS $quoted
RETURN r.id AS id
ORDER BY id
