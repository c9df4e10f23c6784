"""What people said about a finding stays with it until its data change."""

from __future__ import annotations

from collections.abc import Iterable

from netmap.findings.finding import Finding, FindingKind
from netmap.findings.findings import findings
from netmap.findings.marks import mark_id, marked, speaking
from netmap.model import FindingMark, Membership, Organization, Person
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, MarkStatus

_SEATS = [(person, body) for person in ("ada", "bo", "cy") for body in ("youth", "sport")]


def _network(seats: Iterable[tuple[str, str]] = _SEATS, *more: Record) -> Network:
    network = Network.from_pairs(seats)
    return Network.from_records([*network.all_records(), *more])


def _overlap(network: Network) -> Finding:
    return next(each for each in findings(network) if each.kind is FindingKind.OVERLAP)


def _mark(finding: Finding, status: MarkStatus, **fields: object) -> FindingMark:
    given = {"id": mark_id(finding.id), "data": finding.data, **fields}
    return FindingMark.model_validate({"finding_id": finding.id, "status": status, **given})


def test_an_intended_finding_is_quiet_and_not_counted() -> None:
    """It stays away, and its kind counts those alone that speak."""
    found = findings(_network())
    overlap = next(each for each in found if each.kind is FindingKind.OVERLAP)
    said = marked(found, [_mark(overlap, MarkStatus.INTENDED, note="So gewollt")])
    (quiet,) = (each for each in said if each.is_quiet)
    assert quiet.assessment is not None
    assert (quiet.id, quiet.assessment.note) == (overlap.id, "So gewollt")
    left = speaking(said)
    assert len(left) == len(found) - 1
    assert all(each.kind is not FindingKind.OVERLAP for each in left)
    twin = overlap.model_copy(update={"id": "other", "total_of_kind": 2})
    (spoken,) = speaking([*(each for each in said if each.is_quiet), twin])
    assert spoken.total_of_kind == 1


def test_it_speaks_again_once_its_data_change() -> None:
    """A member more of both bodies is another matter, and the mark says that it was another."""
    mark = _mark(_overlap(_network()), MarkStatus.INTENDED)
    changed = _overlap(_network([*_SEATS, ("dee", "youth"), ("dee", "sport")]))
    (said,) = marked([changed], [mark])
    assert said.assessment is not None
    assert said.assessment.data_changed
    assert speaking([said]) == [said]


def test_what_happens_elsewhere_leaves_it_quiet() -> None:
    """Bodies with members of their own change what chance would bring about, and no more."""
    before = _overlap(_network())
    elsewhere = [(f"person {number}", f"body {number % 4}") for number in range(40)]
    after = _overlap(_network([*_SEATS, *elsewhere]))
    assert after.evidence != before.evidence
    (said,) = marked([after], [_mark(before, MarkStatus.INTENDED)])
    assert said.is_quiet


def test_who_could_introduce_somebody_is_no_data_of_its_own() -> None:
    """Somebody without a tie stays quiet when another go-between suggests itself."""
    sport = Organization(id="club", name="Club", territory="Nord", asked=Asked.ANSWERED)

    def lonely(*more: Record) -> Finding:
        found = findings(_network(_SEATS, sport, *more))
        return next(each for each in found if each.kind is FindingKind.NO_TIE)

    office = Organization(id="office", name="Amt", territory="Nord")
    seat = Membership(id="s", member_id="office", organization_id="youth")
    before, after = lonely(), lonely(office, seat)
    assert before.evidence != after.evidence
    assert before.data == after.data


def test_discussed_and_open_ones_stay() -> None:
    """They are told with what was said."""
    overlap = _overlap(_network())
    for status in (MarkStatus.DISCUSSED, MarkStatus.OPEN):
        (said,) = speaking(marked([overlap], [_mark(overlap, status, note="Im März")]))
        assert said.assessment is not None
        assert (said.assessment.status, said.assessment.note) == (status, "Im März")


def test_of_several_marks_the_one_written_last_counts() -> None:
    """A program may have made another beside the one of netmap."""
    overlap = _overlap(_network())
    first = _mark(overlap, MarkStatus.INTENDED, version=3)
    last = _mark(overlap, MarkStatus.DISCUSSED, version=4, id="of a program")
    for order in ([first, last], [last, first]):
        (said,) = marked([overlap], order)
        assert said.assessment is not None
        assert (said.assessment.mark_id, said.assessment.version) == ("of a program", 4)


def test_confidential_findings_are_not_marked() -> None:
    """Whatever a program wrote about them."""
    outside = Person(id="dee", name="Dee", asked=Asked.LEFT_OUT)
    (left_out,) = (each for each in findings(_network(_SEATS, outside)) if each.confidential)
    (said,) = marked([left_out], [_mark(left_out, MarkStatus.INTENDED)])
    assert said.assessment is None
