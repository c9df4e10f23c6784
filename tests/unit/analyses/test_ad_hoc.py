"""Ad hoc bodies that outlast their occasion."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.analyses.ad_hoc import LastingReason, lasting_ad_hoc_bodies
from netmap.vocabulary import Level, Status
from tests.small_networks import body, network


def reasons(as_of: str = "2025-06-30", level: Level = Level.AD_HOC, **fields: Any) -> list[str]:
    """Reasons for one body with these fields."""
    made = network(body("PG", level, **fields), as_of=as_of)
    return [reason.value for row in lasting_ad_hoc_bodies(made) for reason in row.reasons]


@pytest.mark.parametrize(
    ("start", "listed"),
    [
        ("2023-06-29", True),
        ("2023-06-30", False),
        ("2023-05", True),
        ("2023-06", False),
        ("2022", True),
        ("2023", False),
        (None, False),
    ],
)
def test_a_start_counts_when_every_day_it_may_mean_is_long_ago(
    start: str | None, listed: bool
) -> None:
    """A year or month that is only partly long ago says nothing, nor does an unknown start."""
    assert reasons(start_date=start) == (["started_long_ago"] if listed else [])


def test_who_rests_or_does_not_meet_is_listed_whatever_its_start() -> None:
    """All reasons that hold are told, in their order."""
    assert reasons(status=Status.DORMANT) == ["dormant"]
    assert reasons(meetings_per_year=0) == ["no_meetings"]
    assert reasons(start_date="2020", status=Status.DORMANT, meetings_per_year=0) == [
        each.value for each in LastingReason
    ]


def test_other_levels_ended_and_dissolved_bodies_are_not_listed() -> None:
    """A planned end is an end."""
    assert reasons(level=Level.OPERATIONAL, start_date="2000") == []
    assert reasons(start_date="2000", end_date="2030") == []
    assert reasons(start_date="2000", status=Status.DISSOLVED) == []
    assert reasons(start_date="2000", status=Status.MERGED) == []


def test_the_years_can_be_chosen() -> None:
    """Counted back from the date looked at."""
    made = network(body("PG", Level.AD_HOC, start_date="2024"), as_of="2025-06-30")
    assert lasting_ad_hoc_bodies(made) == []
    assert [row.id for row in lasting_ad_hoc_bodies(made, years=0)] == ["PG"]


def test_the_29th_of_february_is_a_day_like_any_other() -> None:
    """Two years before there was no such day, and nothing breaks."""
    assert reasons(as_of="2024-02-29", start_date="2022-02-28") == ["started_long_ago"]
    assert reasons(as_of="2024-02-29", start_date="2022-03-01") == []
