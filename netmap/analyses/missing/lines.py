"""Rules of missing exchange: whose results reach the level above, and whose decisions return."""

from __future__ import annotations

from collections import Counter, defaultdict
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


def steering_without_return_from_politics(ground: Ground) -> list[MissingLink]:
    """Steering bodies whose results reach politics, and to which no decision comes back.

    The way back leads from politics along reporting lines, from whole to part, and against a
    reporting line unless its record says that decisions do not return: what nobody said may be.
    """
    upper = politics(ground)
    heard = leads_to(ground.network, upper)
    answered = _reached_from(ground.network, upper)
    asked = [body for body in bodies_on(ground, Level.STEERING) if body in heard]
    return _rows(
        ground,
        MissingLinkRule.STEERING_WITHOUT_RETURN_FROM_POLITICS,
        asked,
        [body for body in asked if body not in answered],
        upper_bodies=bodies_on(ground, Level.POLITICAL),
        upper=upper,
    )


def line_without_return(ground: Ground) -> list[MissingLink]:
    """Reporting lines of which it is recorded that decisions do not return, by nothing else.

    The receiver neither reports to the sender nor exchanges with it.
    """
    network = ground.network
    returns = network.reporting_lines.columns["returns_decisions"]
    ids = network.reporting_lines.columns["id"]
    lines = list(
        zip(network.reporting.source.tolist(), network.reporting.target.tolist(), strict=True)
    )
    told: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row, pair in enumerate(lines):
        told[pair].append(row)
    asked = [
        (sender, receiver)
        for sender, receiver in sorted(told)
        if sender != receiver
        and not ground.is_silent(sender)
        and not ground.is_silent(receiver)
        and all(returns[row] is not None for row in told[sender, receiver])
    ]
    without = [
        (sender, receiver)
        for sender, receiver in asked
        if not any(returns[row] for row in told[sender, receiver])
        and (receiver, sender) not in told
        and (min(sender, receiver), max(sender, receiver)) not in ground.exchange
    ]
    strength = (1 + len(asked) - len(without)) / (1 + len(asked))
    return [
        ground.link(
            MissingLinkRule.LINE_WITHOUT_RETURN,
            receiver,
            sender,
            strength,
            via=ground.members.get(sender, set()) & ground.members.get(receiver, set()),
            ties=[ids[row] for row in told[sender, receiver]],
        )
        for receiver, sender in sorted((receiver, sender) for sender, receiver in without)
    ]


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


def _reached_from(network: Network, starts: Iterable[int]) -> set[int]:
    """Who may hear of what some actors decide."""
    below: dict[int, set[int]] = defaultdict(set)
    lines = network.reporting
    returns = network.reporting_lines.columns["returns_decisions"]
    for row, (sender, receiver) in enumerate(
        zip(lines.source.tolist(), lines.target.tolist(), strict=True)
    ):
        below[sender].add(receiver)
        # Stores without a type for truth hand over 0 and 1.
        if returns[row] is None or returns[row]:
            below[receiver].add(sender)
    for part, whole in enumerate(network.parents.tolist()):
        if whole != ABSENT:
            below[whole].add(part)
    found: set[int] = set()
    reached = set(starts)
    while reached:
        found |= reached
        reached = {each for actor in reached for each in below[actor]} - found
    return found


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
    return _rows(ground, rule, sources, without, upper_bodies=upper_bodies, upper=upper)


def _rows(
    ground: Ground,
    rule: MissingLinkRule,
    asked: list[int],
    without: list[int],
    *,
    upper_bodies: list[int],
    upper: set[int],
) -> list[MissingLink]:
    strength = (1 + len(asked) - len(without)) / (1 + len(asked))
    seated_above: dict[int, list[int]] = defaultdict(list)
    for each in upper_bodies:
        for member in ground.members.get(each, ()):
            seated_above[member].append(each)
    only = upper_bodies[0] if len(upper_bodies) == 1 else None
    return [
        ground.link(
            rule,
            body,
            _likeliest(ground.members.get(body, set()), seated_above, only),
            strength,
            via=[
                member
                for member in ground.members.get(body, ())
                if ground.has_house_in(member, upper) or member in seated_above
            ],
        )
        for body in without
    ]


def _likeliest(
    members: set[int], seated_above: dict[int, list[int]], only: int | None
) -> int | None:
    """The upper body with most of the members; without any, the only one there is."""
    shared = Counter(each for member in members for each in seated_above.get(member, ()))
    return min(shared, key=lambda each: (-shared[each], each), default=only)
