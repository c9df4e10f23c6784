"""Members from quick entry: known ones are found, new ones entered once, nothing overwritten."""

from __future__ import annotations

from netmap.edits.members import NEW, enter_members
from netmap.model import Membership, Organization, Person
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Role
from tests.applied import applied, contents, stored, taken_back

_RECORDS: list[Record] = [
    Organization(id="body", name="AG Übergang", meets=True),
    Organization(id="office", name="Jugendamt Buchenau"),
    Organization(id="agency", name="Agentur für Arbeit"),
    Person(id="ada", name="Dr. Ada Klein", organization_id="office"),
    Person(id="eva", name="Eva Quandt"),
    Person(id="uwe", name="Uwe Groß", organization_id="agency"),
    Membership(id="seat", member_id="ada", organization_id="body"),
]


def _network() -> Network:
    return stored(_RECORDS)


def test_known_names_are_found_and_new_ones_entered_with_their_seats() -> None:
    """One change set with persons, organisations and seats, taken back whole."""
    network = _network()
    text = "Quandt, Eva; Agentur für Arbeit; Vorsitz; Teamleitung; e.q@agentur.example\n"
    text += "Neu, Nora; Jugendamt der Stadt Buchenau\nNeu, Nils; Verein Zukunft; Gast\n"
    made = enter_members(network, "body", text, start="2026")
    after, entry = applied(network, made.changes)
    records = contents(after)
    eva = records["eva"]
    assert isinstance(eva, Person)
    assert (eva.organization_id, eva.function) == ("agency", "Teamleitung")
    assert eva.attributes == {"E-Mail": "e.q@agentur.example"}
    added = {each.name: each for each in after.all_records() if isinstance(each, Person)}
    assert added["Nora Neu"].organization_id == "office"
    assert added["Nils Neu"].organization_id in records
    seats = [each for each in records.values() if isinstance(each, Membership)]
    roles = {each.member_id: (each.role, each.start_date) for each in seats}
    assert roles["eva"] == (Role.CHAIR, "2026")
    assert roles[added["Nils Neu"].id] == (Role.GUEST, "2026")
    assert made.seats == 3
    assert contents(taken_back(after, entry)) == contents(network)


def test_a_name_that_stands_twice_is_entered_once() -> None:
    """A new person with two roles, and a new house of several persons."""
    text = "Nora Neu; Verein Zukunft; Vorsitz\nNeu, Nora; Zukunft e. V. Verein; Moderation\n"
    made = enter_members(_network(), "body", text)
    kinds = [put.record.kind for put in made.changes if hasattr(put, "record")]
    assert sorted(kinds) == ["membership", "membership", "organization", "person"]


def test_whoever_sits_there_already_gets_no_second_seat() -> None:
    """In the same role nothing happens; in another one the line says that both stay."""
    made = enter_members(_network(), "body", "Ada Klein; Jugendamt Buchenau\nAda Klein;; Vorsitz")
    assert [row.sits_already for row in made.rows] == [True, False]
    assert made.rows[1].hints
    assert made.seats == 1


def test_a_name_that_may_mean_somebody_is_asked_about() -> None:
    """Entered anew unless somebody says whom it means; a choice of nobody known is an answer."""
    network = _network()
    unsure = enter_members(network, "body", "Eva Quant").rows[0].person
    assert unsure is not None
    assert (unsure.is_new, unsure.is_sure) == (True, False)
    assert [each.id for each in unsure.others] == ["eva"]
    picked = enter_members(network, "body", "Eva Quant", picks={"person.1": "eva"})
    assert picked.rows[0].person is not None
    assert picked.rows[0].person.id == "eva"
    answered = enter_members(network, "body", "Eva Quant", picks={"person.1": NEW}).rows[0].person
    assert answered is not None
    assert (answered.is_new, answered.is_sure) == (True, True)
    forged = enter_members(network, "body", "Eva Quant", picks={"person.1": "uwe"}).rows[0].person
    assert forged is not None
    assert forged.is_new


def test_namesakes_of_another_house_are_not_taken_for_one() -> None:
    """The same name elsewhere is offered, and the known house of a chosen one stays."""
    network = _network()
    row = enter_members(network, "body", "Uwe Groß; Jugendamt Buchenau").rows[0]
    assert row.person is not None
    assert row.person.is_new
    made = enter_members(network, "body", "Uwe Groß; Jugendamt Buchenau", picks={"person.1": "uwe"})
    after, _ = applied(network, made.changes)
    uwe = contents(after)["uwe"]
    assert isinstance(uwe, Person)
    assert uwe.organization_id == "agency"
    assert made.rows[0].hints
    (seat,) = [
        each
        for each in after.all_records()
        if isinstance(each, Membership) and each.member_id == "uwe"
    ]
    assert seat.on_behalf_of_ids == ("office",)


def test_an_organisation_sits_for_itself_where_nobody_is_named() -> None:
    """Often only the seat of a house is known."""
    made = enter_members(_network(), "body", "; Agentur für Arbeit; Gast\n;;\n")
    (seat,) = [put.record for put in made.changes if hasattr(put, "record")]
    assert isinstance(seat, Membership)
    assert (seat.member_id, seat.on_behalf_of_ids) == ("agency", ())
    assert made.blocked == 1


def test_a_function_is_known_by_its_house() -> None:
    """The head of one house is not the head of another."""
    network = stored([*_RECORDS, Person(id="head", function="Leitung", organization_id="office")])
    same = enter_members(network, "body", "N.N.; Jugendamt Buchenau; Gast; Leitung").rows[0]
    other = enter_members(network, "body", "N.N.; Agentur für Arbeit; Gast; Leitung").rows[0]
    assert same.person is not None
    assert other.person is not None
    assert (same.person.id, other.person.is_new) == ("head", True)
