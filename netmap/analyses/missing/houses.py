"""Rules of missing exchange: whether steering and working level touch inside each house."""

from __future__ import annotations

from collections import defaultdict

from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.lines import bodies_on, leads_to
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.vocabulary import HouseLevel, Level


def steering_seat_without_working_level(ground: Ground) -> list[MissingLink]:
    """Organisations in steering whose working level no recorded seat or line reaches.

    They sit in a steering body, in no operational or ad hoc body, hold no seat at their own
    operational level, and no reporting line runs inside their house.
    """
    steering = set(bodies_on(ground, Level.STEERING))
    working = set(bodies_on(ground, Level.OPERATIONAL, Level.AD_HOC))
    seated = _seated(ground, steering)
    own_working_level = _with_operational_seat(ground)
    lines = _with_line_inside(ground)
    without = [
        actor
        for actor in seated
        if ground.meets_in[actor].isdisjoint(working)
        and actor not in own_working_level
        and actor not in lines
    ]
    carriers = _persons_in(ground, steering)
    strength = (1 + len(seated) - len(without)) / (1 + len(seated))
    return [
        ground.link(
            MissingLinkRule.STEERING_SEAT_WITHOUT_WORKING_LEVEL,
            actor,
            None,
            strength,
            others=ground.meets_in[actor] & steering,
            via=carriers[actor],
        )
        for actor in without
    ]


def working_seat_without_steering_level(ground: Ground) -> list[MissingLink]:
    """Organisations at the working level whose experience no recorded way brings to steering.

    They sit in operational or ad hoc bodies from none of which a line leads to a steering body,
    in no steering body, and no reporting line runs inside their house. No row where no steering
    body is recorded.
    """
    upper = bodies_on(ground, Level.STEERING)
    if not upper:
        return []
    steering = set(upper)
    working = set(bodies_on(ground, Level.OPERATIONAL, Level.AD_HOC))
    heard = leads_to(ground.network, steering)
    seated = _seated(ground, working)
    lines = _with_line_inside(ground)
    without = [
        actor
        for actor in seated
        if ground.meets_in[actor].isdisjoint(steering)
        and not any(body in heard for body in ground.meets_in[actor] & working)
        and actor not in heard
        and actor not in lines
    ]
    carriers = _persons_in(ground, working)
    strength = (1 + len(seated) - len(without)) / (1 + len(seated))
    return [
        ground.link(
            MissingLinkRule.WORKING_SEAT_WITHOUT_STEERING_LEVEL,
            actor,
            upper[0] if len(upper) == 1 else None,
            strength,
            others=ground.meets_in[actor] & working,
            via=carriers[actor],
        )
        for actor in without
    ]


def _seated(ground: Ground, bodies: set[int]) -> list[int]:
    """Organisations that are no bodies and sit in some bodies, ascending."""
    return [
        actor
        for actor in ground.who.partners
        if not ground.network.person_mask[actor]
        and actor not in ground.silent
        and not ground.meets_in.get(actor, set()).isdisjoint(bodies)
    ]


def _with_operational_seat(ground: Ground) -> set[int]:
    """Organisations with a seat that is held at their operational level."""
    network = ground.network
    levels = network.memberships.columns["house_level"]
    return {
        actor
        for row, member in enumerate(network.seats.source.tolist())
        if levels[row] == HouseLevel.OPERATIONAL
        for sent in (member, *ground.named[row])
        for actor in ground.who.chains[sent]
    }


def _with_line_inside(ground: Ground) -> set[int]:
    """Organisations inside which a reporting line runs."""
    network, chains = ground.network, ground.who.chains
    marked = network.reporting_lines.columns["within_house"]
    found: set[int] = set()
    for row, (sender, receiver) in enumerate(
        zip(network.reporting.source.tolist(), network.reporting.target.tolist(), strict=True)
    ):
        found |= chains[sender] & chains[receiver]
        if marked[row]:
            found |= chains[sender] | chains[receiver]
    return found


def _persons_in(ground: Ground, bodies: set[int]) -> dict[int, set[int]]:
    """For each organisation the persons who sit in some bodies and work for it."""
    network = ground.network
    found: dict[int, set[int]] = defaultdict(set)
    for member, body in zip(
        network.seats.source.tolist(), network.seats.target.tolist(), strict=True
    ):
        if body in bodies and network.person_mask[member]:
            for actor in ground.who.chains[member]:
                found[actor].add(member)
    return found
