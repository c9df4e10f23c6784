// title: Steering to which no decision of politics returns
// purpose: Steering bodies from which a way leads to politics, and to which none leads back: along
//   reporting lines, from whole to part, or against a line unless its record says that
//   decisions do not return. Dissolved and merged bodies and who stays outside on purpose
//   are left out. The same rows as this rule of the analysis of missing exchange, without
//   their ways.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
// columns: rule, source_id, source_name, target_id, target_name, topic_ids, via_ids, tie_ids,
//   strength
WITH COLLECT {
    MATCH (upper:Body {network: $network})
    WHERE upper.level = 'political'
      AND upper.valid_from <= $as_of_last AND upper.valid_to >= $as_of_first
      AND NOT coalesce(upper.status, '') IN ['dissolved', 'merged']
      AND coalesce(upper.asked, '') <> 'left_out'
    RETURN upper
  } AS upper_bodies
WITH upper_bodies, upper_bodies + COLLECT {
    MATCH (actor:Person|Organization {network: $network})
    WHERE actor.sector = 'politics'
      AND actor.valid_from <= $as_of_last AND actor.valid_to >= $as_of_first
    RETURN actor
  } AS goals
MATCH (body:Body {network: $network})
WHERE body.level IN ['steering']
  AND body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
  AND NOT coalesce(body.status, '') IN ['dissolved', 'merged']
  AND coalesce(body.asked, '') <> 'left_out'
WITH body, upper_bodies, goals, body IN goals OR EXISTS {
    MATCH ANY SHORTEST (body) (()-[step:REPORTS_TO|PART_OF]->(next)
      WHERE next.valid_from <= $as_of_last AND next.valid_to >= $as_of_first
        AND coalesce(step.valid_from, '') <= $as_of_last
        AND coalesce(step.valid_to, '9999-12-31') >= $as_of_first)+ (goal)
    WHERE goal IN goals
  } AS has_way
WITH upper_bodies, goals, body, has_way
WHERE has_way
WITH upper_bodies, goals, body, body IN goals OR EXISTS {
    MATCH ANY SHORTEST (body) ((heard)-[step:REPORTS_TO|PART_OF]-(tells)
      WHERE tells.valid_from <= $as_of_last AND tells.valid_to >= $as_of_first
        AND coalesce(step.valid_from, '') <= $as_of_last
        AND coalesce(step.valid_to, '9999-12-31') >= $as_of_first
        AND CASE type(step)
          WHEN 'PART_OF' THEN startNode(step) = heard
          ELSE startNode(step) = tells OR coalesce(step.returns_decisions, true)
        END)+ (goal)
    WHERE goal IN goals
  } AS has_return
WITH upper_bodies, goals, collect(body) AS bodies,
  collect(CASE WHEN has_return THEN NULL ELSE body END) AS without
WITH upper_bodies, goals, without,
  toFloat(1 + size(bodies) - size(without)) / (1 + size(bodies)) AS strength
UNWIND without AS body
WITH upper_bodies, goals, strength, body, COLLECT {
    MATCH (body)<-[seat:MEMBER_OF]-(member)
    WHERE seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
      AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
    RETURN DISTINCT member
  } AS members
WITH upper_bodies, goals, strength, body, members, COLLECT {
    UNWIND upper_bodies AS upper
    MATCH (upper)<-[seat:MEMBER_OF]-(member)
    WHERE seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
      AND member IN members
    WITH upper, count(DISTINCT member) AS shared
    ORDER BY shared DESC, upper.id
    LIMIT 1
    RETURN upper
  } AS likeliest
WITH body, strength,
  CASE
    WHEN size(likeliest) = 1 THEN likeliest[0]
    WHEN size(upper_bodies) = 1 THEN upper_bodies[0]
  END AS target,
  COLLECT {
    UNWIND members AS member
    WITH member
    WHERE (member IN goals
      OR EXISTS {
        MATCH (member)-[:WORKS_FOR]->(house)
        WHERE house IN goals
      }
      OR EXISTS {
        MATCH (member)-[seat:MEMBER_OF]->(upper)
        WHERE upper IN upper_bodies
          AND seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
      })
      AND NOT coalesce(member.status, '') IN ['dissolved', 'merged']
      AND coalesce(member.asked, '') <> 'left_out'
      AND NOT EXISTS {
        MATCH (member)-[:WORKS_FOR]->(house)
        WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
          AND (house.asked = 'left_out' OR house.status IN ['dissolved', 'merged'])
      }
    RETURN member.id AS id
    ORDER BY id
  } AS via_ids
RETURN 'steering_without_return_from_politics' AS rule, body.id AS source_id,
  body.name AS source_name,
  target.id AS target_id, target.name AS target_name,
  [] AS topic_ids, via_ids, [] AS tie_ids, strength
ORDER BY source_id
