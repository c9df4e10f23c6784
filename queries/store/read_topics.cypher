// title: Topics as columns
// purpose: Every record of this kind, valid or not, one list of values each.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, name, description, parent_id
// columns: rows
MATCH (r:Topic {network: $network})
RETURN collect([
  r.id, r.version, r.identifiers, r.source, r.attributes, r.name, r.description, r.parent_id
]) AS rows
