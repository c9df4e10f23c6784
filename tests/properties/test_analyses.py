"""What holds of every analysis and of all findings, in networks of any shape."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netmap.analyses.bridges import bridges
from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.link import MissingLinkRule
from netmap.analyses.representation import ActorType
from netmap.analyses.rhythm import exchange_rhythm
from netmap.analyses.summary import summary
from netmap.findings.findings import findings
from netmap.findings.thresholds import Thresholds
from netmap.findings.words import INVITATION
from netmap.network import Network
from netmap.values import Record
from tests.analyses_list import ANALYSES
from tests.small_networks import body, exchange, line, organization, person, seat, topic, work
from tests.strategies import networks_of_records

TALKATIVE = Thresholds(
    overlap_min_jaccard=0,
    overlap_min_containment=0,
    overlap_min_shared=1,
    bridge_min_part=1,
    balanced_min_sectors=2,
    ad_hoc_years=0,
)
"""Thresholds that let small networks speak."""


# Networks with every field drawn are costly to draw: how fast says more about the machine, which
# other tests share, than about the analyses. Half the usual number of them shows the same.
untimed = settings(deadline=None)
of_any_shape = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


@of_any_shape
@given(networks_of_records(), st.randoms(use_true_random=False))
def test_the_order_of_records_does_not_matter(records: list[Record], random: Random) -> None:
    """Every analysis, and every finding, is the same for shuffled records."""
    shuffled = list(records)
    random.shuffle(shuffled)
    first, second = Network.from_records(records), Network.from_records(shuffled)
    for analysis in ANALYSES:
        assert analysis(first) == analysis(second)
    assert findings(first, thresholds=TALKATIVE) == findings(second, thresholds=TALKATIVE)


@of_any_shape
@given(networks_of_records())
def test_findings_are_whole_and_told_apart_by_their_ids(records: list[Record]) -> None:
    """Each finding has a subject, evidence and both languages, and no two have the same id."""
    found = findings(Network.from_records(records), thresholds=TALKATIVE)
    assert len({each.id for each in found}) == len(found)
    for each in found:
        assert each.subjects
        assert each.evidence
        assert each.suggestion.de.endswith(INVITATION.de)
        assert each.suggestion.en.endswith(INVITATION.en)
        assert each.total_of_kind >= 1


_partners = st.sampled_from(["office", "desk", "club", "ada", "bo", "cy"])
_actors = st.sampled_from(["office", "desk", "club", "ada", "bo", "cy", "AK", "SG"])


@st.composite
def lively_networks(draw: st.DrawFn) -> list[Record]:
    """Offices, clubs, people and bodies with a few ties among them."""
    return [
        organization("office"),
        organization("desk", parent_id=draw(st.sampled_from([None, "office"]))),
        organization("club"),
        person("ada", draw(st.sampled_from([None, "office", "desk"]))),
        person("bo", draw(st.sampled_from([None, "club"]))),
        person("cy"),
        body("AK"),
        body("SG"),
        topic("jobs"),
        topic("sport"),
        *(
            seat(member, in_body)
            for member, in_body in draw(
                st.lists(st.tuples(_partners, st.sampled_from(["AK", "SG"])), max_size=6)
            )
        ),
        *(
            exchange(source, target)
            for source, target in draw(st.lists(st.tuples(_actors, _actors), max_size=4))
        ),
        *(
            line(source, target)
            for source, target in draw(st.lists(st.tuples(_actors, _actors), max_size=2))
        ),
        *(
            record
            for actor in draw(st.sets(_actors))
            for record in work(actor, *draw(st.sets(st.sampled_from(["jobs", "sport"]))))
        ),
    ]


@untimed
@given(lively_networks(), _actors, _actors)
def test_further_exchange_leaves_nobody_more_alone(
    records: list[Record], source: str, target: str
) -> None:
    """No row about a missing tie appears because a tie was added."""
    alone = {"no_tie", "seat_without_exchange"}
    more = [*records, exchange(source, target)]
    before = {(row.id, row.aspect) for row in isolates(Network.from_records(records))}
    after = {(row.id, row.aspect) for row in isolates(Network.from_records(more))}
    assert {row for row in after if row[1] in alone} <= before
    pairs_before = _shared_topic_pairs(Network.from_records(records))
    pairs_after = _shared_topic_pairs(Network.from_records(more))
    assert pairs_after <= pairs_before
    assert (source, target) not in pairs_after
    assert (target, source) not in pairs_after


def _shared_topic_pairs(network: Network) -> set[tuple[str, str | None]]:
    rule = MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE
    return {(row.source_id, row.target_id) for row in missing_exchange(network) if row.rule is rule}


seats = st.lists(
    st.tuples(
        st.integers(0, 9).map(lambda number: f"person {number}"),
        st.integers(0, 6).map(lambda number: f"body {number}"),
    ),
    max_size=24,
)


@untimed
@given(seats, st.integers(1, 3))
def test_bridges_are_who_leaves_parts_behind_when_taken_out(
    pairs: list[tuple[str, str]], min_part: int
) -> None:
    """The tree of blocks finds what taking out each person in turn finds."""
    graph = nx.Graph(pairs)
    expected = {}
    for each in sorted({member for member, _ in pairs}):
        rest = graph.subgraph(nx.node_connected_component(graph, each) - {each})
        parts = [
            tuple(sorted(node for node in part if node.startswith("body")))
            for part in nx.connected_components(rest)
        ]
        parts = sorted((part for part in parts if part), key=lambda part: (-len(part), part))
        if sum(len(part) for part in parts[1:]) >= min_part:
            expected[each] = (tuple(parts[1:]), len(parts[0]))
    found = bridges(Network.from_pairs(pairs), min_part=min_part)
    persons = {row.ids[0]: row for row in found if row.types == (ActorType.PERSON,)}
    assert {each: (row.parts, row.main_size) for each, row in persons.items()} == expected


@pytest.mark.parametrize("analysis", ANALYSES)
def test_an_empty_network_raises_nothing(analysis: Callable[[Network], Any]) -> None:
    """There is nothing to say, and that is no error."""
    found = analysis(Network.from_records([]))
    # These two count, and zero is a count.
    assert found == [] or analysis in {summary, exchange_rhythm}
