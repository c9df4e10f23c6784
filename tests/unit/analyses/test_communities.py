"""Who meets and talks with each other more than with the rest."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from netmap.analyses.communities import communities, leiden
from netmap.analyses.ties import Ties
from netmap.vocabulary import Asked, Level, Sector
from tests.small_networks import body, exchange, line, network, organization, person, seats


def test_two_groups_that_one_body_joins_are_two_communities() -> None:
    """The body stands in one of them and leads to the other; sizes, ties and sectors are told."""
    made = network(
        [organization(each, sector=Sector.EDUCATION) for each in ("a", "b", "c")],
        [organization(each, sector=Sector.BUSINESS) for each in ("x", "y", "z")],
        body("schools", Level.STEERING),
        body("firms", Level.STEERING),
        seats("schools", "a", "b", "c"),
        seats("firms", "x", "y", "z"),
        *(exchange(*pair) for pair in (("a", "b"), ("b", "c"), ("x", "y"), ("y", "z"))),
        exchange("c", "x"),
    )
    first, second = communities(made)
    assert (first.member_ids, first.body_ids) == (("a", "b", "c"), ("schools",))
    assert (second.member_ids, second.body_ids) == (("x", "y", "z"), ("firms",))
    assert (first.ties_within, first.ties_outside) == (5, 1)
    assert [(each.sector, each.count) for each in first.sectors] == [(Sector.EDUCATION, 3)]
    assert first.agreement_with_sectors == 1
    assert first.agreement_with_steering == 1
    assert 0.3 < first.modularity < 0.5


def test_a_body_with_others_in_it_is_where_a_community_meets_the_rest() -> None:
    """It is named in its own community."""
    made = network(
        [organization(each) for each in "abcxyz"],
        body("A"),
        body("X"),
        seats("A", "a", "b", "c", "x"),
        seats("X", "x", "y", "z"),
        *(exchange(*pair) for pair in (("a", "b"), ("a", "c"), ("b", "c"))),
        *(exchange(*pair) for pair in (("x", "y"), ("x", "z"), ("y", "z"))),
    )
    found = {row.body_ids: row.across_ids for row in communities(made)}
    assert found == {("A",): ("A",), ("X",): ()}


def test_hierarchy_and_reports_do_not_make_a_community() -> None:
    """They are the official structure that the communities stand beside."""
    made = network(
        organization("part", parent_id="whole"),
        organization("whole"),
        organization("outside", asked=Asked.LEFT_OUT),
        line("part", "whole"),
        exchange("outside", "whole"),
    )
    assert communities(made) == []


def test_people_count_for_their_house() -> None:
    """A person of no house counts for itself."""
    made = network(
        organization("office"),
        person("ada", "office"),
        person("bo"),
        body("AK"),
        seats("AK", "ada", "bo"),
    )
    (found,) = communities(made)
    assert (found.member_ids, found.body_ids) == (("bo", "office"), ("AK",))
    assert found.agreement_with_sectors is None


@given(
    st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=30),
    st.randoms(use_true_random=False),
)
def test_every_community_hangs_together_whatever_the_order(
    pairs: list[tuple[int, int]], random: object
) -> None:
    """Leiden's guarantee; the same ties in another order give the same answer."""
    ends = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    graph = Ties.from_pairs(ends[:, 0], ends[:, 1], actors=12)
    _, label = leiden(graph)
    joined = nx.Graph((a, b) for a, b in pairs if a != b)
    assert set(label) == set(joined)
    for community in set(label.values()):
        assert nx.is_connected(joined.subgraph(a for a in label if label[a] == community))
    assert leiden(Ties.from_pairs(ends[::-1, 1], ends[::-1, 0], actors=12)) == leiden(graph)
