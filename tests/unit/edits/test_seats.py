"""Ending seats, and handing them over to a successor."""

from __future__ import annotations

import pytest

from netmap.dates import period
from netmap.edits.errors import EditImpossibleError
from netmap.edits.seats import end_seats, succeed
from netmap.errors import DateError
from netmap.model import ExchangeTie, Membership, Organization, Person
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import HouseLevel, Role
from tests.applied import applied, contents, stored, taken_back

_RECORDS: list[Record] = [
    Organization(id="office", name="Jugendamt"),
    Organization(id="round", name="Runde", meets=True),
    Organization(id="board", name="Steuergremium", meets=True),
    Person(id="ada", name="Ada", function="Leitung", organization_id="office"),
    Person(id="eva", name="Eva", organization_id="office"),
    Membership(
        id="chair",
        member_id="ada",
        organization_id="board",
        role=Role.CHAIR,
        role_label="Vorsitzende",
        house_level=HouseLevel.LEADERSHIP,
        on_behalf_of_ids=("office",),
        start_date="2020",
    ),
    Membership(id="plain", member_id="ada", organization_id="round"),
    Membership(id="past", member_id="ada", organization_id="round", end_date="2019"),
    Membership(id="hers", member_id="eva", organization_id="round"),
    Membership(id="guest", member_id="eva", organization_id="board", role=Role.GUEST),
    ExchangeTie(id="talk", source_id="ada", target_id="eva"),
]


def _network() -> Network:
    return stored(_RECORDS)


def test_an_ended_seat_stays_in_the_map_of_its_time() -> None:
    """Nothing is removed: a year ago the seat was held, a year later it is not."""
    network = _network()
    after, entry = applied(network, end_seats(network, ["chair", "plain"], "2026-06-30").changes)
    assert len(contents(after)) == len(contents(network))
    assert "chair" in after.at(period("2026-06-30")).memberships.columns["id"]
    assert "chair" not in after.at(period("2026-07-01")).memberships.columns["id"]
    assert contents(taken_back(after, entry)) == contents(network)


def test_what_cannot_end_is_refused() -> None:
    """No seat, only ended ones, an end before the begin, and what is no date."""
    for seats, on in (([], "2026"), (["past"], "2026"), (["chair"], "2019-12-31")):
        with pytest.raises(EditImpossibleError):
            end_seats(_network(), seats, on)
    with pytest.raises(DateError):
        end_seats(_network(), ["plain"], "morgen")


def test_a_successor_takes_over_role_level_and_house() -> None:
    """A person who is not recorded yet comes with the predecessor's house and function."""
    network = _network()
    made = succeed(network, "ada", name="Dr. Uwe Neu", on="2026-06-30")
    after, entry = applied(network, made.changes)
    assert made.is_new
    assert (made.successor.organization_id, made.successor.function) == ("office", "Leitung")
    begun = {each.organization_id: each for each in made.begun}
    assert set(begun) == {"board", "round"}
    chair = begun["board"]
    assert (chair.role, chair.role_label, chair.house_level, chair.on_behalf_of_ids) == (
        Role.CHAIR,
        "Vorsitzende",
        HouseLevel.LEADERSHIP,
        ("office",),
    )
    assert chair.start_date == "2026-07-01"
    ended = {each.id: each.end_date for each in made.ended}
    assert ended == {"chair": "2026-06-30", "plain": "2026-06-30"}
    assert [each.id for each in made.left] == ["talk"]
    assert contents(taken_back(after, entry)) == contents(network)


def test_a_successor_who_sits_there_already_gets_no_second_seat_in_the_same_role() -> None:
    """A seat in another role stays beside the new one and is told of."""
    made = succeed(_network(), "ada", successor_id="eva", on="2026")
    assert not made.is_new
    assert [(each.organization_id, each.start_date) for each in made.begun] == [("board", "2027")]
    assert [each.id for each in made.already] == ["hers"]
    assert [each.id for each in made.beside] == ["guest"]


def test_only_chosen_seats_are_handed_over_and_the_person_may_leave() -> None:
    """The others go on; who leaves the network ends with the same day."""
    made = succeed(_network(), "ada", name="Uwe", on="2026-06-30", seat_ids=["plain"], leaves=True)
    assert [each.id for each in made.ended] == ["plain"]
    assert made.predecessor.end_date == "2026-06-30"


@pytest.mark.parametrize(
    "asked",
    [{"name": " "}, {"successor_id": "ada"}, {"name": "Uwe", "seat_ids": ["past"]}],
)
def test_a_succession_without_sense_is_refused(asked: dict[str, object]) -> None:
    """Nobody follows, the same person follows, or no running seat is chosen."""
    with pytest.raises(EditImpossibleError):
        succeed(_network(), "ada", on="2026", **asked)  # type: ignore[arg-type]
