// title: Relationships that do not say what the fields of their nodes say
// purpose: Those that are missing, too many, or lead elsewhere.
// access: read
// parameters:
//   network: text
// columns: type, field, id
CALL () {
  MATCH (r:Record {network: $network})
  WHERE r:Organization OR r:Topic
  WITH r, COLLECT { MATCH (r)-[:PART_OF]->(o) RETURN o.id } AS drawn
  WHERE drawn <> CASE WHEN r.parent_id IS NULL THEN [] ELSE [r.parent_id] END
  RETURN 'PART_OF' AS type, 'parent_id' AS field, r.id AS id
  UNION ALL
  MATCH (r:Organization {network: $network})
  WITH r, COLLECT { MATCH (r)-[:SUCCEEDED_BY]->(o) RETURN o.id } AS drawn
  WHERE drawn <> CASE WHEN r.successor_id IS NULL THEN [] ELSE [r.successor_id] END
  RETURN 'SUCCEEDED_BY' AS type, 'successor_id' AS field, r.id AS id
  UNION ALL
  MATCH (r:Person {network: $network})
  WITH r, COLLECT { MATCH (r)-[:WORKS_FOR]->(o) RETURN o.id } AS drawn
  WHERE drawn <> CASE WHEN r.organization_id IS NULL THEN [] ELSE [r.organization_id] END
  RETURN 'WORKS_FOR' AS type, 'organization_id' AS field, r.id AS id
  UNION ALL
  MATCH (r:Cooperation {network: $network})
  WITH r, COLLECT { MATCH (r)-[:DECIDED_BY]->(o) RETURN o.id } AS drawn
  WHERE drawn <> CASE WHEN r.decided_by_id IS NULL THEN [] ELSE [r.decided_by_id] END
  RETURN 'DECIDED_BY' AS type, 'decided_by_id' AS field, r.id AS id
  UNION ALL
  MATCH (r:Cooperation {network: $network})
  WITH r, COLLECT { MATCH (r)-[:CARRIED_BY]->(o) RETURN o.id } AS drawn
  WHERE drawn <> CASE WHEN r.carried_by_id IS NULL THEN [] ELSE [r.carried_by_id] END
  RETURN 'CARRIED_BY' AS type, 'carried_by_id' AS field, r.id AS id
  UNION ALL
  MATCH (r:Cooperation {network: $network})
  WITH r, COLLECT { MATCH (r)<-[:PARTY_TO]-(o) RETURN o.id } AS drawn
  WHERE NOT all(each IN r.party_ids WHERE each IN drawn)
    OR NOT all(each IN drawn WHERE each IN r.party_ids)
  RETURN 'PARTY_TO' AS type, 'party_ids' AS field, r.id AS id
}
RETURN type, field, id
ORDER BY type, id
