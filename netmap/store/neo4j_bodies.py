"""The label ``:Body`` in the graph, on exactly the organisations that are bodies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netmap.changes import LoggedChange
from netmap.model import Membership, Organization, is_body
from netmap.store.neo4j_records import ends
from netmap.store.neo4j_server import Transaction
from netmap.vocabulary import Kind


def mark_bodies(
    tx: Transaction,
    nodes: Sequence[LoggedChange],
    ties: Sequence[LoggedChange],
    *,
    is_first: bool,
) -> None:
    """Bring the labels up to date with changes that are written.

    Args:
        tx: Has the network's lock.
        nodes: Changes of nodes.
        ties: Changes of relationships.
        is_first: Whether nothing else stands in the network: then no organisation is looked up.
    """
    if is_first:
        tx.write("mark_bodies", "ids", _bodies(nodes, ties))
    else:
        _mark_anew(tx, nodes, ties)


def _bodies(nodes: Iterable[LoggedChange], ties: Iterable[LoggedChange]) -> list[str]:
    """Ids of the organisations that are bodies, where nothing else stands in the network."""
    seats = [each.after for each in ties if isinstance(each.after, Membership)]
    with_members = {each.organization_id for each in seats}
    houses = [each.after for each in nodes if isinstance(each.after, Organization)]
    return [
        each.id
        for each in houses
        if is_body(
            meets=each.meets,
            level=each.level,
            meetings_per_year=each.meetings_per_year,
            classification=each.classification,
            has_members=each.id in with_members,
        )
    ]


def _mark_anew(
    tx: Transaction, nodes: Iterable[LoggedChange], ties: Iterable[LoggedChange]
) -> None:
    concerned = {each.record_id for each in nodes if isinstance(each.after, Organization)}
    for change in ties:
        if change.kind is Kind.MEMBERSHIP:
            concerned |= {ends(each)[1] for each in (change.before, change.after) if each}
    turned: dict[bool, list[str]] = {True: [], False: []}
    for record_id, meets, level, meetings, classification, has_members, marked in tx.in_batches(
        "body_facts", "ids", sorted(concerned)
    ):
        is_one = is_body(
            meets=meets,
            level=level,
            meetings_per_year=meetings,
            classification=classification,
            has_members=has_members,
        )
        if is_one is not marked:
            turned[is_one].append(record_id)
    tx.write("mark_bodies", "ids", turned[True])
    tx.write("unmark_bodies", "ids", turned[False])
