// title: Overlap of bodies by persons
// purpose: Pairs of bodies in which the same persons sit; organisations that are members do
//   not count. Seats count by role and by the level of the member's own house; several words
//   stand with commas between them, and 'all' counts every seat. A pair has to reach both
//   thresholds; the larger of the two containments counts. The same rows as the analysis of
//   overlap, most similar first.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
//   roles: text = all
//   house_levels: text = all
//   min_jaccard: share = 0
//   min_containment: share = 0
// columns: bodies, names, sizes, shared, shared_ids, shared_names, jaccard, overlap_coefficient,
//   containment, nested
MATCH (body:Body {network: $network})<-[seat:MEMBER_OF]-(member:Person)
WHERE body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
  AND seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
  AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
  AND ($roles = 'all' OR seat.role IN split($roles, ','))
  AND ($house_levels = 'all' OR seat.house_level IN split($house_levels, ','))
WITH DISTINCT body, {id: member.id, name: coalesce(member.name, member.function)} AS thing
WITH body, collect(thing) AS things
UNWIND things AS thing
WITH thing, collect({body: body, size: size(things)}) AS found
UNWIND found AS a
UNWIND found AS b
WITH thing, a.body AS a, b.body AS b, a.size AS size_a, b.size AS size_b
WHERE a.id < b.id
WITH a, b, size_a, size_b, thing
ORDER BY thing.id
WITH a, b, size_a, size_b, count(thing) AS shared, collect(thing.id) AS shared_ids,
  collect(thing.name) AS shared_names
WITH a, b, size_a, size_b, shared, shared_ids, shared_names,
  toFloat(shared) / (size_a + size_b - shared) AS jaccard,
  [toFloat(shared) / size_a, toFloat(shared) / size_b] AS containment
WHERE jaccard >= $min_jaccard
  AND (containment[0] >= $min_containment OR containment[1] >= $min_containment)
RETURN [a.id, b.id] AS bodies, [a.name, b.name] AS names, [size_a, size_b] AS sizes,
  shared, shared_ids, shared_names, jaccard,
  CASE WHEN size_a < size_b THEN containment[0] ELSE containment[1] END AS overlap_coefficient,
  containment,
  EXISTS {
    MATCH path = (a)-[:PART_OF*]->(b)
    WHERE all(each IN nodes(path)
      WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
  } OR EXISTS {
    MATCH path = (b)-[:PART_OF*]->(a)
    WHERE all(each IN nodes(path)
      WHERE each.valid_from <= $as_of_last AND each.valid_to >= $as_of_first)
  } AS nested
ORDER BY jaccard DESC, bodies
