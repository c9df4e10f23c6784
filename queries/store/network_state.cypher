// title: What a whole reading of a network amounts to
// purpose: Its revision, the number of its records and the sum of their versions.
// access: read
// parameters:
//   network: text
// columns: revision, records, versions
MATCH (n:Network {id: $network})
RETURN n.revision AS revision, n.records AS records, n.versions AS versions
