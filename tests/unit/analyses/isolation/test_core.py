"""Core numbers and the division into core and periphery."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from netmap.analyses.isolation.core import core_numbers, core_periphery, core_positions
from netmap.analyses.ties import Ties
from netmap.vocabulary import Asked, Status
from tests.small_networks import body, exchange, network, organization, person, seat, seats

_SIZE = 7
pairs = st.lists(st.tuples(st.integers(0, _SIZE - 1), st.integers(0, _SIZE - 1)), max_size=20)


def ties(edges: list[tuple[int, int]], actors: int = _SIZE) -> Ties:
    """A graph of numbered actors."""
    columns = np.array(edges, dtype=np.int32).reshape(-1, 2).T
    return Ties.from_pairs(columns[0], columns[1], actors=actors)


def errors(graph: Ties, core: set[int]) -> int:
    """Pairs that do not fit the pattern, counted one by one."""
    source, target = graph.pairs()
    tied = set(zip(source.tolist(), target.tolist(), strict=True))
    return sum(
        (pair not in tied) if core.issuperset(pair) else pair in tied
        for pair in combinations(range(graph.actors), 2)
        if len(core.intersection(pair)) != 1
    )


@given(pairs)
def test_no_division_has_fewer_errors(edges: list[tuple[int, int]]) -> None:
    """Against all of them."""
    graph = ties(edges)
    found = core_periphery(graph, np.ones(_SIZE, dtype=np.bool_))
    every = (set(core) for size in range(_SIZE + 1) for core in combinations(range(_SIZE), size))
    assert found.errors == min(errors(graph, core) for core in every)
    assert found.errors == errors(graph, set(np.flatnonzero(found.core).tolist()))


@given(pairs)
def test_the_correlation_is_that_of_the_pairs_written_out(edges: list[tuple[int, int]]) -> None:
    """Over the pairs within core and periphery."""
    graph = ties(edges)
    found = core_periphery(graph, np.ones(_SIZE, dtype=np.bool_))
    matrix = graph.matrix().toarray()
    core = found.core.tolist()
    within = [(i, j) for i, j in combinations(range(_SIZE), 2) if core[i] == core[j]]
    data = [matrix[pair] for pair in within]
    ideal = [core[i] for i, _ in within]
    if len(set(data)) < 2 or len(set(ideal)) < 2:
        assert found.correlation is None
    else:
        assert found.correlation is not None
        assert np.isclose(found.correlation, np.corrcoef(data, ideal)[0, 1])


@given(pairs)
def test_core_numbers_are_those_of_networkx(edges: list[tuple[int, int]]) -> None:
    """On any graph."""
    graph = nx.Graph([edge for edge in edges if edge[0] != edge[1]])
    graph.add_nodes_from(range(_SIZE))
    expected = nx.core_number(graph)
    assert core_numbers(ties(edges)).tolist() == [expected[each] for each in range(_SIZE)]


def test_employees_count_as_their_organisation_and_silent_ones_have_no_row() -> None:
    """What is gone ties nobody; who stays outside on purpose is not listed."""
    made = network(
        organization("office"),
        person("x", "office"),
        person("y", "office"),
        organization("quiet", asked=Asked.LEFT_OUT),
        body("AK"),
        body("old", status=Status.MERGED),
        seats("AK", "x", "y"),
        seat("x", "old"),
        exchange("quiet", "AK"),
    )
    rows = [(row.id, row.ties, row.core_number) for row in core_positions(made)]
    assert rows == [("AK", 2, 1), ("office", 1, 1)]


def test_the_extremes() -> None:
    """Nobody, one alone, all tied to all."""
    assert core_positions(network()) == []
    (row,) = core_positions(network(organization("a")))
    assert (row.ties, row.core_number, row.core, row.correlation) == (0, 0, False, None)
    made = network(
        [organization(each) for each in "abcd"],
        [exchange(*pair) for pair in combinations("abcd", 2)],
    )
    assert {(row.core, row.core_number, row.correlation) for row in core_positions(made)} == {
        (True, 3, None)
    }
