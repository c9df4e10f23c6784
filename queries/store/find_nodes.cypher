// title: Node records by id
// purpose: Label, properties and nothing else; ids that are not there give no row.
// access: read
// parameters:
//   network: text
//   ids: texts
// columns: labels, properties
UNWIND $ids AS id
MATCH (r:Record {network: $network, id: id})
USING INDEX SEEK r:Record(network, id)
RETURN labels(r) AS labels, properties(r) AS properties
ORDER BY id
