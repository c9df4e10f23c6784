"""What findings say about bodies that overlap, by the kind of overlap."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.findings.finding import Finding, finding_id
from netmap.findings.findings import findings
from netmap.findings.kinds import FindingKind
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Level, Role, Status
from tests.small_networks import (
    body,
    exchange,
    network,
    organization,
    person,
    seat,
    seats,
    topic,
    work,
)

ABOUT = {
    FindingKind.OVERLAP,
    FindingKind.OVERLAP_GROUP,
    FindingKind.SAME_TOPICS,
    FindingKind.SUBGROUP,
    FindingKind.SUCCESSION,
}


def about(*records: Record | list[Record]) -> list[Finding]:
    """Findings about overlaps."""
    return [each for each in findings(network(*records)) if each.kind in ABOUT]


def two(
    first: dict[str, Any], second: dict[str, Any], *, topics: tuple[str, str] = ("s", "s")
) -> list[Record]:
    """Bodies A and B with four of five members in common."""
    return [
        *(person(each) for each in "abcdefgh"),
        *(topic(each) for each in "st"),
        body("A", **first),
        body("B", **second),
        *seats("A", *"abcde"),
        *seats("B", *"abcd"),
        *work("A", *topics[0]),
        *work("B", *topics[1]),
    ]


def evidence(found: Finding) -> str:
    """All evidence in German, line by line."""
    return "\n".join(line.de for line in found.evidence)


FOUR = {"meetings_per_year": 4}


def test_a_near_duplicate_shows_its_kind_and_both_estimates() -> None:
    """Each number with all it is made of."""
    (found,) = about(two(FOUR, FOUR))
    assert "Könnte ein gemeinsamer Termin entlasten?" in found.suggestion.de
    lines = evidence(found)
    assert "Art der Überschneidung: fast dieselben Mitglieder und Themen; 4 von 5" in lines
    assert (
        "Stunden im Jahr, die eine gemeinsame Sitzung freigäbe (Annahme): 32 = Sitzungen 4 × "
        "gemeinsame Mitglieder mit regulärem Sitz 4 × Stunden je Sitzung 2" in lines
    )
    assert "die Termine am selben Tag freigäben (Annahme): 16 =" in lines


def test_without_recorded_meetings_there_is_no_estimate() -> None:
    """Neither a number nor a zero."""
    (found,) = about(two(FOUR, {}))
    assert "Stunden" not in evidence(found)


def test_deputies_and_guests_are_told_apart_in_the_evidence() -> None:
    """Who sits in both is not who is at every meeting of both."""
    records = [each for each in two(FOUR, FOUR) if getattr(each, "member_id", "") not in {"d", "e"}]
    seated = [seat("d", each, role=Role.GUEST) for each in "AB"]
    (found,) = about(records, [*seated])
    assert "als Stellvertretung oder Gast: 3" in evidence(found)


def test_the_same_people_on_other_topics_are_asked_about_one_day() -> None:
    """Nobody speaks of one body."""
    (found,) = about(two(FOUR, FOUR, topics=("s", "t")))
    assert "Könnten Sitzungen nacheinander am selben Tag entlasten?" in found.suggestion.de
    assert "bündeln" not in found.suggestion.de
    assert "gemeinsame Sitzung freigäbe" not in evidence(found)
    assert "am selben Tag freigäben" in evidence(found)


def test_another_competence_is_coordinated_never_merged() -> None:
    """As what the law requires."""
    for second in ({"competence": "berät"}, {"legal_basis": "§ 1"}):
        (found,) = about(two(FOUR | {"competence": "entscheidet"}, FOUR | second))
        assert "es geht daher allein um Abstimmung" in found.suggestion.de
        assert "bündeln" not in found.suggestion.de
        assert "gemeinsame Sitzung freigäbe" not in evidence(found)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"status": Status.DORMANT}, "„B“ ruht derzeit."),
        ({"meetings_per_year": 0}, "„B“ tagt nach den Angaben derzeit nicht."),
        ({"level": Level.AD_HOC, "start_date": "2025"}, "„B“ ist ein Ad-hoc-Gremium."),
    ],
)
def test_a_body_that_stays_could_take_up_the_results_of_one_that_passes(
    fields: dict[str, Any], says: str
) -> None:
    """It is named, and time is no estimate here: the other does not meet, or not for long."""
    (found,) = about(two(FOUR | {"level": Level.OPERATIONAL}, fields))
    assert says in found.suggestion.de
    assert "Könnte „A“ offene Punkte und Ergebnisse aufnehmen?" in found.suggestion.de


def test_topics_that_nobody_recorded_are_asked_for() -> None:
    """The suggestion stays open."""
    (found,) = about(two({}, {}, topics=("s", "")))
    assert "Themen von „B“ sind noch nicht erfasst." in found.suggestion.de


def test_the_same_topic_with_other_members_is_one_question() -> None:
    """Where no tie is recorded, missing exchange asks; where one is, they could work together."""
    records: list[Record] = [
        *(person(each) for each in "abcdef"),
        topic("s"),
        body("A"),
        body("B"),
        *seats("A", *"abc"),
        *seats("B", *"def"),
        *work("A", "s"),
        *work("B", "s"),
    ]
    assert about(records) == []
    kinds = {each.kind for each in findings(network(records))}
    assert FindingKind.MISSING_EXCHANGE in kinds
    (found,) = about(records, [exchange("A", "B")])
    assert found.kind is FindingKind.SAME_TOPICS
    assert found.suggestion.de.startswith(
        "„A“ und „B“ arbeiten zum Thema „s“, überwiegend mit anderen Mitgliedern."
    )
    assert found.strength == 1.0


def test_houses_that_send_others_are_asked_to_agree_among_themselves() -> None:
    """Meetings on one day would help nobody."""
    houses = [organization(each) for each in "XYZ"]
    people = [person(f"{house}{number}", house) for house in "XYZ" for number in (1, 2)]
    (found,) = about(
        [*houses, *people],
        [body("A", **FOUR), body("B", **FOUR)],
        [*seats("A", "X1", "Y1", "Z1"), *seats("B", "X2", "Y2", "Z2")],
    )
    assert found.kind is FindingKind.OVERLAP
    assert "Könnte eine Absprache im jeweiligen Haus entlasten?" in found.suggestion.de
    assert found.strength == 0.5
    assert "Stunden" not in evidence(found)


def three(**third: Any) -> list[Record]:
    """Bodies A, B and C of the same four people, and the topic of all."""
    return [
        *(person(each) for each in "abcd"),
        topic("s"),
        body("A", meetings_per_year=6),
        body("B", meetings_per_year=4),
        body("C", **({"meetings_per_year": 2} | third)),
        *(record for each in "ABC" for record in [*seats(each, *"abcd"), *work(each, "s")]),
    ]


def group(*records: Record | list[Record]) -> list[Finding]:
    """Findings about groups."""
    return [each for each in about(*records) if each.kind is FindingKind.OVERLAP_GROUP]


def test_more_than_two_bodies_of_the_same_people_are_one_question() -> None:
    """With what all have in common, beside the pairs."""
    (found,) = group(three())
    assert [each.id for each in found.subjects] == ["A", "B", "C"]
    assert found.suggestion.de.startswith(
        "Mögliche Überschneidung mehrerer Gremien: In „A“, „B“ und „C“ sitzen dieselben 4 "
        "Mitglieder. Alle bearbeiten das Thema „s“. Könnten gemeinsame Termine entlasten"
    )
    assert "Mitglieder in allen: „a“, „b“, „c“ und „d“" in evidence(found)
    assert "freigäbe (Annahme): 48 = Sitzungen 6 ×" in evidence(found)
    pairs = [each for each in about(three()) if each.kind is FindingKind.OVERLAP]
    assert len(pairs) == 3


def test_a_group_with_a_body_required_by_law_is_coordinated() -> None:
    """It is named."""
    (found,) = group(three(legal_basis="§ 1"))
    assert "Rechtlich vorgesehen: „C“; es geht daher allein um Abstimmung." in found.suggestion.de
    assert "gebündelt" not in found.suggestion.de
    assert "gemeinsame Sitzung freigäbe" not in evidence(found)


def test_dissolved_bodies_belong_to_no_group_and_hide_none() -> None:
    """The three that are left are told of."""
    assert group(three(status=Status.DISSOLVED)) == []
    (found,) = group(
        three(),
        [body("D", status=Status.MERGED), *seats("D", *"abcd")],
        [body("E", asked=Asked.LEFT_OUT), *seats("E", *"abcd")],
    )
    assert [each.id for each in found.subjects] == ["A", "B", "C"]


def ended(**old: Any) -> list[Record]:
    """A body that ended as another began, with the same people."""
    return [
        *(person(each) for each in "abc"),
        body("alt", end_date="2023-12-31", **old),
        body("neu", start_date="2024"),
        *seats("alt", *"abc"),
        *seats("neu", *"abc"),
    ]


def test_a_body_that_began_as_another_ended_is_asked_where_it_comes_from() -> None:
    """So that history is not lost; the ended one is named though it is not there any more."""
    (found,) = about(ended())
    assert found.suggestion.de.startswith(
        "„neu“ beginnt, als „alt“ endet; gemeinsame Mitglieder: 3 von 3. Ist „neu“ aus „alt“ "
        "hervorgegangen?"
    )
    assert [each.id for each in found.subjects] == ["neu", "alt"]
    assert "Ende von „alt“: 31.12.2023" in evidence(found)


@pytest.mark.parametrize(
    "old",
    [
        {"successor_id": "neu"},
        {"status": Status.DISSOLVED},
        {"status": Status.MERGED},
        {"asked": Asked.LEFT_OUT},
    ],
)
def test_what_is_known_or_gone_is_not_asked_about(old: dict[str, Any]) -> None:
    """Nobody speaks of what was dissolved, or stays outside on purpose."""
    assert about(ended(**old)) == []


def test_findings_keep_their_identity_whatever_the_kind_of_overlap() -> None:
    """So responses stay attached when somebody records a topic or a competence."""
    ids = {
        found.id
        for records in (
            two({}, {}),
            two({}, {}, topics=("s", "t")),
            two({}, {"legal_basis": "§ 1"}),
            two({}, {}, topics=("", "")),
        )
        for found in about(records)
    }
    assert ids == {finding_id(FindingKind.OVERLAP, ["A", "B"])}


def test_an_empty_network_has_no_overlaps() -> None:
    """There is nothing to say."""
    assert [each for each in findings(Network.from_records([])) if each.kind in ABOUT] == []
