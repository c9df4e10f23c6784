// title: Views of the map as columns
// purpose: Every record of this kind, one list of values each.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, name, query, places
// columns: rows
MATCH (r:MapView {network: $network})
RETURN collect([
  r.id, r.version, r.identifiers, r.source, r.attributes, r.name, r.query, r.places
]) AS rows
