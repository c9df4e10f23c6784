"""Examining a graph itself: its totals, its labels, what is drawn from fields, what is nobody's."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.integrity import Damage, DamageKind, record_place
from netmap.language import Text, same
from netmap.model import is_body
from netmap.store.neo4j_server import Transaction


def damages_of_graph(tx: Transaction) -> Iterator[Damage]:
    """What belongs to no network."""
    for label, count in tx.rows("check_orphans"):
        yield Damage.of(DamageKind.GRAPH_ORPHAN, same(f":{label}"), None, count=count)


def damages_of_network(tx: Transaction, network_id: str) -> Iterator[Damage]:
    """What is wrong with the drawing of one network, other than what its records say."""
    _, records, versions = tx.row("network_state")
    found_records, found_versions = tx.row("check_totals")
    if (records, versions) != (found_records, found_versions):
        yield Damage.of(
            DamageKind.GRAPH_TOTALS,
            Text(de="Netzwerk", en="network"),
            network_id,
            records=records,
            versions=versions,
            found_records=found_records,
            found_versions=found_versions,
        )
    for record_id, meets, level, meetings, classification, has_members, marked in tx.rows(
        "check_bodies"
    ):
        is_one = is_body(
            meets=meets,
            level=level,
            meetings_per_year=meetings,
            classification=classification,
            has_members=has_members,
        )
        if is_one is not marked:
            yield Damage.of(DamageKind.GRAPH_BODY, record_place(record_id), network_id)
    for type_, record_id in tx.rows("check_ends"):
        yield Damage.of(DamageKind.GRAPH_ENDS, record_place(record_id), network_id, type=type_)
    for type_, field, record_id in tx.rows("check_links"):
        yield Damage.of(
            DamageKind.GRAPH_LINK, record_place(record_id), network_id, type=type_, field=field
        )
