"""The directory tells of every actor what lists and pages show."""

from __future__ import annotations

from netmap.language import Language
from netmap.views.directory import directory
from netmap.views.neighbourhood import neighbourhood
from netmap.vocabulary import Level
from tests.small_networks import body, exchange, network, organization, person, seat, topic, work

TOLD = directory(
    network(
        organization("Kammer"),
        body("Lenkungskreis", Level.STEERING),
        person("Ada", "Kammer"),
        person("Bo"),
        topic("Übergang"),
        topic("Ganztag"),
        seat("Ada", "Lenkungskreis"),
        seat("Bo", "Lenkungskreis"),
        exchange("Kammer", "Lenkungskreis", reported_by_id="Bo", reported_at="2025-03"),
        work("Lenkungskreis", "Übergang"),
        work("Kammer", "Übergang"),
    ),
    Language.DE,
)


def test_seats_of_a_house_are_those_of_its_people() -> None:
    """A partner sits where it sends somebody; a body counts who sits in it."""
    counts = {each.name: (each.seats, each.members, each.exchanges) for each in TOLD.entries}
    assert counts == {
        "Ada": (1, 0, 0),
        "Bo": (1, 0, 0),
        "Kammer": (1, 0, 1),
        "Lenkungskreis": (0, 2, 1),
    }


def test_a_tie_says_who_reported_it_and_when() -> None:
    """So that a partner can supplement or revise it."""
    chamber = TOLD.entry("Kammer")
    assert chamber is not None
    told = [other for group in chamber.profile.other_ties for other in group.others]
    assert "angegeben von Bo · März 2025" in [other.provenance for other in told]


def test_a_topic_names_its_bodies_and_partners_even_where_there_are_none() -> None:
    """A gap is a row like any other."""
    told = {
        each.name: ([b.name for b in each.bodies], [a.name for a in each.actors])
        for each in TOLD.topics
    }
    assert told == {"Ganztag": ([], []), "Übergang": (["Lenkungskreis"], ["Kammer"])}


def test_who_is_not_there_has_no_entry() -> None:
    """Asked for by an id of another date or network."""
    assert TOLD.entry("nobody") is None


def test_the_small_map_draws_neighbours_apart() -> None:
    """No two marks stand in the same place, bodies come first, and what does not fit is counted."""
    crowd = directory(
        network(body("Rat"), *[seat(f"p{n}", "Rat") for n in range(30)], *map(person, names(30))),
        Language.DE,
    )
    drawing = neighbourhood(crowd, crowd.network.actor_index["Rat"])
    places = {(point.x, point.y) for point in drawing.points}
    assert len(places) == len(drawing.points) == 30 - drawing.hidden
    of_ada = neighbourhood(TOLD, TOLD.network.actor_index["Ada"])
    assert [point.entry.name for point in of_ada.points] == ["Lenkungskreis", "Kammer"]


def names(count: int) -> list[str]:
    """Names of persons."""
    return [f"p{number}" for number in range(count)]
