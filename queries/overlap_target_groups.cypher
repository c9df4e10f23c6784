// title: Overlap of bodies by target groups
// purpose: Pairs of bodies that work for the same people in the words recorded for them,
//   without regard to case (ß as ss) and spacing. A pair has to reach both thresholds; the
//   larger of the two containments counts. The same rows as the analysis of overlap, most
//   similar first.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
//   min_jaccard: share = 0
//   min_containment: share = 0
// columns: bodies, names, sizes, shared, shared_ids, shared_names, jaccard, overlap_coefficient,
//   containment, nested
MATCH (body:Body {network: $network})
WHERE body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
UNWIND coalesce(body.target_groups, []) AS word
WITH body, word,
  split(replace(toLower(normalize(word, NFKC)), 'ß', 'ss'),
    [' ', '\t', '\n', '\r', '\u0085', '\u1680', '\u2028', '\u2029']) AS pieces
WITH body, word, reduce(key = '', piece IN pieces | CASE
    WHEN piece = '' THEN key
    WHEN key = '' THEN piece
    ELSE key + ' ' + piece
  END) AS key
WHERE key <> ''
WITH key, min(word) AS name, collect(DISTINCT body) AS bodies
UNWIND bodies AS body
WITH body, {id: key, name: name} AS thing
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
