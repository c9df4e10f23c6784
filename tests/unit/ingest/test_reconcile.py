"""Matching an import with what is stored: what is changed, what is left alone."""

from collections.abc import Sequence

import pytest

from netmap.errors import Place
from netmap.ingest.notices import Notice
from netmap.ingest.problems import Parsed, Placeholder, Severity
from netmap.ingest.reconcile import FieldChange, Reconciliation, reconcile
from netmap.language import same
from netmap.model import Membership, Organization, Person
from netmap.values import Identifier, Record, Source
from netmap.vocabulary import Kind, Level, Role

LIST = Source(label="list.csv", retrieved_at="2026-11-20")
OLD = Source(label="old list")


def reconciled(
    stored: Sequence[Record], *incoming: Record, placeholders: tuple[Placeholder, ...] = ()
) -> Reconciliation:
    """What importing the incoming records into a network of the stored ones would do."""
    parsed = Parsed(format="test", records=incoming, placeholders=placeholders)
    return reconcile(stored, parsed, source=LIST)


def after(found: Reconciliation, stored: Sequence[Record]) -> list[Record]:
    """The network once the reconciliation is applied."""
    written = {put.record_id: put.record for put in found.puts}
    return [*({record.id: record for record in stored} | written).values()]


def given(scheme: str, identifier: str) -> tuple[Identifier, ...]:
    """The identifier that a source gave."""
    return (Identifier(scheme=scheme, identifier=identifier),)


ADA = Person(id="1", name="Ada", version=2, source=OLD, identifiers=given("hr", "1"))
YOUTH = Organization(id="y", name="AG Jugend", level=Level.OPERATIONAL, version=2, source=OLD)
SEAT = Membership(id="s", member_id="1", organization_id="y", version=2, source=OLD)


def test_new_records_say_where_they_came_from() -> None:
    """What the network does not hold is added, with the source's label and date."""
    found = reconciled([], Person(id="p", name="Bo"))
    assert [put.record for put in found.puts] == [Person(id="p", name="Bo", source=LIST)]
    assert [(each.kind, each.fields) for each in found.preview] == [(Kind.PERSON, ())]


def test_importing_the_same_twice_changes_nothing() -> None:
    """The second time every record is found unchanged, whatever order they come in."""
    incoming: list[Record] = [
        Person(id="p", name="Bo", identifiers=given("hr", "7")),
        Organization(id="o", name="AG"),
        Membership(id="a", member_id="p", organization_id="o", role=Role.CHAIR, start_date="2020"),
        Membership(id="b", member_id="p", organization_id="o", role=Role.GUEST, start_date="2024"),
    ]
    stored = after(reconciled([], *incoming), [])
    again = reconciled(stored, *reversed(incoming))
    assert again.puts == ()
    assert sum(again.unchanged.values()) == 4
    assert sum(again.untouched.values()) == 0


def test_only_what_the_source_gives_is_changed() -> None:
    """A list without a column for the level leaves the level that somebody entered alone."""
    found = reconciled([YOUTH], Organization(id="y", name="AG Jugend und Kultur"))
    (put,) = found.puts
    assert put.record == YOUTH.model_copy(update={"name": "AG Jugend und Kultur", "source": LIST})
    assert FieldChange("name", "AG Jugend", "AG Jugend und Kultur") in found.preview[0].fields


def test_attributes_and_identifiers_are_merged() -> None:
    """What an earlier import brought stays beside what this one brings."""
    stored = ADA.model_copy(update={"attributes": {"room": "1", "floor": 2}})
    incoming = Person(id="1", name="Ada", attributes={"room": "5"}, identifiers=given("ldap", "a"))
    (put,) = reconciled([stored], incoming).puts
    assert put.record.attributes == {"room": "5", "floor": 2}
    assert put.record.identifiers == (*ADA.identifiers, *incoming.identifiers)


def test_an_identifier_finds_its_record_under_another_id() -> None:
    """References of the import follow to the id under which the network holds the record."""
    stored = ADA.model_copy(update={"id": "ada"})
    found = reconciled(
        [stored, YOUTH],
        Person(id="1", name="Ada", identifiers=given("hr", "1")),
        Membership(id="new", member_id="1", organization_id="y"),
    )
    (put,) = found.puts
    assert isinstance(put.record, Membership)
    assert put.record.member_id == "ada"


def test_an_id_taken_by_another_kind_is_told_apart() -> None:
    """Organisation 1 of a list is not person 1 of the network; the second import knows it again."""
    incoming = Organization(id="1", name="IHK", identifiers=given("list", "1"))
    seat = Membership(id="new", member_id="1", organization_id="y")
    found = reconciled([ADA, YOUTH], incoming, seat)
    assert [put.record_id for put in found.puts] == ["organization-1", "new"]
    assert isinstance(found.puts[1].record, Membership)
    assert found.puts[1].record.member_id == "organization-1"
    assert reconciled(after(found, [ADA, YOUTH]), incoming, seat).puts == ()


def test_a_made_id_is_matched_by_name_where_just_one_has_it() -> None:
    """A list without ids finds the committee that was entered by hand."""
    found = reconciled([YOUTH], Organization(id="org-ag-jugend", name="AG  JUGEND"))
    assert [put.record_id for put in found.puts] == ["y"]


def test_several_of_one_name_are_never_guessed() -> None:
    """Where two stored records have the name, the imported one is a third for people to see."""
    twin = YOUTH.model_copy(update={"id": "y2"})
    found = reconciled([YOUTH, twin], Organization(id="org-ag-jugend", name="AG Jugend"))
    assert [put.record_id for put in found.puts] == ["org-ag-jugend"]


def test_people_of_one_name_in_different_houses_stay_two() -> None:
    """An Ada of the chamber does not become the Ada of the youth office."""
    houses: list[Record] = [Organization(id="a", name="A"), Organization(id="b", name="B")]
    first = Person(id="person-ada", name="Ada", organization_id="a")
    second = Person(id="person-ada", name="Ada", organization_id="b")
    stored = [*houses, first]
    found = reconciled(stored, second)
    assert [put.record_id for put in found.puts] == ["person-person-ada"]
    assert reconciled(after(found, stored), second).puts == ()


@pytest.mark.parametrize(
    ("incoming", "ids"),
    [
        (Membership(id="x", member_id="1", organization_id="y", role=Role.CHAIR), ["s"]),
        (Membership(id="x", member_id="1", organization_id="y", start_date="2020"), ["s"]),
        (Membership(id="x", member_id="1", organization_id="y"), []),
    ],
)
def test_a_seat_is_matched_by_member_and_body(incoming: Membership, ids: list[str]) -> None:
    """The one seat of a person in a body takes the role and dates that a list brings."""
    found = reconciled([ADA, YOUTH, SEAT], incoming)
    assert [put.record_id for put in found.puts] == ids


def test_another_spell_of_one_person_in_one_body_is_a_seat_of_its_own() -> None:
    """Known dates that differ tell two seats apart."""
    stored = SEAT.model_copy(update={"start_date": "2014", "end_date": "2018"})
    spell = Membership(id="x", member_id="1", organization_id="y", start_date="2022")
    found = reconciled([ADA, YOUTH, stored], spell)
    assert [put.record_id for put in found.puts] == ["x"]


UNKNOWN = Notice("ingest.x", Severity.NOTE, same("unknown {id}"), same("-"))


@pytest.mark.parametrize(("stored", "told"), [([], True), ([ADA], False)])
def test_a_placeholder_stands_for_what_the_network_holds(stored: list[Record], told: bool) -> None:
    """A reference to a person the file does not describe never overwrites a stored one."""
    placeholder = Placeholder("1", UNKNOWN.at(Place(file="f"), id="1"))
    found = reconciled(stored, Person(id="1", name="1"), placeholders=(placeholder,))
    assert bool(found.problems) is told
    assert len(found.puts) == int(told)


def test_what_the_source_does_not_mention_is_counted_and_left_alone() -> None:
    """An import never removes anything."""
    found = reconciled([ADA, YOUTH, SEAT], Person(id="1", name="Ada", identifiers=given("hr", "1")))
    assert found.puts == ()
    assert found.untouched == {Kind.ORGANIZATION: 1, Kind.MEMBERSHIP: 1}


def test_netmaps_own_ids_find_a_record_whatever_else_has_changed() -> None:
    """A person who changed the house since the export is the same person, not a second one."""
    stored: list[Record] = [
        Organization(id="y", name="Amt"),
        Organization(id="z", name="Schule"),
        Person(id="bo", name="Bo", organization_id="y", version=1),
    ]
    moved = Person(id="bo", name="Bo", organization_id="z")
    assert [put.record_id for put in reconciled(stored, *stored[:2], moved).puts] != ["bo"]
    parsed = Parsed(format="test", records=(*stored[:2], moved), own_ids=frozenset({"bo"}))
    (put,) = reconcile(stored, parsed, source=LIST).puts
    assert (put.record_id, put.version) == ("bo", 1)


def test_repeated_references_and_identifiers_are_no_change() -> None:
    """What a record says twice it says when it comes back, too."""
    twice = (*given("hr", "1"), *given("hr", "1"))
    seat = SEAT.model_copy(update={"on_behalf_of_ids": ("y", "y"), "identifiers": twice})
    stored: list[Record] = [ADA, YOUTH, seat]
    again = [record.model_copy(update={"version": 0}) for record in stored]
    assert reconciled(stored, *again).puts == ()
