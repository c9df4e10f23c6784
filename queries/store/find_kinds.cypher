// title: Labels of node records by id
// purpose: To check where references lead.
// access: read
// parameters:
//   network: text
//   ids: texts
// columns: id, labels
UNWIND $ids AS id
MATCH (r:Record {network: $network, id: id})
USING INDEX SEEK r:Record(network, id)
RETURN id, labels(r) AS labels
ORDER BY id
