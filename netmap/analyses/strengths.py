"""What works well and is worth saying first: confirmed exchange, balance, bridged levels."""

from __future__ import annotations

from collections import Counter, defaultdict

from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.lines import bodies_on, leads_to, politics
from netmap.analyses.missing.reports import different_numbers, reports
from netmap.analyses.representation import ActorType, actor_type
from netmap.network import Network
from netmap.projections import seat_holders
from netmap.values import Part
from netmap.vocabulary import Level, Sector


class RegularExchange(Part):
    """Exchange with a rhythm that both sides stand by.

    Attributes:
        contacts_per_year: The largest number that a confirmed report names.
        channels: By what means, in words, ascending.
        topic_ids: What it is about, ascending.
        tie_ids: The confirmed ties, ascending.
    """

    source_id: str
    source_name: str
    target_id: str
    target_name: str
    contacts_per_year: float
    channels: tuple[str, ...]
    topic_ids: tuple[str, ...]
    tie_ids: tuple[str, ...]


class SectorCount(Part):
    """How many of those who sit in a body come from one sector."""

    sector: Sector
    count: int


class WellConnectedBody(Part):
    """A body with a way up and members from several sectors.

    Attributes:
        way_ids: From the body to where its results are heard, both included.
        way_names: Their names.
        seated: Organisations, and persons without one, that sit in the body.
        sectors: Of these, those whose sector is known, by descending count, then sector.
    """

    id: str
    name: str
    level: Level
    way_ids: tuple[str, ...]
    way_names: tuple[str, ...]
    seated: int
    sectors: tuple[SectorCount, ...]


class LevelBridge(Part):
    """Somebody who sits on both sides between working level and steering or politics.

    Attributes:
        upper_ids: Steering and political bodies with its seats, ascending.
        lower_ids: Operational and ad hoc bodies with its seats, ascending.
    """

    id: str
    name: str
    type: ActorType
    upper_ids: tuple[str, ...]
    lower_ids: tuple[str, ...]


def regular_exchange(
    network: Network, *, min_contacts_per_year: float = 4
) -> list[RegularExchange]:
    """Pairs of actors with regular exchange that both sides confirm.

    A tie counts when it is confirmed, follows a rhythm and has at least
    ``min_contacts_per_year``. Pairs of which a tie is denied, or whose sides name numbers that do
    not fit together, are left to `netmap.analyses.missing.exchange.missing_exchange`. That both
    sides report a tie is the usual test of its reliability [1]_.

    Returns:
        By descending contacts a year, then by ids; the lower id first within a pair.

    >>> from netmap.model import ExchangeTie, Organization
    >>> network = Network.from_records([
    ...     Organization(id="a", name="A"),
    ...     Organization(id="b", name="B"),
    ...     ExchangeTie(id="1", source_id="b", target_id="a", contacts_per_year=12, confirmed=True),
    ... ])
    >>> [(row.source_id, row.target_id, row.contacts_per_year)
    ...  for row in regular_exchange(network)]
    [('a', 'b', 12.0)]

    .. [1] P. V. Marsden (1990), "Network Data and Measurement", Annual Review of Sociology 16,
       435-463, doi:10.1146/annurev.so.16.080190.002251
    """
    ground = network.once(Ground)
    columns = network.exchange_ties.columns
    row_of = {tie_id: row for row, tie_id in enumerate(columns["id"])}
    doubted = {(row.source_id, row.target_id) for row in different_numbers(ground)}
    found: list[RegularExchange] = []
    for (a, b), told in reports(ground).items():
        ids = (network.actor_ids[a], network.actor_ids[b])
        silent = any(ground.has_house_in(side, ground.silent) for side in (a, b))
        if silent or ids in doubted or any(each.confirmed is False for each in told):
            continue
        regular = [
            each
            for each in told
            if each.confirmed
            and not columns["irregular"][row_of[each.tie_id]]
            and (each.contacts_per_year or 0) >= min_contacts_per_year
        ]
        if not regular:
            continue
        rows = [row_of[each.tie_id] for each in regular]
        topics = {topic for row in rows for topic in columns["topic_ids"][row]}
        found.append(
            RegularExchange(
                source_id=ids[0],
                source_name=network.labels[a],
                target_id=ids[1],
                target_name=network.labels[b],
                contacts_per_year=max(each.contacts_per_year or 0 for each in regular),
                channels=tuple(sorted({columns["channel"][row] for row in rows} - {""})),
                topic_ids=tuple(sorted(topics & network.topic_index.keys())),
                tie_ids=tuple(each.tie_id for each in regular),
            )
        )
    return sorted(found, key=lambda row: (-row.contacts_per_year, row.source_id, row.target_id))


def well_connected_bodies(network: Network, *, min_sectors: int = 3) -> list[WellConnectedBody]:
    """Bodies whose results have a way up and in which several sectors sit together.

    A way up is, for operational and ad hoc bodies, one to a steering body, for steering bodies
    one to politics, as in `netmap.analyses.missing.exchange.missing_exchange`. Participation is
    balanced when at least ``min_sectors`` sectors are there and none holds more than half of all
    who sit in the body: a coarse reading of Blau's index of heterogeneity [1]_.

    Returns:
        By descending number of sectors, then by id.

    >>> well_connected_bodies(Network.from_pairs([("ada", "youth")]))
    []

    .. [1] P. M. Blau (1977), Inequality and Heterogeneity: A Primitive Theory of Social
       Structure, Free Press
    """
    ground = network.once(Ground)
    steering = leads_to(network, bodies_on(ground, Level.STEERING))
    political = leads_to(network, politics(ground))
    levels = network.values("level")
    sectors = network.values("sector")
    seated = _seated(network)
    found: list[WellConnectedBody] = []
    for body in bodies_on(ground, Level.OPERATIONAL, Level.AD_HOC, Level.STEERING):
        step = political if levels[body] == Level.STEERING else steering
        sitting = seated.get(body, set())
        known = Counter(Sector(sectors[each]) for each in sitting if sectors[each] is not None)
        if body not in step or len(known) < min_sectors or 2 * max(known.values()) > len(sitting):
            continue
        way = [body]
        while step[way[-1]] != way[-1]:
            way.append(step[way[-1]])
        found.append(
            WellConnectedBody(
                id=network.actor_ids[body],
                name=network.labels[body],
                level=levels[body],
                way_ids=tuple(network.actor_ids[each] for each in way),
                way_names=tuple(network.labels[each] for each in way),
                seated=len(sitting),
                sectors=tuple(
                    SectorCount(sector=sector, count=count)
                    for sector, count in sorted(
                        known.items(), key=lambda item: (-item[1], item[0].value)
                    )
                ),
            )
        )
    return sorted(found, key=lambda row: (-len(row.sectors), row.id))


def level_bridges(network: Network) -> list[LevelBridge]:
    """Who sits both in steering or politics and at the working level.

    Decisions travel down and results up inside such a house: a broker between levels in the sense
    of [1]_. Organisations that are no bodies, and persons of whom no organisation is known.

    Returns:
        Organisations by descending number of bodies, then by id; then persons by id: people are
        not ranked.

    .. [1] R. V. Gould, R. M. Fernandez (1989), "Structures of Mediation: A Formal Approach to
       Brokerage in Transaction Networks", Sociological Methodology 19, 89-126,
       doi:10.2307/270949
    """
    ground = network.once(Ground)
    upper = set(bodies_on(ground, Level.STEERING, Level.POLITICAL))
    lower = set(bodies_on(ground, Level.OPERATIONAL, Level.AD_HOC))
    bodies: dict[int, set[int]] = defaultdict(set)
    for body, sitting in _seated(network).items():
        for actor in sitting:
            if not network.body_mask[actor] and actor not in ground.silent:
                bodies[actor].add(body)
    found = [
        LevelBridge(
            id=network.actor_ids[actor],
            name=network.labels[actor],
            type=actor_type(network, actor),
            upper_ids=tuple(network.actor_ids[each] for each in sorted(sat_in & upper)),
            lower_ids=tuple(network.actor_ids[each] for each in sorted(sat_in & lower)),
        )
        for actor, sat_in in sorted(bodies.items())
        if sat_in & upper and sat_in & lower
    ]

    def order(row: LevelBridge) -> tuple[bool, int, str]:
        is_person = row.type is ActorType.PERSON
        return (is_person, 0 if is_person else -len(row.upper_ids + row.lower_ids), row.id)

    return sorted(found, key=order)


def _seated(network: Network) -> dict[int, set[int]]:
    """Organisations, and persons without one, that sit in each body."""
    held, _ = seat_holders(network)
    found: dict[int, set[int]] = defaultdict(set)
    for holder, body in zip(held.source.tolist(), held.target.tolist(), strict=True):
        found[body].add(holder)
    return found
