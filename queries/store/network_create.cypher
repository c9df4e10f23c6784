// title: Create a network
// purpose: With the revision 0; the change set that creates it makes 1 of it.
// access: write
// parameters:
//   network: text
//   name: text
//   at: text
// columns:
CREATE (:Network {
  id: $network, name: $name, created_at: $at, changed_at: $at,
  revision: 0, records: 0, versions: 0
})
