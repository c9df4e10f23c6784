// title: Lines along which nothing returns
// purpose: Reporting lines of which it is recorded that decisions do not return, where the receiver
//   neither reports back nor exchanges with the sender. What nobody said about a line may
//   return. Dissolved and merged bodies and who stays outside on purpose are left out. The
//   same rows as this rule of the analysis of missing exchange, without their ways.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
// columns: rule, source_id, source_name, target_id, target_name, topic_ids, via_ids, tie_ids,
//   strength
WITH COLLECT {
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
  UNWIND [each IN source_chain WHERE NOT each IN target_chain] AS one
  UNWIND [each IN target_chain WHERE NOT each IN source_chain] AS another
  UNWIND [[one.id, another.id], [another.id, one.id]] AS pair
  RETURN DISTINCT pair
} AS exchanging
MATCH (sender:Record {network: $network})-[line:REPORTS_TO]->(receiver)
WHERE sender.valid_from <= $as_of_last AND sender.valid_to >= $as_of_first
  AND line.valid_from <= $as_of_last AND line.valid_to >= $as_of_first
  AND receiver.valid_from <= $as_of_last AND receiver.valid_to >= $as_of_first
  AND sender <> receiver
OPTIONAL MATCH (sender)-[:WORKS_FOR]->(house_s)
WHERE house_s.valid_from <= $as_of_last AND house_s.valid_to >= $as_of_first
OPTIONAL MATCH (receiver)-[:WORKS_FOR]->(house_r)
WHERE house_r.valid_from <= $as_of_last AND house_r.valid_to >= $as_of_first
WITH exchanging, sender, receiver, line
WHERE none(each IN [sender, receiver, coalesce(house_s, sender), coalesce(house_r, receiver)]
  WHERE coalesce(each.asked, '') = 'left_out'
    OR coalesce(each.status, '') IN ['dissolved', 'merged'])
WITH exchanging, sender, receiver, line
ORDER BY line.id
WITH exchanging, sender, receiver, collect(line.id) AS tie_ids,
  collect(line.returns_decisions) AS answers
WHERE size(answers) = size(tie_ids)
WITH collect({sender: sender, receiver: receiver, tie_ids: tie_ids}) AS asked,
  collect(CASE WHEN NOT true IN answers
      AND NOT [receiver.id, sender.id] IN exchanging
      AND NOT EXISTS {
        MATCH (receiver)-[back:REPORTS_TO]->(sender)
        WHERE back.valid_from <= $as_of_last AND back.valid_to >= $as_of_first
      }
    THEN {sender: sender, receiver: receiver, tie_ids: tie_ids} END) AS without
WITH without, toFloat(1 + size(asked) - size(without)) / (1 + size(asked)) AS strength
UNWIND without AS one
WITH one.sender AS sender, one.receiver AS receiver, one.tie_ids AS tie_ids, strength
RETURN 'line_without_return' AS rule, receiver.id AS source_id,
  coalesce(receiver.name, receiver.function) AS source_name, sender.id AS target_id,
  coalesce(sender.name, sender.function) AS target_name, [] AS topic_ids,
  COLLECT {
    MATCH (sender)<-[here:MEMBER_OF]-(member)
    WHERE here.valid_from <= $as_of_last AND here.valid_to >= $as_of_first
      AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
      AND EXISTS {
        MATCH (member)-[there:MEMBER_OF]->(receiver)
        WHERE there.valid_from <= $as_of_last AND there.valid_to >= $as_of_first
      }
      AND NOT coalesce(member.status, '') IN ['dissolved', 'merged']
      AND coalesce(member.asked, '') <> 'left_out'
      AND NOT EXISTS {
        MATCH (member)-[:WORKS_FOR]->(house)
        WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
          AND (house.asked = 'left_out' OR house.status IN ['dissolved', 'merged'])
      }
    RETURN DISTINCT member.id AS id
    ORDER BY id
  } AS via_ids, tie_ids, strength
ORDER BY source_id, target_id
