// title: Participation by sector and level
// purpose: How each sector takes part in the bodies of each level: organisations,
//   persons and seats, its share of the partners and of the seats, and the second by the
//   first. A sector without a seat at a level has a row, too. The same rows as the analysis
//   of participation, but for whom it suggests.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
// columns: group, level, organizations, persons, seats, partners, share_of_partners,
//   share_of_seats, representation
CALL () {
  // Partners: organisations that are no bodies, and persons of whom no organisation is known.
  MATCH (partner:Person|Organization {network: $network})
  WHERE partner.valid_from <= $as_of_last AND partner.valid_to >= $as_of_first
    AND NOT partner:Body AND NOT coalesce(partner.status, '') IN ['dissolved', 'merged']
    AND NOT EXISTS {
      MATCH (partner)-[:WORKS_FOR]->(house)
      WHERE house.valid_from <= $as_of_last AND house.valid_to >= $as_of_first
    }
  WITH partner.sector AS group, count(*) AS partners
  RETURN collect({group: group, partners: partners}) AS partner_counts
}
CALL () {
  MATCH (body:Body {network: $network})
  WHERE body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
    AND NOT coalesce(body.status, '') IN ['dissolved', 'merged']
  // Of the unknown level a text stands in, because a list of groups would lose it.
  RETURN collect(DISTINCT coalesce(body.level, '')) AS levels
}
CALL () {
  MATCH (body:Body {network: $network})<-[seat:MEMBER_OF]-(member)
  WHERE body.valid_from <= $as_of_last AND body.valid_to >= $as_of_first
    AND NOT coalesce(body.status, '') IN ['dissolved', 'merged']
    AND seat.valid_from <= $as_of_last AND seat.valid_to >= $as_of_first
    AND member.valid_from <= $as_of_last AND member.valid_to >= $as_of_first
  WITH body, member, COLLECT {
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
  UNWIND CASE WHEN size(named) > 0 THEN named WHEN size(houses) > 0 THEN houses ELSE [member] END
    AS holder
  WITH body, member, holder
  WHERE NOT coalesce(holder.status, '') IN ['dissolved', 'merged']
  WITH coalesce(holder.sector, '') AS group, coalesce(body.level, '') AS level,
    collect(DISTINCT [holder.id, body.id]) AS pairs,
    collect(DISTINCT CASE WHEN holder:Organization THEN holder.id END) AS organizations,
    collect(DISTINCT CASE WHEN member:Person THEN member.id END) AS persons
  RETURN collect({
    group: group, level: level, seats: size(pairs), organizations: size(organizations),
    persons: size(persons)
  }) AS seat_counts
}
WITH partner_counts, seat_counts, levels,
  ['politics', 'administration', 'education', 'business', 'civil_society', 'other', ''] AS groups,
  reduce(sum = 0, each IN partner_counts |
    sum + CASE WHEN each.group IS NULL THEN 0 ELSE each.partners END) AS known_partners
UNWIND range(0, 6) AS group_rank
WITH *, groups[group_rank] AS group
WITH *, reduce(sum = 0, each IN partner_counts |
    sum + CASE WHEN coalesce(each.group, '') = group THEN each.partners ELSE 0 END) AS partners
WHERE partners > 0 OR any(each IN seat_counts WHERE each.group = group)
UNWIND range(0, 4) AS level_rank
WITH *, ['political', 'steering', 'operational', 'ad_hoc', ''][level_rank] AS level
WHERE level IN levels
WITH *, head([each IN seat_counts WHERE each.group = group AND each.level = level]) AS found,
  reduce(sum = 0, each IN seat_counts |
    sum + CASE WHEN each.level = level AND each.group <> '' THEN each.seats ELSE 0 END)
    AS known_seats
WITH *, coalesce(found.seats, 0) AS seats
RETURN nullIf(group, '') AS group, nullIf(level, '') AS level,
  coalesce(found.organizations, 0) AS organizations, coalesce(found.persons, 0) AS persons,
  seats, partners,
  CASE WHEN group <> '' AND known_partners > 0 THEN toFloat(partners) / known_partners END
    AS share_of_partners,
  CASE WHEN group <> '' AND known_seats > 0 THEN toFloat(seats) / known_seats END
    AS share_of_seats,
  CASE WHEN group <> '' AND known_seats > 0 AND partners > 0
    THEN toFloat(seats * known_partners) / (known_seats * partners) END AS representation
ORDER BY group_rank, level_rank
