"""Every analysis over real data: what is known of them from a plain look at the files."""

from __future__ import annotations

import csv
import json
from collections import Counter
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from netmap.analyses.bridges import bridges
from netmap.analyses.graph.cuts import articulation_points, bridge_ties, components
from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Aspect
from netmap.analyses.overlaps.groups import overlap_groups
from netmap.analyses.overlaps.shared import member_overlap
from netmap.analyses.summary import summary
from netmap.analyses.ties import TieKind, ties
from netmap.dates import period
from netmap.ingest.formats import read_source
from netmap.network import Network
from netmap.values import Part
from tests.analyses_list import ANALYSES

LIMIT = 10_000_000


@pytest.fixture(scope="module")
def karlsruhe(real_data: Path) -> Network:
    """Bodies and offices of a city, without their persons."""
    parsed = read_source(real_data / "karlsruhe_oparl" / "organizations.json", limit_bytes=LIMIT)
    return Network.from_records(parsed.records, as_of=period("2025-06-30"))


@pytest.fixture(scope="module")
def tasmania(real_data: Path) -> Network:
    """Councillors of a state, their councils and parties."""
    parsed = read_source(real_data / "au_tasmania_popolo" / "TAS.json", limit_bytes=LIMIT)
    return Network.from_records(parsed.records, as_of=period("2018-01-01"))


@pytest.fixture(scope="module")
def seats(real_data: Path) -> list[dict[str, Any]]:
    """The memberships of Tasmania as the file holds them."""
    file = real_data / "au_tasmania_popolo" / "TAS.json"
    found: list[dict[str, Any]] = json.loads(file.read_text("utf-8"))["memberships"]
    return found


@pytest.mark.parametrize("name", ["congress", "karlsruhe", "tasmania"])
def test_every_analysis_has_rows_that_can_be_written(
    name: str, request: pytest.FixtureRequest
) -> None:
    """Typed, the same when asked again, and with names of actors that are there."""
    network: Network = request.getfixturevalue(name)
    for analysis in ANALYSES:
        found = analysis(network)
        rows = found if isinstance(found, list) else [found]
        assert all(isinstance(row, Part) for row in rows), analysis
        assert found == analysis(network), analysis
        json.dumps([row.model_dump(mode="json") for row in rows], allow_nan=False)


def test_karlsruhe_says_nothing_about_ties_that_nobody_published(karlsruhe: Network) -> None:
    """All bodies are without members, all offices without ties; nothing overlaps, no link lacks."""
    sizes = summary(karlsruhe)
    aspects = Counter(row.aspect for row in isolates(karlsruhe))
    assert (sizes.bodies, sizes.organizations, sizes.persons) == (27, 67, 0)
    assert aspects == {Aspect.BODY_WITHOUT_MEMBERS: 27, Aspect.NO_TIE: 67}
    said = {getattr(each, "__name__", ""): each(karlsruhe) for each in ANALYSES}
    for name in ("member_overlap", "overlap_groups", "missing_exchange", "bridges", "flow"):
        assert said[name] == []


def test_parties_of_tasmania_for_which_people_sit_are_tied(
    tasmania: Network, seats: list[dict[str, Any]]
) -> None:
    """Councils are no bodies in this file, but whoever has a party there ties it."""
    named = {each.get("on_behalf_of_id") for each in seats} - {None}
    alone = {row.id for row in isolates(tasmania) if row.aspect is Aspect.NO_TIE}
    assert len(named) == 4
    assert not alone & named


def test_the_party_unknown_holds_the_councils_of_tasmania_together(
    tasmania: Network, seats: list[dict[str, Any]]
) -> None:
    """Nearly every council falls apart from the others without it, as taking it out shows."""
    graph: nx.Graph[str] = nx.Graph()
    for each in seats:
        graph.add_edge(each["person_id"], each["organization_id"])
        if each.get("on_behalf_of_id"):
            graph.add_edge(each["organization_id"], each["on_behalf_of_id"])
    (row,) = bridges(tasmania)
    assert row.ids == ("party/unknown",)
    assert "party/unknown" in set(nx.articulation_points(graph))


def test_cuts_of_congress_are_those_that_networkx_finds_in_the_bare_file(
    congress: Network, real_data: Path
) -> None:
    """Components, articulation points and bridges of the graph of persons and committees."""
    with (real_data / "us_congress" / "memberships.csv").open(encoding="utf-8", newline="") as file:
        graph = nx.Graph((row["person_id"], row["body_id"]) for row in csv.DictReader(file))
    found, ids = ties(congress, {TieKind.SEAT}), congress.actor_ids
    assert {ids[each] for each in articulation_points(found)} == set(nx.articulation_points(graph))
    assert {frozenset((ids[a], ids[b])) for a, b in bridge_ties(found)} == {
        frozenset(pair) for pair in nx.bridges(graph)
    }
    # Nine persons and two bodies are in no row of the file.
    parts = Counter(components(found).tolist())
    assert len(parts) == nx.number_connected_components(graph) + 11


def test_groups_of_committees_overlap_in_every_pair(congress: Network) -> None:
    """Whatever is called a group is one: each two of its bodies share members."""
    pairs = {row.bodies for row in member_overlap(congress)}
    groups = overlap_groups(congress)
    for group in groups:
        assert set(combinations(sorted(group.bodies), 2)) <= pairs
