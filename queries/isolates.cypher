// title: Isolated partners
// purpose: Who stands apart, and in what respect, as far as ties are recorded: no tie at all, a
//   seat without exchange, exchange without a seat, a body without members, not asked
//   yet, left out on purpose (for the coordinating office alone). Who works for an
//   organisation, and its parts that are no bodies, act for it. What is dissolved or
//   merged is not listed. The same rows as the analysis of isolation, but for those about
//   parts, dependence and age, and for who could make the contact.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
// columns: id, name, type, aspect, asked, confidential
CALL () {
  // Who has a seat in a body, by itself, by who acts for it, or on its behalf.
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
  RETURN actor, 'seat' AS fact
  UNION
  // Who exchanges with others: both sides of a tie, without those that act for both.
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
  WHERE size(here) > 0 AND size(there) > 0
  UNWIND here + there AS actor
  RETURN actor, 'exchange' AS fact
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
  WHERE size(here) > 0 AND size(there) > 0
  UNWIND here + there AS actor
  RETURN actor, 'tie' AS fact
  UNION
  // Seats in anything, bodies or not, tie the member, for whom it sits, and where it does.
  MATCH (whole:Organization {network: $network})<-[seat:MEMBER_OF]-(member)
  WHERE whole.valid_from <= $as_of_last AND whole.valid_to >= $as_of_first
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
  UNWIND chain + [whole] AS actor
  RETURN actor, 'tie' AS fact
  UNION
  MATCH (actor:Organization {network: $network})<-[seat:MEMBER_OF]-(member)
  WHERE actor.valid_from <= $as_of_last AND actor.valid_to >= $as_of_first
    AND seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
    AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
  RETURN actor, 'member' AS fact
  UNION
  MATCH path = (:Body {network: $network})-[:PART_OF*]->(actor)
  WHERE all(each IN nodes(path)
    WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
  RETURN actor, 'tie' AS fact
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
  UNWIND chain AS actor
  RETURN actor, 'tie' AS fact
  UNION
  MATCH (actor:Person|Organization {network: $network})
  WHERE actor.valid_from <= $as_of_last AND actor.valid_to >= $as_of_first
  RETURN actor, 'there' AS fact
}
WITH actor, collect(fact) AS facts
WITH actor, facts, NOT actor:Body AND NOT EXISTS {
    MATCH (actor)-[:WORKS_FOR]->(house)
    WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
  } AS partner
WHERE NOT coalesce(actor.status, '') IN ['dissolved', 'merged']
UNWIND CASE
    WHEN actor.asked = 'left_out' THEN [[6, 'left_out']]
    ELSE [
      CASE WHEN partner AND NOT 'seat' IN facts AND NOT 'exchange' IN facts
        AND NOT 'tie' IN facts THEN [1, 'no_tie'] END,
      CASE WHEN partner AND 'seat' IN facts AND NOT 'exchange' IN facts
        THEN [2, 'seat_without_exchange'] END,
      CASE WHEN partner AND 'exchange' IN facts AND NOT 'seat' IN facts
        THEN [3, 'exchange_without_seat'] END,
      CASE WHEN actor:Body AND NOT 'member' IN facts THEN [4, 'body_without_members'] END,
      CASE WHEN actor.asked = 'not_asked' THEN [5, 'not_asked'] END
    ]
  END AS found
WITH actor, found[0] AS rank, found[1] AS aspect
WHERE aspect IS NOT NULL
RETURN actor.id AS id, coalesce(actor.name, actor.function) AS name,
  CASE WHEN actor:Person THEN 'person' WHEN actor:Body THEN 'body' ELSE 'organization' END AS type,
  aspect, actor.asked AS asked, aspect = 'left_out' AS confidential
ORDER BY rank, id
