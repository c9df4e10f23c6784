// title: Reports whose numbers differ
// purpose: Ties that both sides report, one of them with at least twice as many contacts a year
//   as the other; of several reports of a side the largest counts. Dissolved and merged
//   bodies and who stays outside on purpose are left out. The same rows as this rule of
//   the analysis of missing exchange.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
// columns: rule, source_id, source_name, target_id, target_name, topic_ids, via_ids, tie_ids,
//   strength
MATCH (source:Record {network: $network})-[tie:EXCHANGES_WITH]->(target)
WHERE source.valid_from <= $as_of_last AND source.valid_to >= $as_of_first
  AND tie.valid_from <= $as_of_last AND tie.valid_to >= $as_of_first
  AND target.valid_from <= $as_of_last AND target.valid_to >= $as_of_first
  AND source <> target
WITH tie, CASE WHEN source.id < target.id THEN source ELSE target END AS a,
  CASE WHEN source.id < target.id THEN target ELSE source END AS b
OPTIONAL MATCH (a)-[:WORKS_FOR]->(house_a)
WHERE house_a.valid_from <= $as_of_last AND house_a.valid_to >= $as_of_first
OPTIONAL MATCH (b)-[:WORKS_FOR]->(house_b)
WHERE house_b.valid_from <= $as_of_last AND house_b.valid_to >= $as_of_first
WITH tie, a, b, [a, coalesce(house_a, a)] AS speak_a, [b, coalesce(house_b, b)] AS speak_b
WHERE none(each IN speak_a + speak_b WHERE coalesce(each.asked, '') = 'left_out'
    OR coalesce(each.status, '') IN ['dissolved', 'merged'])
OPTIONAL MATCH (reporter:Record {network: $network, id: tie.reported_by_id})
USING INDEX SEEK reporter:Record(network, id)
WHERE reporter.valid_from <= $as_of_last AND reporter.valid_to >= $as_of_first
OPTIONAL MATCH (reporter)-[:WORKS_FOR]->(house)
WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
WITH tie, a, b, speak_a, speak_b,
  coalesce(reporter IN speak_a OR house = a, false) AS by_a,
  coalesce(reporter IN speak_b OR house = b, false) AS by_b
WITH a, b, tie.id AS tie_id, tie.contacts_per_year AS contacts,
  CASE WHEN by_a AND NOT by_b THEN 'a' WHEN by_b AND NOT by_a THEN 'b' END AS side
ORDER BY tie_id
WITH a, b, tie_id, contacts, side
WHERE side IS NOT NULL AND contacts IS NOT NULL
WITH a, b, collect(tie_id) AS tie_ids,
  max(CASE side WHEN 'a' THEN contacts END) AS told_by_a,
  max(CASE side WHEN 'b' THEN contacts END) AS told_by_b
WITH a, b, tie_ids, CASE WHEN told_by_a < told_by_b THEN told_by_a ELSE told_by_b END AS fewer,
  CASE WHEN told_by_a < told_by_b THEN told_by_b ELSE told_by_a END AS more
WHERE fewer < more AND more >= 2 * fewer
RETURN 'different_numbers' AS rule, a.id AS source_id, coalesce(a.name, a.function) AS source_name,
  b.id AS target_id, coalesce(b.name, b.function) AS target_name,
  [] AS topic_ids, [] AS via_ids, tie_ids, 1 - fewer / more AS strength
ORDER BY strength DESC, source_id, target_id
