"""Rules of missing exchange: who has no contact, or none with a rhythm, with coordination."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations

from netmap.analyses.missing.contacts import met, recorded_links
from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink, MissingLinkRule

_OFFICE_WORDS = ("koordinierungsstelle", "coordinating office", "coordination office")
_OFFICE_SHORT = frozenset({"koko", "kommunale koordinierung"})


def partner_without_exchange_with_coordination(ground: Ground) -> list[MissingLink]:
    """Organisations that are no bodies, without exchange with a coordinating office."""
    partners = _partners(ground)
    exchanging = _exchanging(ground)
    return _rows(
        ground,
        MissingLinkRule.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION,
        [actor for actor in partners if actor not in exchanging],
        asked=len(partners),
    )


def partner_without_regular_exchange_with_coordination(
    ground: Ground, contacts_per_year: float
) -> list[MissingLink]:
    """Organisations whose exchange with a coordinating office is known to have no rhythm.

    Every tie with an office is irregular or has fewer contacts a year. How often is unknown of a
    tie that names no number and is not irregular: it may be regular.
    """
    network = ground.network
    columns = network.exchange_ties.columns
    offices = set(ground.offices)
    ties: dict[int, list[tuple[str, bool]]] = defaultdict(list)
    for row, tie_id in enumerate(columns["id"]):
        ends = int(network.exchange.source[row]), int(network.exchange.target[row])
        number = columns["contacts_per_year"][row]
        rare = bool(columns["irregular"][row]) or (
            number is not None and number < contacts_per_year
        )
        found = {side for pair in ground.who.joined(*ends) if offices & set(pair) for side in pair}
        for side in found - offices:
            ties[side].append((tie_id, rare))
    partners = [actor for actor in _partners(ground) if actor in ties]
    return _rows(
        ground,
        MissingLinkRule.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION,
        [actor for actor in partners if all(rare for _, rare in ties[actor])],
        asked=len(partners),
        ties={actor: [tie_id for tie_id, _ in ties[actor]] for actor in partners},
    )


def coordinating_offices_without_contact(ground: Ground) -> list[MissingLink]:
    """Pairs of coordinating offices of different territories with no recorded contact.

    An office is one where its record says how coordination is built (one of this network), or
    where its classification names one; of each pair at least one is of this network. Two are of
    different territories where both are recorded and differ; where one is not recorded, if exactly
    one of the offices belongs to this network.
    """
    network = ground.network
    own = set(ground.offices)
    words = network.values("classification")
    offices = sorted(
        own
        | {
            actor
            for actor in range(len(network.actor_ids))
            if _names_an_office(words[actor]) and actor not in ground.silent
        }
    )
    territories = [(each or "").casefold() for each in network.values("territory")]
    apart = [
        (a, b)
        for a, b in combinations(offices, 2)
        if (a in own or b in own)
        and (
            territories[a] != territories[b]
            if territories[a] and territories[b]
            else (a in own) != (b in own)
        )
        and not ground.nested(a, b)
    ]
    links = recorded_links(ground)
    without = [pair for pair in apart if pair not in links and not met(ground, *pair)]
    strength = (1 + len(apart) - len(without)) / (1 + len(apart))
    return [
        ground.link(MissingLinkRule.COORDINATING_OFFICES_WITHOUT_CONTACT, a, b, strength)
        for a, b in without
    ]


def _names_an_office(classification: str | None) -> bool:
    words = (classification or "").casefold()
    return words in _OFFICE_SHORT or any(each in words for each in _OFFICE_WORDS)


def _partners(ground: Ground) -> list[int]:
    """Organisations that are no bodies and neither part nor whole of an office."""
    network, offices = ground.network, ground.offices
    if not offices:
        return []
    return [
        actor
        for actor in ground.who.partners
        if not network.person_mask[actor]
        and actor not in ground.silent
        and not any(actor == office or ground.nested(actor, office) for office in offices)
    ]


def _exchanging(ground: Ground) -> set[int]:
    """Actors that exchange with an office."""
    offices = set(ground.offices)
    return {side for pair in ground.exchange if offices & set(pair) for side in pair}


def _rows(
    ground: Ground,
    rule: MissingLinkRule,
    without: list[int],
    *,
    asked: int,
    ties: dict[int, list[str]] | None = None,
) -> list[MissingLink]:
    offices = ground.offices
    rooms = set().union(*(ground.meets_in.get(office, set()) for office in offices))
    strength = (1 + asked - len(without)) / (1 + asked)
    return [
        ground.link(
            rule,
            actor,
            offices[0] if len(offices) == 1 else None,
            strength,
            via=ground.meets_in.get(actor, set()) & rooms,
            ties=(ties or {}).get(actor, ()),
        )
        for actor in without
    ]
