// title: Seats in steering without a working level
// purpose: Organisations in a steering body (other_ids) that sit in no operational or ad hoc body,
//   hold no seat at their own operational level, and inside which no reporting line runs.
//   Who works for an organisation, and its parts that are no bodies, act for it. Dissolved
//   and merged bodies and who stays outside on purpose are left out. The same rows as this
//   rule of the analysis of missing exchange.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
// columns: rule, source_id, source_name, target_id, target_name, other_ids, topic_ids, via_ids,
//   tie_ids, strength
CALL () {
  MATCH (body:Organization {network: $network})<-[seat:MEMBER_OF]-(member)
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
  WITH actor, member, sent, seat, body, body:Body
    AND NOT coalesce(body.status, '') IN ['dissolved', 'merged']
    AND coalesce(body.asked, '') <> 'left_out' AS counts
  RETURN actor, CASE
      WHEN counts AND body.level IN ['operational', 'ad_hoc'] THEN 'working'
      WHEN seat.house_level = 'operational' THEN 'working'
      WHEN counts AND body.level = 'steering' THEN 'steering'
    END AS fact, body, CASE WHEN sent = member AND member:Person THEN member END AS carrier
  UNION
  MATCH (body:Body {network: $network})<-[seat:MEMBER_OF]-(member)
  WHERE body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
    AND seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
    AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
    AND seat.house_level = 'operational' AND body.level = 'steering'
    AND NOT coalesce(body.status, '') IN ['dissolved', 'merged']
    AND coalesce(body.asked, '') <> 'left_out'
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
  RETURN actor, 'steering' AS fact, body,
    CASE WHEN sent = member AND member:Person THEN member END AS carrier
  UNION
  MATCH (source:Record {network: $network})-[line:REPORTS_TO]->(target)
  WHERE source.valid_from <= $as_of_last AND source.valid_to >= $as_of_first
    AND line.valid_from <= $as_of_last AND line.valid_to >= $as_of_first
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
  UNWIND CASE WHEN line.within_house THEN source_chain + target_chain
    ELSE [each IN source_chain WHERE each IN target_chain] END AS actor
  RETURN actor, 'line' AS fact, NULL AS body, NULL AS carrier
}
WITH actor, collect(fact) AS facts,
  collect(DISTINCT CASE WHEN fact = 'steering' THEN body END) AS others,
  collect(DISTINCT CASE WHEN fact = 'steering' THEN carrier END) AS carriers
WHERE 'steering' IN facts
  AND actor:Organization AND NOT actor:Body
  AND NOT coalesce(actor.status, '') IN ['dissolved', 'merged']
  AND coalesce(actor.asked, '') <> 'left_out'
WITH collect(actor) AS seated, collect(CASE WHEN NOT 'working' IN facts AND NOT 'line' IN facts
    THEN {actor: actor, others: others, carriers: carriers} END) AS without
WITH without, toFloat(1 + size(seated) - size(without)) / (1 + size(seated)) AS strength
UNWIND without AS one
RETURN 'steering_seat_without_working_level' AS rule, one.actor.id AS source_id,
  one.actor.name AS source_name, NULL AS target_id, NULL AS target_name,
  COLLECT {
    UNWIND one.others AS body
    RETURN body.id AS id
    ORDER BY id
  } AS other_ids,
  [] AS topic_ids,
  COLLECT {
    UNWIND one.carriers AS member
    WITH member
    WHERE coalesce(member.asked, '') <> 'left_out' AND NOT EXISTS {
        MATCH (member)-[:WORKS_FOR]->(house)
        WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
          AND (house.asked = 'left_out' OR house.status IN ['dissolved', 'merged'])
      }
    RETURN member.id AS id
    ORDER BY id
  } AS via_ids,
  [] AS tie_ids, strength
ORDER BY source_id
