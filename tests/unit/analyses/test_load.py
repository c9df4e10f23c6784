"""How many meetings a year organisations and persons have."""

from __future__ import annotations

import pytest

from netmap.analyses.load import Load, load
from netmap.network import Network
from netmap.vocabulary import Asked, Role, Status
from tests.small_networks import body, network, organization, person, seat, seats


def rows(made: Network) -> dict[str, Load]:
    """Rows by id."""
    return {row.id: row for row in load(made)}


def test_a_seat_counts_for_its_holder_and_its_house() -> None:
    """Two of one house in one body are one body and two attendances."""
    made = network(
        organization("office"),
        person("ada", "office"),
        person("bo", "office"),
        body("AK", meetings_per_year=6),
        seats("AK", "ada", "bo"),
    )
    found = rows(made)
    assert found["ada"].meetings_per_year == 6
    assert found["office"].meetings_per_year == 6
    assert found["office"].attendances_per_year == 12
    assert found["office"].hours_per_year == 24
    assert list(found) == ["ada", "bo", "office"]


def test_a_seat_on_behalf_counts_for_those_it_is_held_for() -> None:
    """And for the person who holds it, but not for the house that did not send it."""
    made = network(
        organization("office"),
        organization("club"),
        person("ada", "office"),
        body("AK", meetings_per_year=6),
        seat("ada", "AK", "club"),
    )
    assert list(rows(made)) == ["ada", "club"]


def test_unknown_meetings_are_counted_apart_and_never_zero() -> None:
    """They are named, last."""
    made = network(
        person("ada"),
        body("known", meetings_per_year=4),
        body("unknown"),
        seats("known", "ada"),
        seats("unknown", "ada"),
    )
    ada = rows(made)["ada"]
    assert (ada.meetings_per_year, ada.unknown) == (4, 1)
    assert [(each.id, each.meetings_per_year) for each in ada.bodies] == [
        ("known", 4),
        ("unknown", None),
    ]


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        ([Role.DEPUTY_MEMBER], (0, 6, 0)),
        ([Role.GUEST], (0, 0, 6)),
        ([Role.CHAIR], (6, 0, 0)),
        ([Role.GUEST, Role.DEPUTY_MEMBER], (0, 6, 0)),
        ([Role.GUEST, Role.MEMBER], (6, 0, 0)),
    ],
)
def test_deputies_and_guests_are_counted_apart(
    roles: list[Role], expected: tuple[float, float, float]
) -> None:
    """Of several seats in one body the one that binds most counts."""
    made = network(
        person("ada"),
        body("AK", meetings_per_year=6),
        *(seat("ada", "AK", role=role) for role in roles),
    )
    ada = rows(made)["ada"]
    found = (ada.meetings_per_year, ada.deputy_meetings_per_year, ada.guest_meetings_per_year)
    assert found == expected


def test_who_is_gone_or_outside_is_left_alone() -> None:
    """A dissolved body takes no time; nobody is told who stays outside."""
    made = network(
        person("ada"),
        organization("outside", asked=Asked.LEFT_OUT),
        body("old", meetings_per_year=6, status=Status.DISSOLVED),
        body("AK", meetings_per_year=2),
        seats("old", "ada"),
        seats("AK", "ada", "outside"),
    )
    assert {each: row.meetings_per_year for each, row in rows(made).items()} == {"ada": 2}


def test_nobody_is_ranked_and_names_can_stay_out() -> None:
    """Ascending by id; a person by its function, without one by nothing where that is asked."""
    made = network(
        person("b"),
        person("a", function="Leitung"),
        body("AK", meetings_per_year=2),
        body("SG", meetings_per_year=4),
        seats("AK", "a", "b"),
        seats("SG", "b"),
    )
    assert [(row.id, row.name) for row in load(made)] == [("a", "Leitung"), ("b", "b")]
    assert [row.name for row in load(made, functions_only=True)] == ["Leitung", ""]


def test_the_assumed_hours_can_be_chosen() -> None:
    """They stand with the result, because they are a guess."""
    made = network(person("a"), body("AK", meetings_per_year=2), seats("AK", "a"))
    assert load(made, hours_per_meeting=3)[0].hours_per_year == 6
    assert load(network()) == []
