"""Who takes part at which level, and how balanced bodies are."""

from __future__ import annotations

import pytest

from netmap.analyses.participation.bodies import blau_index, body_balance
from netmap.analyses.participation.engagement import engagement_of
from netmap.analyses.participation.levels import Participation, participation
from netmap.analyses.participation.seated import ParticipationBy
from netmap.network import Network
from netmap.values import AttributeValue
from netmap.vocabulary import Asked, Level, Sector, Status
from tests.small_networks import body, network, organization, person, seat, seats

ADMINISTRATION, CIVIL = Sector.ADMINISTRATION, Sector.CIVIL_SOCIETY


def row(made: Network, group: str | None, level: Level, by: ParticipationBy) -> Participation:
    """The row of one group at one level."""
    rows = participation(made, by=by)
    (found,) = [each for each in rows if (each.group, each.level) == (group, level)]
    return found


def town() -> Network:
    """One office in steering; two clubs, of which one sits in a working group."""
    return network(
        organization("office", sector=ADMINISTRATION, classification="Amt"),
        organization("club", sector=CIVIL, classification="Verein"),
        organization("society", sector=CIVIL, classification="Verein"),
        organization("?"),
        person("ada", "office"),
        person("bo", "office"),
        person("cy", "club"),
        body("SG", Level.STEERING),
        body("AK", Level.OPERATIONAL),
        seats("SG", "ada", "bo", "?"),
        seats("AK", "ada", "cy"),
    )


def test_a_sector_without_a_seat_in_steering_shows_with_whom_to_ask() -> None:
    """By those of it that take part elsewhere."""
    found = row(town(), "civil_society", Level.STEERING, ParticipationBy.SECTOR)
    assert (found.seats, found.organizations, found.persons, found.partners) == (0, 0, 0, 2)
    assert (found.share_of_partners, found.share_of_seats) == (2 / 3, 0.0)
    assert found.representation == 0.0
    assert found.suggested_ids == ("club",)


def test_shares_are_of_those_whose_sector_is_known() -> None:
    """Two persons of one house hold one seat of that house."""
    found = row(town(), "administration", Level.STEERING, ParticipationBy.SECTOR)
    assert (found.seats, found.organizations, found.persons) == (1, 1, 2)
    assert (found.share_of_seats, found.representation) == (1.0, 3.0)
    unknown = row(town(), None, Level.STEERING, ParticipationBy.SECTOR)
    assert (unknown.seats, unknown.representation) == (1, None)


def test_finer_groups_are_those_of_the_source() -> None:
    """A classification in the words that were recorded."""
    found = row(town(), "Verein", Level.OPERATIONAL, ParticipationBy.CLASSIFICATION)
    assert (found.seats, found.partners, found.share_of_seats) == (1, 2, 0.5)


def test_who_stays_outside_is_not_suggested_and_what_is_gone_does_not_count() -> None:
    """Dissolved bodies have no seats, dissolved organisations are no partners."""
    made = network(
        organization("quiet", sector=CIVIL, asked=Asked.LEFT_OUT),
        organization("gone", sector=CIVIL, status=Status.DISSOLVED),
        organization("office", sector=ADMINISTRATION),
        body("SG", Level.STEERING),
        body("AK", Level.OPERATIONAL),
        body("old", Level.POLITICAL, status=Status.DISSOLVED),
        seats("SG", "office"),
        seats("AK", "quiet", "gone"),
        seats("old", "office"),
    )
    found = row(made, "civil_society", Level.STEERING, ParticipationBy.SECTOR)
    assert (found.partners, found.suggested_ids) == (1, ())
    assert {each.level for each in participation(made)} == {Level.STEERING, Level.OPERATIONAL}


def test_volunteers_are_told_apart_where_the_source_says_so() -> None:
    """Of the seat, else of the person, else of the house."""
    made = network(
        organization("club", attributes={"Ehrenamt": "ja"}),
        organization("office"),
        person("ada", "club", attributes={"Art": "hauptamtlich"}),
        person("bo", "club"),
        person("cy", "office"),
        body("A", Level.STEERING),
        body("B", Level.STEERING),
        seat("ada", "A"),
        seat("bo", "B"),
        seat("cy", "B", attributes={"ehrenamtlich": True}),
    )
    by = ParticipationBy.ENGAGEMENT
    volunteer, paid = (row(made, each, Level.STEERING, by) for each in ("volunteer", "paid"))
    assert (volunteer.seats, paid.seats) == (2, 1)
    assert (volunteer.partners, paid.partners) == (1, 0)


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ({}, None),
        ({"Ehrenamt": 1.0}, "volunteer"),
        ({"Ehrenamt": False}, "paid"),
        ({" hauptamtlich ": "X"}, "paid"),
        ({"Bemerkung": "ehrenamtlich tätig"}, None),
        ({"Status": "Ehrenamtlich", "Hauptamt": "ja"}, "volunteer"),
        ({"Ehrenamt": None}, None),
    ],
)
def test_only_the_words_themselves_say_it(
    attributes: dict[str, AttributeValue], said: str | None
) -> None:
    """Nothing is read out of sentences; the first that says it decides."""
    assert engagement_of(attributes) == said


def test_the_balance_of_a_body_is_the_index_of_blau() -> None:
    """Of those whose sector is known, by the largest value that the sectors allow."""
    rows = {each.id: each for each in body_balance(town())}
    assert (rows["SG"].seated, rows["SG"].heterogeneity) == (2, 0.0)
    counts = [(each.group, each.count) for each in rows["AK"].groups]
    assert counts == [("administration", 1), ("civil_society", 1)]
    assert rows["AK"].heterogeneity == (1 - 0.5) / (1 - 1 / 6)


def test_the_index_of_blau_at_its_ends() -> None:
    """All alike, all different, nobody, and nothing to differ by."""
    assert blau_index([4], 3) == 0
    assert blau_index([1, 1, 1], 3) == pytest.approx(1)
    assert blau_index([], 3) is None
    assert blau_index([2], 1) is None


def test_an_empty_network_has_no_rows() -> None:
    """For any group."""
    for by in ParticipationBy:
        assert participation(network(), by=by) == []
        assert body_balance(network(), by=by) == []
