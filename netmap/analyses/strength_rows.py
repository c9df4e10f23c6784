"""What works well as rows of one kind: exchange, bodies, links between levels, word back."""

from __future__ import annotations

from enum import StrEnum

from netmap.analyses.missing.ground import Ground
from netmap.analyses.strengths import level_bridges, regular_exchange, well_connected_bodies
from netmap.network import Network
from netmap.values import Part
from netmap.vocabulary import Sector


class StrengthKind(StrEnum):
    """In what respect something works well."""

    REGULAR_EXCHANGE = "regular_exchange"
    WELL_CONNECTED_BODY = "well_connected_body"
    LEVEL_BRIDGE = "level_bridge"
    LINE_WITH_RETURN = "line_with_return"


class Strength(Part):
    """Something that works well.

    Attributes:
        ids: Whom it is about: both sides of exchange or of a line, a body, a house or person.
        names: Their names; a person by its function, where one is recorded.
        with_ids: The way up from a body, or the bodies between whose levels somebody links.
        with_names: Their names.
        contacts_per_year: Of exchange.
        sectors: That sit together in a body, most seats first.
    """

    kind: StrengthKind
    ids: tuple[str, ...]
    names: tuple[str, ...]
    with_ids: tuple[str, ...] = ()
    with_names: tuple[str, ...] = ()
    contacts_per_year: float | None = None
    sectors: tuple[Sector, ...] = ()


def strengths(
    network: Network, *, min_contacts_per_year: float = 4, min_sectors: int = 3
) -> list[Strength]:
    """What works well, as far as it is recorded.

    - ``regular_exchange``: see `netmap.analyses.strengths.regular_exchange`.
    - ``well_connected_body``: see `netmap.analyses.strengths.well_connected_bodies`.
    - ``level_bridge``: see `netmap.analyses.strengths.level_bridges`.
    - ``line_with_return``: a reporting line along which decisions come back.

    Args:
        network: Snapshot at one date.
        min_contacts_per_year: Contacts from which exchange counts as regular, above 0.
        min_sectors: Sectors that have to sit together in a body, at least 2.

    Returns:
        By kind in the order above, within a kind in the order of its analysis; lines ascending
        by ids. Who is dissolved, merged or outside on purpose is left out.

    >>> from netmap.model import ExchangeTie, Organization, ReportingLine
    >>> network = Network.from_records([
    ...     Organization(id="a", name="A"),
    ...     Organization(id="b", name="B"),
    ...     ExchangeTie(id="1", source_id="b", target_id="a", contacts_per_year=12, confirmed=True),
    ...     ReportingLine(id="2", sender_id="a", receiver_id="b", returns_decisions=True),
    ... ])
    >>> [(row.kind.value, row.ids) for row in strengths(network)]
    [('regular_exchange', ('a', 'b')), ('line_with_return', ('a', 'b'))]
    """
    ground = network.once(Ground)
    called = dict(zip(network.actor_ids, ground.called, strict=True))

    def names(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(called[each] for each in ids)

    found = [
        Strength(
            kind=StrengthKind.REGULAR_EXCHANGE,
            ids=(tie.source_id, tie.target_id),
            names=names((tie.source_id, tie.target_id)),
            contacts_per_year=tie.contacts_per_year,
        )
        for tie in regular_exchange(network, min_contacts_per_year=min_contacts_per_year)
    ]
    found += [
        Strength(
            kind=StrengthKind.WELL_CONNECTED_BODY,
            ids=(body.id,),
            names=(body.name,),
            with_ids=body.way_ids[1:],
            with_names=names(body.way_ids[1:]),
            sectors=tuple(each.sector for each in body.sectors),
        )
        for body in well_connected_bodies(network, min_sectors=min_sectors)
    ]
    found += [
        Strength(
            kind=StrengthKind.LEVEL_BRIDGE,
            ids=(link.id,),
            names=names((link.id,)),
            with_ids=(*link.upper_ids, *link.lower_ids),
            with_names=names((*link.upper_ids, *link.lower_ids)),
        )
        for link in network.once(level_bridges)
    ]
    lines = network.reporting_lines.columns
    returned = {
        (sender, receiver)
        for sender, receiver, back in zip(
            lines["sender_id"], lines["receiver_id"], lines["returns_decisions"], strict=True
        )
        if back
    }
    found += [
        Strength(kind=StrengthKind.LINE_WITH_RETURN, ids=pair, names=names(pair))
        for pair in sorted(returned)
        if ground.silent.isdisjoint(network.actor_index[each] for each in pair)
    ]
    return found
