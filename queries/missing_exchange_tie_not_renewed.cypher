// title: Reports that nobody renewed
// purpose: Exchange of which every report has a date, and the last lies more than so many years
//   back; a partial date counts by its last day. Dissolved and merged bodies and who stays
//   outside on purpose are left out. The same rows as this rule of the analysis of missing
//   exchange, without their ways.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
//   years: integer = 3
// columns: rule, source_id, source_name, target_id, target_name, topic_ids, via_ids, tie_ids,
//   strength
WITH toInteger(left($as_of_first, 4)) AS year
WITH year, right('000' + toString(year - $years), 4) + substring($as_of_first, 4) AS limit
MATCH (source:Record {network: $network})-[tie:EXCHANGES_WITH]->(target)
WHERE source.valid_from <= $as_of_last AND source.valid_to >= $as_of_first
  AND tie.valid_from <= $as_of_last AND tie.valid_to >= $as_of_first
  AND target.valid_from <= $as_of_last AND target.valid_to >= $as_of_first
  AND source <> target
WITH year, limit, tie, CASE WHEN source.id < target.id THEN source ELSE target END AS a,
  CASE WHEN source.id < target.id THEN target ELSE source END AS b
OPTIONAL MATCH (a)-[:WORKS_FOR]->(house_a)
WHERE house_a.valid_from <= $as_of_last AND house_a.valid_to >= $as_of_first
OPTIONAL MATCH (b)-[:WORKS_FOR]->(house_b)
WHERE house_b.valid_from <= $as_of_last AND house_b.valid_to >= $as_of_first
WITH year, limit, tie, a, b
WHERE none(each IN [a, b, coalesce(house_a, a), coalesce(house_b, b)]
  WHERE coalesce(each.asked, '') = 'left_out'
    OR coalesce(each.status, '') IN ['dissolved', 'merged'])
WITH year, limit, a, b, tie
ORDER BY tie.id
WITH year, limit, a, b, collect(tie.id) AS tie_ids, collect(tie.reported_at) AS dates
WHERE size(dates) = size(tie_ids)
  AND all(date IN dates WHERE date < left(limit, size(date)))
WITH a, b, tie_ids,
  1 - toFloat($years) / (1 + year - reduce(latest = 0, date IN dates |
    CASE WHEN toInteger(left(date, 4)) > latest THEN toInteger(left(date, 4)) ELSE latest END
  )) AS strength
RETURN 'tie_not_renewed' AS rule, a.id AS source_id, coalesce(a.name, a.function) AS source_name,
  b.id AS target_id, coalesce(b.name, b.function) AS target_name,
  [] AS topic_ids, [] AS via_ids, tie_ids, strength
ORDER BY strength DESC, source_id, target_id
