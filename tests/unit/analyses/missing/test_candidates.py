"""Statistical candidates: who is no neighbour and knows the same others."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.analyses.missing.candidates import link_candidates, resource_allocation
from netmap.analyses.ties import Ties
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Status
from tests.small_networks import (
    body,
    cooperation,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
)

_actor = st.integers(0, 13)


@settings(deadline=None)
@given(st.lists(st.tuples(_actor, _actor), max_size=40))
def test_the_index_is_that_of_networkx(pairs: list[tuple[int, int]]) -> None:
    """For every pair with a common neighbour, tied or not."""
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(14))
    graph.add_edges_from((a, b) for a, b in pairs if a != b)
    ends = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    ties = Ties.from_pairs(ends[:, 0], ends[:, 1], actors=14)
    every = [(a, b) for a in range(14) for b in range(a + 1, 14)]
    expected = {
        (a, b): index for a, b, index in nx.resource_allocation_index(graph, every) if index
    }
    found = {
        (a, b): index
        for block in resource_allocation(ties)
        for a, b, index in zip(*(each.tolist() for each in block), strict=True)
    }
    assert found == pytest.approx(expected)


THREE = [organization("chamber"), organization("club"), organization("school")]
KNOWN = [exchange("chamber", "club"), exchange("school", "club")]


def pairs(made: Network) -> list[tuple[str, str]]:
    """Both ends of each row."""
    return [(row.source_id, row.target_id) for row in link_candidates(made)]


def test_two_who_know_the_same_are_explained_by_it() -> None:
    """Persons by function; many who know few weigh more than one who knows many."""
    made = network(
        THREE,
        KNOWN,
        person("ada", function="Mayor"),
        exchange("ada", "chamber"),
        exchange("ada", "school"),
    )
    (row,) = link_candidates(made)
    assert (row.common_ids, row.common_names) == (("ada", "club"), ("Mayor", "club"))
    assert row.resource_allocation == 1.0


@pytest.mark.parametrize(
    "links",
    [
        [exchange("chamber", "school")],
        [line("chamber", "school")],
        [cooperation("chamber", "school")],
        [body("AK"), seat("chamber", "AK"), seat("school", "AK")],
    ],
)
def test_who_has_a_link_or_meets_is_no_candidate(links: list[Record]) -> None:
    """As in the rule about shared topics."""
    assert ("chamber", "school") not in pairs(network(THREE, KNOWN, links))


@pytest.mark.parametrize("fields", [{"asked": Asked.LEFT_OUT}, {"status": Status.DISSOLVED}])
def test_nobody_who_is_gone_or_left_out_ends_or_explains_a_candidate(
    fields: dict[str, object],
) -> None:
    """Neither as an end nor as the common neighbour."""
    quiet = organization("quiet", **fields)
    as_end = [exchange("quiet", "club"), exchange("club", "school")]
    as_neighbour = [exchange("quiet", "club"), exchange("quiet", "school")]
    assert pairs(network(THREE, quiet, as_end)) == []
    assert pairs(network(THREE, quiet, as_neighbour)) == []


def test_a_body_whose_members_are_known_is_a_place_to_meet() -> None:
    """Existing structures: who exchanges with its members may be a guest there."""
    made = network(THREE, body("AK"), seat("club", "AK"), exchange("chamber", "club"))
    assert pairs(made) == [("AK", "chamber")]


def test_persons_explain_and_are_no_ends() -> None:
    """People are not matched by numbers."""
    made = network(THREE, person("ada"), exchange("ada", "club"), exchange("club", "school"))
    assert pairs(made) == []


def test_no_more_than_asked_for() -> None:
    """The best ones, by index, then by ids."""
    made = network(
        organization("hub"),
        [organization(each) for each in "abcd"],
        [exchange("hub", each) for each in "abcd"],
    )
    assert [row.target_id for row in link_candidates(made, most=2)] == ["b", "c"]
    assert len(link_candidates(made)) == 6
