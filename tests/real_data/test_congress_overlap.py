"""Overlap and isolates of the committees of the US Congress, checked against a plain script."""

from __future__ import annotations

from collections import Counter

import pytest

from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Aspect
from netmap.analyses.overlaps.facts import OverlapFact
from netmap.analyses.overlaps.groups import overlap_groups
from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.shared import Overlap, member_overlap
from netmap.analyses.overlaps.structure import StructureOverlap, structure_overlap
from netmap.findings.findings import findings
from netmap.findings.kinds import FindingKind
from netmap.network import Network


@pytest.fixture(scope="module")
def overlaps(congress: Network) -> list[Overlap]:
    """All pairs of bodies that share a member."""
    return member_overlap(congress)


@pytest.fixture(scope="module")
def structures(congress: Network) -> list[StructureOverlap]:
    """Pairs that overlap enough to talk about."""
    return structure_overlap(congress)


def test_87_pairs_share_at_least_half_of_their_members(
    congress: Network, overlaps: list[Overlap]
) -> None:
    """The threshold is inclusive, and the same rows lead the list of all."""
    half = member_overlap(congress, min_jaccard=0.5)
    assert len(half) == 87
    assert overlaps[:87] == half


def test_senate_commerce_and_its_telecommunications_subcommittee_are_the_same_28(
    overlaps: list[Overlap],
) -> None:
    """A subgroup that is its parent."""
    (row,) = [
        row
        for row in overlaps
        if row.bodies[0] == "SSCM" and row.nested and row.jaccard == 1 and row.shared == 28
    ]
    assert (row.sizes, row.containment) == ((28, 28), (1.0, 1.0))
    assert any("Telecommunications" in name for name in row.names)


def test_among_parent_committees_joint_printing_and_joint_library_are_most_similar(
    congress: Network, overlaps: list[Overlap]
) -> None:
    """They share a third; Senate Armed Services and Veterans' Affairs 10 of 27 and 19."""
    parents = dict(zip(congress.actor_ids, congress.values("parent_id"), strict=True))
    among = [row for row in overlaps if not parents[row.bodies[0]] and not parents[row.bodies[1]]]
    assert among[0].jaccard == pytest.approx(1 / 3)
    assert all("Joint" in name for name in among[0].names)
    (veterans,) = [row for row in among if row.bodies == ("SSAS", "SSVA")]
    assert (veterans.sizes, veterans.shared) == ((27, 19), 10)


def test_commerce_and_its_telecommunications_subcommittee_are_a_subgroup(
    structures: list[StructureOverlap],
) -> None:
    """The same 28 people are what is intended: one is recorded as part of the other."""
    (row,) = [
        row
        for row in structures
        if row.bodies[0] == "SSCM" and "Telecommunications" in row.names[1]
    ]
    assert row.kind is OverlapKind.SUBGROUP
    assert [(each.fact, each.bodies) for each in row.reasons] == [
        (OverlapFact.PART_OF, (row.bodies[1], "SSCM"))
    ]
    assert (row.members.jaccard, row.persons) == (1.0, row.members)


def test_without_topics_no_pair_is_called_a_duplicate(structures: list[StructureOverlap]) -> None:
    """The files hold none, so what kind the other overlaps are stays open."""
    assert Counter(row.kind for row in structures) == {
        OverlapKind.SUBGROUP: 178,
        OverlapKind.UNCLEAR: 24,
        OverlapKind.WITHIN: 12,
    }
    assert all(row.topics.jaccard is None for row in structures)
    assert all(row.hours is None or row.hours.merger is None for row in structures)


def test_printing_and_library_share_a_third_and_half_of_each(overlaps: list[Overlap]) -> None:
    """Five of ten members of either; the overlap coefficient says half, Jaccard a third."""
    (row,) = [row for row in overlaps if row.bodies == ("JSLC", "JSPR")]
    assert (row.sizes, row.shared, len(row.shared_names)) == ((10, 10), 5, 5)
    assert (row.jaccard, row.overlap_coefficient, row.containment) == (1 / 3, 0.5, (0.5, 0.5))


def test_four_groups_of_three_subcommittees_are_nearly_the_same_people(congress: Network) -> None:
    """Each of one committee, so that none is part of another."""
    found = overlap_groups(congress)
    assert [(len(row.bodies), len(row.member_ids)) for row in found] == [
        (3, 11),
        (3, 10),
        (3, 9),
        (3, 9),
    ]
    assert all(row.exhaustive for row in found)
    for row in found:
        (parent,) = {congress.parents[congress.actor_index[body]] for body in row.bodies}
        assert congress.actor_ids[parent] in {"SSAP", "SSEV"}


def test_nine_persons_have_no_seat(congress: Network) -> None:
    """They are the only actors without any tie."""
    alone = [row for row in isolates(congress) if row.aspect is Aspect.NO_TIE]
    assert len(alone) == 9
    assert {row.type.value for row in alone} == {"person"}


def test_two_subcommittees_have_no_members(congress: Network) -> None:
    """They are bodies all the same."""
    empty = [row for row in isolates(congress) if row.aspect is Aspect.BODY_WITHOUT_MEMBERS]
    assert [row.id for row in empty] == ["SSCM39", "SSJU27"]


def test_findings_ask_about_subgroups_and_do_not_flood(congress: Network) -> None:
    """One question stands for the exchange that nobody recorded."""
    found = findings(congress)
    kinds = [each.kind for each in found]
    assert kinds.count(FindingKind.EXCHANGE_NOT_RECORDED) == 1
    assert FindingKind.SEAT_WITHOUT_EXCHANGE not in kinds
    assert kinds.count(FindingKind.SUBGROUP) == 20
    assert kinds.count(FindingKind.NO_TIE) == 9
