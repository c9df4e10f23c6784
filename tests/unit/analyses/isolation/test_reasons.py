"""Why a tie may be absent from the map, as far as that is recorded."""

from __future__ import annotations

import pytest

from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Aspect, Isolate, Reason
from netmap.network import Network
from netmap.values import Record, Source
from netmap.vocabulary import Asked
from tests.small_networks import body, cooperation, exchange, line, network, organization, seat


def row(made: Network, actor_id: str, aspect: Aspect) -> Isolate:
    """The row of one actor in one aspect."""
    (found,) = [each for each in isolates(made) if (each.id, each.aspect) == (actor_id, aspect)]
    return found


def listed(made: Network, aspect: Aspect) -> list[str]:
    """Who is listed in one aspect."""
    return [each.id for each in isolates(made) if each.aspect is aspect]


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (None, Reason.UNKNOWN),
        (Asked.NOT_ASKED, Reason.NOT_ASKED),
        (Asked.NO_ANSWER, Reason.NO_ANSWER),
        (Asked.ANSWERED, Reason.ANSWERED),
    ],
)
def test_what_was_asked_and_answered_is_the_reason(asked: Asked | None, reason: Reason) -> None:
    """Only who answered is truly without ties."""
    assert row(network(organization("a", asked=asked)), "a", Aspect.NO_TIE).reason is reason


@pytest.mark.parametrize(
    "tie",
    [
        seat("a", "AK", end_date="2023"),
        exchange("b", "a", end_date="2023"),
        line("a", "b").model_copy(update={"end_date": "2023"}),
        cooperation("a", "b", end_date="2023"),
    ],
)
def test_who_once_had_ties_is_told_apart(tie: Record) -> None:
    """All ties have ended: the map tells the past, and the row says until when."""
    found = row(network(organization("a"), organization("b"), body("AK"), tie), "a", Aspect.NO_TIE)
    assert (found.reason, found.tied_until) == (Reason.OUTDATED, "2023")


def test_not_having_been_asked_comes_before_the_past() -> None:
    """What to do next is to ask."""
    made = network(
        organization("a", asked=Asked.NOT_ASKED), body("AK"), seat("a", "AK", end_date="2023")
    )
    found = row(made, "a", Aspect.NO_TIE)
    assert (found.reason, found.tied_until) == (Reason.NOT_ASKED, "2023")


def test_reports_older_than_the_threshold_are_outdated() -> None:
    """Counted from the end of what a partial date may stand for."""
    made = [organization("a"), organization("b"), exchange("a", "b", reported_at="2022-06")]
    assert listed(network(made, as_of="2025-06-29"), Aspect.OUTDATED) == []
    assert listed(network(made, as_of="2025-07-01"), Aspect.OUTDATED) == ["a", "b"]
    assert row(network(made, as_of="2025-07-01"), "a", Aspect.OUTDATED).reported_at == "2022-06"


def test_the_newest_report_counts_and_so_does_the_list_it_came_from() -> None:
    """A list taken over last year renews what somebody reported long ago."""
    source = Source(label="Liste", retrieved_at="2025")
    made = network(
        organization("a"),
        organization("b"),
        organization("c"),
        exchange("a", "b", reported_at="2019"),
        exchange("b", "c", reported_at="2019").model_copy(update={"source": source}),
    )
    assert listed(made, Aspect.OUTDATED) == ["a"]


def test_of_an_undated_tie_nothing_follows() -> None:
    """Nor of the day on which it began: it does not say when somebody last spoke of it."""
    made = network(
        organization("a"),
        organization("b"),
        body("AK"),
        exchange("a", "b", reported_at="2019"),
        seat("a", "AK", start_date="2015"),
    )
    assert listed(made, Aspect.OUTDATED) == ["b"]


def test_who_stays_outside_on_purpose_is_neither_outdated_nor_named_by_others() -> None:
    """Nothing gives it away but the one confidential row."""
    made = network(
        organization("a", asked=Asked.LEFT_OUT),
        organization("b"),
        organization("c"),
        exchange("a", "b", reported_at="2019"),
        exchange("b", "c", reported_at="2019"),
    )
    rows = isolates(made)
    assert [each.aspect for each in rows if each.id == "a"] == [Aspect.LEFT_OUT]
    others = [each for each in rows if each.id != "a"]
    assert all("a" not in each.part_ids and each.via_id != "a" for each in others)
    assert not any(each.bridge and each.bridge.id == "a" for each in others)
