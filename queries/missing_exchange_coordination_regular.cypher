// title: Partners without regular exchange with the coordinating office
// purpose: Organisations as in missing_exchange_coordination whose exchange with an office is
//   recorded, and of which every tie is irregular or has fewer contacts a year. A tie that
//   names neither may be regular. The same rows as this rule of the analysis of missing
//   exchange, without their ways.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
//   contacts_per_year: integer = 4
// columns: rule, source_id, source_name, target_id, target_name, topic_ids, via_ids, tie_ids,
//   strength
WITH COLLECT {
    MATCH (office:Organization {network: $network})
    WHERE office.coordination IS NOT NULL
      AND office.valid_from <= $as_of_last AND office.valid_to >= $as_of_first
      AND NOT coalesce(office.status, '') IN ['dissolved', 'merged']
      AND coalesce(office.asked, '') <> 'left_out'
    RETURN office
  } AS offices
WHERE size(offices) > 0
CALL (offices) {
  MATCH (source:Record {network: $network})-[tie:EXCHANGES_WITH]->(target)
  WHERE source.valid_from <= $as_of_last AND source.valid_to >= $as_of_first
    AND tie.valid_from <= $as_of_last AND tie.valid_to >= $as_of_first
    AND target.valid_from <= $as_of_last AND target.valid_to >= $as_of_first
  CALL (source) {
    OPTIONAL MATCH (source)-[:WORKS_FOR]->(house)
    WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
    WITH source, coalesce(house, source) AS start
    RETURN [source, start] + COLLECT {
        MATCH path = (start)-[:PART_OF*]->(whole)
        WHERE NOT start:Body AND NOT whole:Body
          AND all(each IN nodes(path)
            WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
        RETURN whole
      } AS source_chain
  }
  CALL (target) {
    OPTIONAL MATCH (target)-[:WORKS_FOR]->(house)
    WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
    WITH target, coalesce(house, target) AS start
    RETURN [target, start] + COLLECT {
        MATCH path = (start)-[:PART_OF*]->(whole)
        WHERE NOT start:Body AND NOT whole:Body
          AND all(each IN nodes(path)
            WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
        RETURN whole
      } AS target_chain
  }
  WITH offices, tie, [each IN source_chain WHERE NOT each IN target_chain] AS here,
    [each IN target_chain WHERE NOT each IN source_chain] AS there
  UNWIND CASE
      WHEN any(office IN offices WHERE office IN here)
        AND any(office IN offices WHERE office IN there) THEN here + there
      WHEN any(office IN offices WHERE office IN here) THEN there
      WHEN any(office IN offices WHERE office IN there) THEN here
      ELSE []
    END AS actor
  RETURN actor, 'exchange' AS fact, NULL AS body, tie.id AS tie_id,
    tie.irregular OR coalesce(tie.contacts_per_year < $contacts_per_year, false) AS rare
  UNION
  MATCH (body:Body {network: $network})<-[seat:MEMBER_OF]-(member)
  WHERE body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
    AND seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
    AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
  UNWIND [member] + COLLECT {
      UNWIND seat.on_behalf_of_ids AS named_id
      MATCH (named:Record {network: $network, id: named_id})
      USING INDEX SEEK named:Record(network, id)
      WHERE named.valid_from <= $as_of_last AND named.valid_to >= $as_of_first
      RETURN named
    } AS sent
  CALL (sent) {
    OPTIONAL MATCH (sent)-[:WORKS_FOR]->(house)
    WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
    WITH sent, coalesce(house, sent) AS start
    RETURN [sent, start] + COLLECT {
        MATCH path = (start)-[:PART_OF*]->(whole)
        WHERE NOT start:Body AND NOT whole:Body
          AND all(each IN nodes(path)
            WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
        RETURN whole
      } AS chain
  }
  UNWIND chain AS actor
  RETURN actor, 'meets' AS fact, body, NULL AS tie_id, NULL AS rare
  UNION
  MATCH (body:Body {network: $network})
  WHERE body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
  RETURN body AS actor, 'meets' AS fact, body, NULL AS tie_id, NULL AS rare
  UNION
  MATCH (actor:Organization {network: $network})
  WHERE actor.valid_from <= $as_of_last AND actor.valid_to >= $as_of_first
  RETURN actor, 'there' AS fact, NULL AS body, NULL AS tie_id, NULL AS rare
}
WITH offices, actor, body, tie_id, rare
ORDER BY tie_id
WITH offices, actor, collect(body) AS meets, collect(tie_id) AS tie_ids, collect(rare) AS rare
WITH offices, collect({actor: actor, meets: meets, tie_ids: tie_ids, rare: rare}) AS all
WITH offices, all, [one IN all WHERE one.actor IN offices | one.meets] AS rooms
UNWIND all AS one
WITH offices, rooms, one.actor AS actor, one.meets AS meets, one.tie_ids AS tie_ids,
  one.rare AS rare
WHERE size(tie_ids) > 0
  AND actor:Organization AND NOT actor:Body AND NOT actor IN offices
  AND NOT coalesce(actor.status, '') IN ['dissolved', 'merged']
  AND coalesce(actor.asked, '') <> 'left_out'
  AND NOT EXISTS {
    MATCH path = (actor)-[:PART_OF*]->(office)
    WHERE office IN offices AND all(each IN nodes(path)
      WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
  }
  AND NOT EXISTS {
    MATCH path = (office)-[:PART_OF*]->(actor)
    WHERE office IN offices AND all(each IN nodes(path)
      WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
  }
WITH offices, collect(actor) AS asked, collect(CASE WHEN NOT false IN rare THEN {
    actor: actor,
    tie_ids: tie_ids,
    via: [body IN meets WHERE any(room IN rooms WHERE body IN room)]
  } END) AS without
WITH offices, without,
  toFloat(1 + size(asked) - size(without)) / (1 + size(asked)) AS strength,
  CASE WHEN size(offices) = 1 THEN offices[0] END AS target
UNWIND without AS one
RETURN 'partner_without_regular_exchange_with_coordination' AS rule,
  one.actor.id AS source_id, one.actor.name AS source_name,
  target.id AS target_id, target.name AS target_name, [] AS topic_ids,
  COLLECT {
    UNWIND one.via AS body
    WITH body
    WHERE NOT coalesce(body.status, '') IN ['dissolved', 'merged']
      AND coalesce(body.asked, '') <> 'left_out'
    RETURN body.id AS id
    ORDER BY id
  } AS via_ids,
  one.tie_ids AS tie_ids, strength
ORDER BY source_id
