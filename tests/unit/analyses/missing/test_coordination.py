"""Missing exchange: who has no contact, or none with a rhythm, with coordinating offices."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.expectations import Expectations
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.model import Coordination, Organization
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Status
from tests.small_networks import (
    body,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
)

RARE = MissingLinkRule.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION
OFFICES = MissingLinkRule.COORDINATING_OFFICES_WITHOUT_CONTACT


def rows(made: Network, rule: MissingLinkRule, **numbers: Any) -> list[MissingLink]:
    """Rows of one rule."""
    return missing_exchange(made, Expectations(rules=frozenset({rule}), **numbers))


def office(name: str, **fields: Any) -> Organization:
    """A coordinating office of the network."""
    return organization(name, coordination=Coordination(), **fields)


OFFICE = [office("koko"), organization("chamber"), organization("club"), person("ada", "koko")]


def test_exchange_below_the_rhythm_is_listed_with_its_ties() -> None:
    """All ties with the office, also those of persons who work for it."""
    ties = [
        exchange("koko", "chamber", contacts_per_year=1),
        exchange("chamber", "ada", irregular=True),
    ]
    (row,) = rows(network(OFFICE, ties), RARE)
    assert (row.source_id, row.target_id) == ("chamber", "koko")
    assert row.tie_ids == tuple(sorted(each.id for each in ties))
    assert row.strength == 0.5


@pytest.mark.parametrize(
    "ties",
    [
        [exchange("koko", "chamber")],
        [exchange("koko", "chamber", contacts_per_year=4)],
        [exchange("koko", "chamber", contacts_per_year=1), exchange("ada", "chamber")],
        [
            exchange("koko", "chamber", irregular=True),
            exchange("koko", "chamber", contacts_per_year=12),
        ],
        [],
    ],
)
def test_a_rhythm_or_an_unknown_one_is_no_row(ties: list[Record]) -> None:
    """Unknown is not no, and who has no exchange at all belongs to the other rule."""
    assert rows(network(OFFICE, ties), RARE) == []


def test_from_when_on_exchange_is_regular_can_be_said() -> None:
    """The number is part of what one expects."""
    made = network(OFFICE, exchange("koko", "chamber", contacts_per_year=4))
    assert rows(made, RARE, regular_contacts_per_year=5)
    assert not rows(made, RARE, regular_contacts_per_year=4)


def test_rare_exchange_of_the_left_out_and_the_gone_is_not_listed() -> None:
    """Neither of them."""
    made = network(
        OFFICE,
        organization("quiet", asked=Asked.LEFT_OUT),
        organization("gone", status=Status.DISSOLVED),
        *(exchange("koko", each, contacts_per_year=1) for each in ("quiet", "gone")),
    )
    assert rows(made, RARE) == []


NEIGHBOUR = organization(
    "neighbour", classification="Kommunale Koordinierungsstelle", territory="Kreis Ostermark"
)


def test_a_neighbouring_office_without_contact_is_listed() -> None:
    """An office from outside is told by its classification."""
    (row,) = rows(network(OFFICE, NEIGHBOUR), OFFICES)
    assert (row.source_id, row.target_id, row.strength) == ("koko", "neighbour", 0.5)


@pytest.mark.parametrize(
    "links",
    [
        [exchange("ada", "neighbour")],
        [line("neighbour", "koko")],
        [body("region"), seat("ada", "region"), seat("neighbour", "region")],
    ],
)
def test_any_contact_of_offices_is_enough(links: list[Record]) -> None:
    """Exchange, a line, or a regional body in which both sit."""
    assert rows(network(OFFICE, NEIGHBOUR, links), OFFICES) == []


def test_offices_of_one_territory_or_of_unknown_ones_are_not_neighbours() -> None:
    """Two offices of the own network work side by side; unknown is not different."""
    assert rows(network(office("a"), office("b")), OFFICES) == []
    assert rows(network(office("a", territory="X"), office("b")), OFFICES) == []
    assert rows(network(office("a", territory="X"), office("b", territory="x")), OFFICES) == []
    (row,) = rows(network(office("a", territory="X"), office("b", territory="Y")), OFFICES)
    assert (row.source_id, row.target_id) == ("a", "b")


@pytest.mark.parametrize("words", ["KoKo", "Regionale Koordinierungsstelle", "Coordinating office"])
def test_offices_from_outside_are_told_by_their_classification(words: str) -> None:
    """In either language; an ordinary office is none."""
    assert len(rows(network(OFFICE, organization("x", classification=words)), OFFICES)) == 1
    assert rows(network(OFFICE, organization("x", classification="Jugendamt")), OFFICES) == []


@pytest.mark.parametrize("fields", [{"asked": Asked.LEFT_OUT}, {"status": Status.MERGED}])
def test_offices_that_are_gone_or_left_out_are_not_asked_about(fields: dict[str, Any]) -> None:
    """Neither of them."""
    quiet = organization("quiet", classification="Koordinierungsstelle", **fields)
    assert rows(network(OFFICE, quiet), OFFICES) == []
