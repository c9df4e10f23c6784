"""Findings about missing links: what they name, what they propose, and when they stay quiet."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from netmap.findings.finding import Finding
from netmap.findings.findings import findings
from netmap.findings.kinds import FindingKind
from netmap.model import Coordination
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Level
from tests.small_networks import (
    body,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    topic,
    work,
)


def some(made: Network, kind: FindingKind) -> list[Finding]:
    """Findings of one kind."""
    return [each for each in findings(made) if each.kind is kind]


def talks(*more: Record | Sequence[Record]) -> Network:
    """Four partners who talk about jobs two by two."""
    return network(
        topic("jobs"),
        [organization(each) for each in "abcd"],
        [exchange(x, y, topic_ids=("jobs",)) for x, y in ("ab", "ac", "ad", "cd")],
        *more,
    )


def test_many_talks_of_two_are_offered_a_meeting_that_is_there() -> None:
    """The one in the middle comes first, and nobody is offered a new group."""
    meeting = [body("AK"), *work("AK", "jobs"), seat("b", "AK")]
    (found,) = some(talks(meeting), FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY)
    assert [each.id for each in found.subjects] == ["a", "b", "c", "d"]
    assert "Könnte ein gemeinsamer Tagesordnungspunkt in „AK“ genügen" in found.suggestion.de
    (without,) = some(talks(), FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY)
    assert "Gibt es ein bestehendes Treffen" in without.suggestion.de
    assert [each.name for each in found.thresholds] == ["bilateral_min_ties"]


def test_what_does_not_come_back_is_asked_of_both_sides() -> None:
    """Of a line, and of politics as a whole."""
    made = network(
        body("SG", Level.STEERING),
        body("Rat", Level.POLITICAL),
        person("ada", function="Vorsitz"),
        seat("ada", "SG"),
        seat("ada", "Rat"),
        line("SG", "Rat", returns_decisions=False),
    )
    (along,) = some(made, FindingKind.LINE_WITHOUT_RETURN)
    assert "„SG“ berichtet an „Rat“; eine Rückmeldung ist nicht erfasst." in along.suggestion.de
    (back,) = some(made, FindingKind.STEERING_WITHOUT_RETURN_FROM_POLITICS)
    assert "könnte sie mitnehmen: „Vorsitz“" in back.suggestion.de


def test_a_house_in_steering_is_asked_how_decisions_arrive() -> None:
    """The reverse is asked of the group, not of each house in it."""
    made = network(
        body("SG", Level.STEERING),
        body("AK", Level.OPERATIONAL),
        organization("chamber"),
        organization("club"),
        seat("chamber", "SG"),
        seat("club", "AK"),
    )
    (found,) = some(made, FindingKind.STEERING_SEAT_WITHOUT_WORKING_LEVEL)
    assert [each.id for each in found.subjects] == ["chamber"]
    assert "Kommen Beschlüsse im eigenen Haus an?" in found.suggestion.de
    club = [each.kind for each in findings(made) if "club" in [one.id for one in each.subjects]]
    assert FindingKind.STEERING_SEAT_WITHOUT_WORKING_LEVEL not in club


OFFICE = [
    organization("koko", coordination=Coordination()),
    organization("chamber"),
    organization("firm"),
    body("AK"),
    seat("koko", "AK"),
    seat("chamber", "AK"),
]


def test_rare_exchange_is_a_question_only_to_who_works_along() -> None:
    """A company that calls once a year need not do more."""
    made = network(
        OFFICE,
        exchange("koko", "chamber", contacts_per_year=2),
        exchange("koko", "firm", contacts_per_year=1),
    )
    (found,) = some(made, FindingKind.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION)
    assert [each.id for each in found.subjects] == ["chamber", "koko"]
    assert "Wäre ein fester Rhythmus für beide hilfreich?" in found.suggestion.de
    assert found.evidence[1].de == "Erfasste Kontakte im Jahr: 2"


def test_offices_next_door_are_asked_about_twice_at_most() -> None:
    """Of three neighbours two are shown."""
    neighbours = [
        organization(each, classification="Koordinierungsstelle", territory=each) for each in "XYZ"
    ]
    made = network(organization("koko", coordination=Coordination()), neighbours)
    shown = some(made, FindingKind.COORDINATING_OFFICES_WITHOUT_CONTACT)
    assert sum("koko" in [one.id for one in each.subjects] for each in shown) == 2
    assert "bestehendes regionales Treffen" in shown[0].suggestion.de


@pytest.mark.parametrize(("reported", "count"), [("2015", 2), ("2024", 0), (None, 0)])
def test_old_reports_are_asked_about_a_few_at_a_time(reported: str | None, count: int) -> None:
    """Undated ones are not old; of one actor two are shown."""
    made = network(
        [organization(each) for each in "abcd"],
        [exchange("a", each, reported_at=reported) for each in "bcd"],
        [organization(each) for each in "xy"],
        [exchange(each, "x", reported_at="2025") for each in "abcdy"],
    )
    found = some(made, FindingKind.TIE_NOT_RENEWED)
    assert len(found) == count
    assert all("Gelten sie noch?" in each.suggestion.de for each in found)
