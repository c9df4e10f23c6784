// title: Memberships as columns
// purpose: Every record of this kind, valid or not, one list of values each,
//   the members of one body a row.
// access: read
// parameters:
//   network: text
// row: id, version, identifiers, source, attributes, start_date, end_date, member_id,
//   organization_id, role, role_label, house_level, on_behalf_of_ids
// columns: rows
MATCH (b:Organization {network: $network})
RETURN COLLECT {
  MATCH (b)<-[r:MEMBER_OF]-(a)
  RETURN [
    r.id, r.version, r.identifiers, r.source, r.attributes, r.start_date, r.end_date, a.id,
    b.id, r.role, r.role_label, r.house_level, r.on_behalf_of_ids
  ]
} AS rows
ORDER BY b.id
