"""Sizes of a network and who takes part in it."""

from __future__ import annotations

from netmap.analyses.summary import AskedCount, LevelCount, summary
from netmap.vocabulary import Asked, Level, Sector
from tests.small_networks import (
    body,
    cooperation,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    topic,
)


def test_every_kind_is_counted_at_the_date() -> None:
    """Bodies are no organisations here; what has ended does not count."""
    found = summary(
        network(
            organization("O"),
            organization("gone", end_date="2020"),
            body("SG", Level.STEERING),
            body("AK"),
            person("ada", "O"),
            person("f", name="", function="Leitung"),
            topic("jobs"),
            seat("ada", "SG"),
            exchange("O", "SG", confirmed=True),
            exchange("O", "AK"),
            line("SG", "O"),
            cooperation("O"),
            as_of="2025",
        )
    )
    assert (found.organizations, found.persons, found.unnamed_persons) == (1, 2, 1)
    assert (found.bodies, found.memberships, found.topics) == (2, 1, 1)
    assert (found.exchange_ties, found.confirmed_exchange_ties) == (2, 1)
    assert (found.reporting_lines, found.cooperations) == (1, 1)
    assert found.bodies_by_level == (
        LevelCount(level=Level.STEERING, bodies=1),
        LevelCount(level=None, bodies=1),
    )
    assert (found.first_day.isoformat(), found.last_day.isoformat()) == (
        "2025-01-01",
        "2025-12-31",
    )


def test_who_stays_outside_on_purpose_is_not_told_apart_from_the_unknown() -> None:
    """The overview is for everybody."""
    found = summary(
        network(
            organization("a", asked=Asked.LEFT_OUT),
            organization("b"),
            organization("c", asked=Asked.ANSWERED),
        )
    )
    assert found.asked == (
        AskedCount(asked=Asked.ANSWERED, actors=1),
        AskedCount(asked=None, actors=2),
    )


def test_participation_counts_organisations_and_seats_by_sector_and_level() -> None:
    """Two persons of one house in one body hold one seat of that house."""
    found = summary(
        network(
            organization("school", sector=Sector.EDUCATION),
            organization("college", sector=Sector.EDUCATION),
            organization("?"),
            person("a", "school"),
            person("b", "school"),
            body("X", Level.OPERATIONAL),
            body("Y", Level.OPERATIONAL),
            *(seat(each, "X") for each in ("a", "b", "college", "?")),
            seat("a", "Y"),
        )
    )
    assert [
        (row.group, row.level, row.organizations, row.seats) for row in found.participation
    ] == [
        (Sector.EDUCATION, Level.OPERATIONAL, 2, 3),
        (None, Level.OPERATIONAL, 1, 1),
    ]


def test_an_empty_network_has_zeros() -> None:
    """And no rows for what does not occur."""
    found = summary(network())
    assert (found.organizations, found.persons, found.bodies) == (0, 0, 0)
    assert (found.bodies_by_level, found.asked, found.participation) == ((), (), ())
