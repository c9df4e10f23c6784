"""A committee that is almost one that exists, asked of the committees of the US Congress."""

from __future__ import annotations

import pytest

from netmap.analyses.overlaps.candidate.index import CandidateIndex
from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.network import Network


@pytest.fixture(scope="module")
def members(congress: Network) -> list[str]:
    """The names of the first 20 members of the Senate committee on commerce, by id."""
    commerce = congress.actor_index["SSCM"]
    found = sorted(congress.seats.source[congress.seats.target == commerce].tolist())
    return [congress.labels[each] for each in found[:20]]


def test_commerce_and_its_subgroup_of_all_members_come_first(
    congress: Network, members: list[str]
) -> None:
    """20 of its 28 members: Jaccard 20/28, whichever way the names are written."""
    index = CandidateIndex.of(congress)
    answer = index.query(Candidate(name="New committee", members=tuple(members)), most=5)
    assert answer.unknown == ()
    first, second = answer.overlaps[:2]
    assert first.id == "SSCM"
    assert "Telecommunications" in second.name
    for row in (first, second):
        assert row.members is not None
        assert (row.members.sizes, row.members.shared) == ((20, 28), 20)
        assert row.members.jaccard == 20 / 28
        assert row.members.containment == (1.0, 20 / 28)
    shouted = tuple(name.upper() for name in members)
    assert index.query(Candidate(members=shouted), most=5).overlaps == answer.overlaps


def test_committees_with_most_of_the_members_could_take_it_up(
    congress: Network, members: list[str]
) -> None:
    """No topics are recorded, so it takes half of the members."""
    answer = CandidateIndex.of(congress).query(Candidate(members=tuple(members)), most=50)
    assert {"SSCM"} < {row.id for row in answer.meetings}
    for row in answer.meetings:
        assert row.members is not None
        assert row.members.containment[0] >= 0.5
    assert answer.invitations == ()
