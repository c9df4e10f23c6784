"""Who could introduce somebody to the network, and why."""

from __future__ import annotations

import pytest

from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Aspect, GoBetween, Ground, GroundKind
from netmap.values import Record
from netmap.vocabulary import Asked, Sector, Status
from tests.small_networks import (
    body,
    cooperation,
    exchange,
    network,
    organization,
    person,
    seat,
    seats,
    topic,
    work,
)

TIED = [
    organization("KoKo", coordination={}),
    organization("near"),
    organization("other"),
    body("AK"),
    *seats("AK", "KoKo", "near", "other"),
    exchange("near", "other"),
    topic("jobs"),
    topic("sport"),
]
"""A network in which somebody could introduce a newcomer."""


def bridge(
    *records: Record, actor: str = "new", aspect: Aspect = Aspect.NO_TIE
) -> GoBetween | None:
    """Who could introduce the newcomer."""
    made = network(TIED, list(records))
    (found,) = [each for each in isolates(made) if (each.id, each.aspect) == (actor, aspect)]
    return found.bridge


@pytest.mark.parametrize(
    ("tie", "who", "ground"),
    [
        (
            [seat("new", "AK", end_date="2023")],
            "AK",
            Ground(kind=GroundKind.FORMER_BODY, until="2023"),
        ),
        (
            [exchange("new", "near", end_date="2023-05")],
            "near",
            Ground(kind=GroundKind.FORMER_EXCHANGE, until="2023-05"),
        ),
        (
            [cooperation("new", "near", end_date="2023")],
            "near",
            Ground(kind=GroundKind.FORMER_COOPERATION, names=("Agreement",), until="2023"),
        ),
        (
            [*work("new", "jobs", "sport"), *work("near", "jobs"), *work("other", "jobs", "sport")],
            "other",
            Ground(kind=GroundKind.TOPIC, names=("jobs", "sport")),
        ),
    ],
)
def test_the_closest_ground_decides(tie: list[Record], who: str, ground: Ground) -> None:
    """A former tie, a topic; and all that both share is told."""
    found = bridge(organization("new"), *tie)
    assert found is not None
    assert (found.id, found.grounds[0]) == (who, ground)


def test_parts_of_one_whole_know_each_other() -> None:
    """The whole itself where it is tied, else another part of it."""
    found = bridge(organization("new", parent_id="near"))
    assert found is not None
    assert (found.id, found.grounds[0].kind) == ("near", GroundKind.WHOLE)
    found = bridge(
        organization("roof"),
        organization("new", parent_id="roof"),
        organization("part", parent_id="roof"),
        exchange("part", "near"),
    )
    assert found is not None
    assert found.id == "part"
    assert found.grounds[0] == Ground(kind=GroundKind.SAME_WHOLE, names=("roof",))


def test_the_coordinating_office_comes_before_a_mere_neighbour() -> None:
    """Who is only in the same place or sector comes after it, and counts where there is none."""
    neighbour = organization("hood", territory="Hafen", sector=Sector.BUSINESS)
    new = organization("new", territory="hafen", sector=Sector.BUSINESS)
    found = bridge(new, neighbour, exchange("hood", "near"))
    assert found is not None
    assert (found.id, found.grounds) == ("KoKo", (Ground(kind=GroundKind.COORDINATION),))
    made = network(new, neighbour, organization("x"), exchange("hood", "x"))
    (row,) = [each for each in isolates(made) if each.id == "new"]
    assert row.bridge is not None
    assert row.bridge.id == "hood"
    assert row.bridge.grounds == (
        Ground(kind=GroundKind.TERRITORY, names=("Hafen",)),
        Ground(kind=GroundKind.SECTOR, names=("business",)),
    )


def test_nobody_is_invented() -> None:
    """Where nobody is tied, nobody can introduce."""
    (row,) = isolates(network(organization("new")))
    assert row.bridge is None


@pytest.mark.parametrize(
    "silent", [{"asked": Asked.LEFT_OUT}, {"status": Status.DISSOLVED}, {"status": Status.MERGED}]
)
def test_who_stays_outside_or_is_gone_introduces_nobody(silent: dict[str, object]) -> None:
    """Though it works on the same topic, and is tied."""
    found = bridge(
        organization("new"),
        organization("quiet", **silent),
        exchange("quiet", "near"),
        *work("new", "jobs"),
        *work("quiet", "jobs"),
    )
    assert found is not None
    assert found.id == "KoKo"


def test_who_sits_without_exchange_is_introduced_by_one_who_sits_beside_and_talks() -> None:
    """Of those in the same body only who has exchange."""
    found = bridge(organization("new"), *seats("AK", "new"), aspect=Aspect.SEAT_WITHOUT_EXCHANGE)
    assert found is not None
    assert (found.id, found.grounds[0]) == (
        "near",
        Ground(kind=GroundKind.SAME_BODY, names=("AK",)),
    )


def test_who_talks_without_a_seat_is_introduced_by_whom_it_talks_to() -> None:
    """The one among them that has a seat."""
    found = bridge(
        organization("new"),
        organization("seatless"),
        exchange("new", "seatless"),
        exchange("new", "other"),
        aspect=Aspect.EXCHANGE_WITHOUT_SEAT,
    )
    assert found is not None
    assert (found.id, found.grounds[0].kind) == ("other", GroundKind.TIED)


def test_an_employee_is_introduced_by_its_organisation() -> None:
    """Who was not asked may be asked through it."""
    found = bridge(person("new", "near", asked=Asked.NOT_ASKED), aspect=Aspect.NOT_ASKED)
    assert found is not None
    assert (found.id, found.grounds[0].kind) == ("near", GroundKind.HOUSE)


def test_a_person_is_called_by_its_function() -> None:
    """Where one is recorded."""
    found = bridge(
        organization("new"),
        person("x", name="Name", function="Leitung"),
        exchange("x", "near"),
        *work("x", "jobs"),
        *work("new", "jobs"),
    )
    assert found is not None
    assert found.name == "Leitung"
