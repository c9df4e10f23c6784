"""How topics stand: links that one would expect between those who work on each, and overlaps."""

from __future__ import annotations

from collections import Counter, defaultdict

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.expectations import USUAL, Expectations
from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.limits import CONVENTIONS, OverlapLimits
from netmap.analyses.overlaps.structure import StructureOverlap, structure_overlap
from netmap.analyses.participation.seated import ParticipationBy, Seated
from netmap.network import ABSENT, Network
from netmap.values import Part
from netmap.vocabulary import Sector

_ON_A_TOPIC = frozenset(
    {
        MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE,
        MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY,
    }
)


class AbsentSector(Part):
    """A sector of the network from which nobody is recorded for a topic.

    Attributes:
        partners: Its partners in the network.
    """

    sector: Sector
    partners: int


class TopicStanding(Part):
    """What is recorded about one topic, and what one might expect besides.

    Attributes:
        without_body: Somebody works on it, and no body is recorded for it.
        missing: Links between those who work on it that one would expect, strongest first.
        absent_sectors: Sectors from which nobody is recorded for it.
        overlaps: Pairs of its bodies that overlap enough to talk about, by kind.
    """

    topic_id: str
    without_body: bool
    missing: tuple[MissingLink, ...]
    absent_sectors: tuple[AbsentSector, ...]
    overlaps: tuple[StructureOverlap, ...]


def topic_standings(
    network: Network,
    *,
    expected: Expectations = USUAL,
    limits: OverlapLimits = CONVENTIONS,
    sector_min_partners: int = 3,
) -> list[TopicStanding]:
    """How each topic stands, ascending by id.

    A sector takes part in a topic where one of its partners works on it, a person of them does, or
    one sits in a body that does. Where the sector of nobody who takes part is known, nothing
    follows, nor from sectors with fewer than ``sector_min_partners`` partners. What is dissolved,
    merged or outside on purpose is not spoken of, and successions are no overlaps.

    Args:
        network: Snapshot at one date.
        expected: Which rules of missing exchange speak.
        limits: From when on bodies overlap.
        sector_min_partners: Fewer partners of a sector may be heard elsewhere.

    Cost: that of `missing_exchange` and `structure_overlap`, and O(|M| |T|) for |M| seats and |T|
    topics.

    >>> from netmap.model import Organization, Topic, WorksOn
    >>> network = Network.from_records([
    ...     Topic(id="t", name="Monitoring"),
    ...     *(Organization(id=each, name=each, sector=Sector.EDUCATION) for each in "ab"),
    ...     *(Organization(id=each, name=each, sector=Sector.BUSINESS) for each in "xyz"),
    ...     *(WorksOn(id=f"w{each}", actor_id=each, topic_id="t") for each in "ab"),
    ... ])
    >>> [found] = topic_standings(network)
    >>> found.without_body, [(link.source_id, link.target_id) for link in found.missing]
    (True, [('a', 'b')])
    >>> [(each.sector.value, each.partners) for each in found.absent_sectors]
    [('business', 3)]
    """
    ground = network.once(Ground)
    workers: dict[int, set[int]] = {topic: set() for topic in range(len(network.topic_ids))}
    works = network.works_on
    for actor, topic in zip(works.source.tolist(), works.target.tolist(), strict=True):
        if actor not in ground.silent:
            workers[topic].add(actor)
    missing: dict[str, list[MissingLink]] = defaultdict(list)
    for link in network.once(missing_exchange, expected):
        if link.rule in _ON_A_TOPIC:
            for topic_id in link.topic_ids:
                missing[topic_id].append(link)
    overlaps = [
        (row, {network.actor_index[body] for body in row.bodies})
        for row in structure_overlap(network, limits=limits)
        if row.kind is not OverlapKind.SUCCESSION
    ]
    found = []
    for topic, actors in workers.items():
        topic_id = network.topic_ids[topic]
        bodies = {actor for actor in actors if network.body_mask[actor]}
        found.append(
            TopicStanding(
                topic_id=topic_id,
                without_body=bool(actors) and not bodies,
                missing=tuple(missing[topic_id]),
                absent_sectors=_absent(network, actors, bodies, sector_min_partners),
                overlaps=tuple(row for row, both in overlaps if both <= bodies),
            )
        )
    return found


def _absent(
    network: Network, actors: set[int], bodies: set[int], least: int
) -> tuple[AbsentSector, ...]:
    """Sectors with some partners, none of which takes part in a topic."""
    seated = network.once(Seated, ParticipationBy.SECTOR)
    houses = network.houses.tolist()
    involved = {seated.groups[actor] for actor in actors if actor not in bodies}
    involved |= {seated.groups[houses[actor]] for actor in actors if houses[actor] != ABSENT}
    involved |= {seat.group for seat in seated.seats if seat.body in bodies}
    if not involved - {None}:
        return ()
    partners = Counter(seated.groups[each] for each in seated.partners)
    return tuple(
        AbsentSector(sector=sector, partners=partners[sector.value])
        for sector in Sector
        if sector is not Sector.OTHER
        and sector.value not in involved
        and partners[sector.value] >= least
    )
