// title: Meetings a year
// purpose: How many meetings a year organisations and persons have by their seats, those as
//   deputies and guests apart, and the bodies whose meetings are not recorded. A seat counts
//   for who holds it and for those it is held for. The same rows as the analysis of load, but
//   for names, hours and single bodies; ascending by id, for nobody is ranked.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
// columns: id, meetings_per_year, deputy_meetings_per_year, guest_meetings_per_year,
//   attendances_per_year, unknown
MATCH (body:Body {network: $network})<-[seat:MEMBER_OF]-(member)
WHERE body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
  AND NOT coalesce(body.status, '') IN ['dissolved', 'merged']
  AND coalesce(body.asked, '') <> 'left_out'
  AND seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
  AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
WITH body, seat, member, COLLECT {
    UNWIND seat.on_behalf_of_ids AS named_id
    MATCH (named:Record {network: $network, id: named_id})
    USING INDEX SEEK named:Record(network, id)
    WHERE named.valid_from <= $as_of_last AND named.valid_to >= $as_of_first
      AND (named:Person OR named:Organization)
    RETURN named
  } AS named, COLLECT {
    MATCH (member)-[:WORKS_FOR]->(house)
    WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
    RETURN house
  } AS houses
UNWIND CASE WHEN size(named) > 0 THEN named WHEN size(houses) > 0 THEN houses ELSE [] END
  + [member] AS holder
WITH DISTINCT body, seat, holder
WHERE NOT holder:Body AND NOT coalesce(holder.status, '') IN ['dissolved', 'merged']
  AND coalesce(holder.asked, '') <> 'left_out'
WITH holder, body,
  sum(CASE WHEN seat.role IN ['deputy_member', 'guest'] THEN 0 ELSE 1 END) AS ordinary,
  sum(CASE WHEN seat.role = 'deputy_member' THEN 1 ELSE 0 END) AS deputies
WITH holder, ordinary, deputies, body.meetings_per_year AS told,
  coalesce(body.meetings_per_year, 0.0) AS meetings
WITH holder.id AS id,
  sum(CASE WHEN ordinary > 0 THEN meetings ELSE 0.0 END) AS meetings_per_year,
  sum(CASE WHEN ordinary = 0 AND deputies > 0 THEN meetings ELSE 0.0 END)
    AS deputy_meetings_per_year,
  sum(CASE WHEN ordinary = 0 AND deputies = 0 THEN meetings ELSE 0.0 END)
    AS guest_meetings_per_year,
  sum(meetings * ordinary) AS attendances_per_year,
  sum(CASE WHEN told IS NULL THEN 1 ELSE 0 END) AS unknown
RETURN id, meetings_per_year, deputy_meetings_per_year, guest_meetings_per_year,
  attendances_per_year, unknown
ORDER BY id
