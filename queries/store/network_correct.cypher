// title: Correct what a whole reading amounts to
// purpose: After somebody removed records past netmap.
// access: write
// parameters:
//   network: text
//   records: integer
//   versions: integer
// columns:
MATCH (n:Network {id: $network})
SET n.records = $records, n.versions = $versions
