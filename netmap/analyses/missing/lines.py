"""Rules of missing exchange: whose results reach the level above by reporting line or as a part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import ABSENT, Network
from netmap.vocabulary import Level, Sector


def group_without_line_to_steering(ground: Ground) -> list[MissingLink]:
    """Operational and ad hoc bodies from which no line leads to a steering body."""
    steering = bodies_on(ground, Level.STEERING)
    if not steering:
        return []
    return _without_line(
        ground,
        MissingLinkRule.GROUP_WITHOUT_LINE_TO_STEERING,
        bodies_on(ground, Level.OPERATIONAL, Level.AD_HOC),
        upper_bodies=steering,
        upper=set(steering),
    )


def steering_without_line_to_politics(ground: Ground) -> list[MissingLink]:
    """Steering bodies from which no line leads to a political body or an actor of politics."""
    return _without_line(
        ground,
        MissingLinkRule.STEERING_WITHOUT_LINE_TO_POLITICS,
        bodies_on(ground, Level.STEERING),
        upper_bodies=bodies_on(ground, Level.POLITICAL),
        upper=politics(ground),
    )


def bodies_on(ground: Ground, *levels: Level) -> list[int]:
    """Bodies on some levels that are neither gone nor left out, ascending."""
    placed = ground.network.values("level")
    return [
        body
        for body in ground.network.bodies.tolist()
        if placed[body] in levels and body not in ground.silent
    ]


def politics(ground: Ground) -> set[int]:
    """Political bodies that are not gone, and all actors of the political sector."""
    sectors = ground.network.values("sector")
    return {
        *bodies_on(ground, Level.POLITICAL),
        *(actor for actor, sector in enumerate(sectors) if sector == Sector.POLITICS),
    }


def leads_to(network: Network, goals: Iterable[int]) -> dict[int, int]:
    """The next step on a shortest way up to one of some goals, for all actors that have one.

    Steps go from sender to receiver of a reporting line and from a part to its whole. A goal's
    next step is itself. Among equally short ways the one over the lowest index is taken.

    >>> from netmap.model import Organization, ReportingLine
    >>> network = Network.from_records([
    ...     Organization(id="a", name="A", meets=True, parent_id="b"),
    ...     Organization(id="b", name="B", meets=True),
    ...     Organization(id="c", name="C", meets=True),
    ...     ReportingLine(id="1", sender_id="b", receiver_id="c"),
    ... ])
    >>> leads_to(network, [2])
    {2: 2, 1: 2, 0: 1}
    """
    below: dict[int, set[int]] = defaultdict(set)
    lines = network.reporting
    for sender, receiver in zip(lines.source.tolist(), lines.target.tolist(), strict=True):
        below[receiver].add(sender)
    for part, whole in enumerate(network.parents.tolist()):
        if whole != ABSENT:
            below[whole].add(part)
    step = {goal: goal for goal in sorted(goals)}
    reached = list(step)
    while reached:
        found: list[int] = []
        for above in sorted(reached):
            for actor in sorted(below[above]):
                if actor not in step:
                    step[actor] = above
                    found.append(actor)
        reached = found
    return step


def _without_line(
    ground: Ground,
    rule: MissingLinkRule,
    sources: list[int],
    *,
    upper_bodies: list[int],
    upper: set[int],
) -> list[MissingLink]:
    linked = leads_to(ground.network, upper)
    without = [body for body in sources if body not in linked]
    strength = (1 + len(sources) - len(without)) / (1 + len(sources))
    return [
        ground.link(
            rule,
            body,
            _likeliest(ground, body, upper_bodies),
            strength,
            via=[
                member
                for member in ground.members.get(body, ())
                if ground.has_house_in(member, upper)
                or any(member in ground.members.get(each, ()) for each in upper_bodies)
            ],
        )
        for body in without
    ]


def _likeliest(ground: Ground, body: int, upper_bodies: list[int]) -> int | None:
    """The upper body with most of the members; without any, the only one there is."""
    members = ground.members.get(body, set())
    shared = {each: len(members & ground.members.get(each, set())) for each in upper_bodies}
    most = max(shared.values(), default=0)
    if most == 0:
        return upper_bodies[0] if len(upper_bodies) == 1 else None
    return min(each for each, count in shared.items() if count == most)
