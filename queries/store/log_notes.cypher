// title: What was written about change sets
// purpose: Newest first, without their changes; change sets without a note are left out.
// access: read
// parameters:
//   network: text
// columns: revision, author, at, note
MATCH (s:ChangeSet {network: $network})
WHERE s.note <> ''
RETURN s.revision AS revision, s.author AS author, s.at AS at, s.note AS note
ORDER BY revision DESC
