// title: Same topic, no exchange recorded
// purpose: Pairs of bodies or partners that work on the same topic, themselves or by who works
//   for them, with no exchange, reporting line or cooperation between them and no common
//   meeting. Who works for an organisation, and its parts that are no bodies, act for
//   it. Dissolved and merged bodies and who stays outside on purpose are left out. The
//   same rows as this rule of the analysis of missing exchange.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
// columns: rule, source_id, source_name, target_id, target_name, topic_ids, via_ids, tie_ids,
//   strength
CALL () {
  MATCH (worker:Record {network: $network})-[work:WORKS_ON]->(topic:Topic)
  WHERE worker.valid_from <= $as_of_last AND worker.valid_to >= $as_of_first
    AND work.valid_from <= $as_of_last AND work.valid_to >= $as_of_first
  OPTIONAL MATCH (worker)-[:WORKS_FOR]->(house)
  WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
  WITH coalesce(house, worker) AS actor, topic
  RETURN actor, 'topic' AS fact, topic.id AS what
  UNION
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
  WITH [each IN source_chain WHERE NOT each IN target_chain] AS here,
    [each IN target_chain WHERE NOT each IN source_chain] AS there
  UNWIND here AS one
  UNWIND there AS another
  UNWIND [[one, another], [another, one]] AS pair
  RETURN pair[0] AS actor, 'linked' AS fact, pair[1].id AS what
  UNION
  MATCH (source:Record {network: $network})-[tie:REPORTS_TO]->(target)
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
  WITH [each IN source_chain WHERE NOT each IN target_chain] AS here,
    [each IN target_chain WHERE NOT each IN source_chain] AS there
  UNWIND here AS one
  UNWIND there AS another
  UNWIND [[one, another], [another, one]] AS pair
  RETURN pair[0] AS actor, 'linked' AS fact, pair[1].id AS what
  UNION
  MATCH (pact:Cooperation {network: $network})
  WHERE pact.valid_from <= $as_of_last AND pact.valid_to >= $as_of_first
    AND EXISTS {
      MATCH (pact)<-[:PARTY_TO]-(party)
      WHERE party.valid_from <= $as_of_last AND party.valid_to >= $as_of_first
    }
  MATCH (pact)-[:PARTY_TO|CARRIED_BY]-(involved)
  WHERE involved.valid_from <= $as_of_last AND involved.valid_to >= $as_of_first
  CALL (involved) {
    OPTIONAL MATCH (involved)-[:WORKS_FOR]->(house)
    WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
    WITH involved, coalesce(house, involved) AS start
    RETURN [involved, start] + COLLECT {
        MATCH path = (start)-[:PART_OF*]->(whole)
        WHERE NOT start:Body AND NOT whole:Body
          AND all(each IN nodes(path)
            WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
        RETURN whole
      } AS chain
  }
  UNWIND chain AS side
  WITH DISTINCT pact, side
  WITH pact, collect(side) AS sides
  UNWIND sides AS actor
  UNWIND sides AS other
  RETURN actor, 'linked' AS fact, other.id AS what
  UNION
  MATCH path = (actor:Organization {network: $network})-[:PART_OF*]->(whole)
  WHERE all(each IN nodes(path)
    WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
  UNWIND [[actor, whole], [whole, actor]] AS pair
  RETURN pair[0] AS actor, 'linked' AS fact, pair[1].id AS what
  UNION
  // In which bodies somebody meets others; a body meets in itself.
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
  RETURN actor, 'meets' AS fact, body.id AS what
  UNION
  MATCH (actor:Body {network: $network})
  WHERE actor.valid_from <= $as_of_last AND actor.valid_to >= $as_of_first
  RETURN actor, 'meets' AS fact, actor.id AS what
  UNION
  // Who sits in something: members, their houses, and whom they sit there for.
  MATCH (actor:Organization {network: $network})<-[seat:MEMBER_OF]-(member)
  WHERE actor.valid_from <= $as_of_last AND actor.valid_to >= $as_of_first
    AND seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
    AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
  UNWIND [member] + COLLECT {
      UNWIND seat.on_behalf_of_ids AS named_id
      MATCH (named:Record {network: $network, id: named_id})
      USING INDEX SEEK named:Record(network, id)
      WHERE named.valid_from <= $as_of_last AND named.valid_to >= $as_of_first
      RETURN named
    } + COLLECT {
      MATCH (member)-[:WORKS_FOR]->(house)
      WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
      RETURN house
    } AS sitting
  RETURN actor, 'sits' AS fact, sitting.id AS what
}
WITH actor,
  collect(CASE WHEN fact = 'topic' THEN what END) AS topics,
  collect(CASE WHEN fact = 'linked' THEN what END) AS linked,
  collect(CASE WHEN fact = 'meets' THEN what END) AS meets,
  collect(CASE WHEN fact = 'sits' THEN what END) AS sits
WHERE size(topics) > 0
  AND NOT coalesce(actor.status, '') IN ['dissolved', 'merged']
  AND coalesce(actor.asked, '') <> 'left_out'
  AND (actor:Organization OR NOT EXISTS {
    MATCH (actor)-[:WORKS_FOR]->(house)
    WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
  })
UNWIND topics AS topic
WITH topic, count(*) AS peers, collect({
    id: actor.id, name: coalesce(actor.name, actor.function), topics: size(topics),
    linked: linked, meets: meets, sits: sits
  }) AS workers
UNWIND workers AS a
UNWIND workers AS b
WITH topic, peers, a, b
WHERE a.id < b.id
  AND NOT b.id IN a.linked
  AND NOT any(each IN a.meets WHERE each IN b.meets)
  AND NOT any(each IN a.sits WHERE each IN b.sits)
WITH a.id AS source_id, a.name AS source_name, b.id AS target_id, b.name AS target_name,
  a.topics + b.topics AS topics, topic, peers
ORDER BY topic
WITH source_id, source_name, target_id, target_name, topics,
  collect(topic) AS topic_ids, min(peers) AS peers
RETURN 'shared_topic_without_exchange' AS rule, source_id, source_name, target_id, target_name,
  topic_ids, [] AS via_ids, [] AS tie_ids,
  toFloat(size(topic_ids)) / (topics - size(topic_ids)) AS strength
ORDER BY strength DESC, peers, source_id, target_id
