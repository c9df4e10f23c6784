"""Merging duplicates: everything of both stays, and all of it can be taken back."""

from __future__ import annotations

from itertools import pairwise

import pytest

from examples import small
from netmap.changes import references
from netmap.edits.errors import EditImpossibleError
from netmap.edits.merging import Side, merge
from netmap.edits.similar import similar
from netmap.errors import RecordNotFoundError
from netmap.ingest.other_names import other_names
from netmap.ingest.problems import Parsed
from netmap.ingest.reconcile import reconcile
from netmap.model import (
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.network import Network
from netmap.values import Identifier, Record, Source
from netmap.vocabulary import Asked, Kind, Role
from tests.applied import applied, contents, stored, taken_back

_RECORDS: list[Record] = [
    Organization(
        id="office",
        name="Jugendamt Buchenau",
        functions=("beraten",),
        asked=Asked.ANSWERED,
        identifiers=(Identifier(scheme="list", identifier="1"),),
        source=Source(label="Liste A"),
        attributes={"Ort": "Buchenau"},
    ),
    Organization(
        id="double",
        name="Amt für Jugend",
        short_name="JA",
        functions=("fördern",),
        parent_id="office",
        asked=Asked.LEFT_OUT,
        identifiers=(Identifier(scheme="list", identifier="9"),),
        source=Source(label="Liste B", retrieved_at="2024"),
        attributes={"Ort": "Stadt Buchenau", "Telefon": "1"},
    ),
    Organization(id="body", name="Steuergremium", meets=True),
    Organization(id="agency", name="Agentur für Arbeit"),
    Topic(id="topic", name="Übergang"),
    Person(id="ada", name="Ada", organization_id="double"),
    Membership(id="s1", member_id="office", organization_id="body", start_date="2020"),
    Membership(
        id="s2",
        member_id="double",
        organization_id="body",
        role_label="Mitglied",
        source=Source(label="Liste B"),
    ),
    Membership(id="s3", member_id="double", organization_id="body", role=Role.CHAIR),
    Membership(id="s4", member_id="ada", organization_id="body", on_behalf_of_ids=("double",)),
    ExchangeTie(id="e1", source_id="office", target_id="agency", reported_by_id="agency"),
    ExchangeTie(id="e2", source_id="agency", target_id="double", reported_by_id="double"),
    ExchangeTie(id="e3", source_id="office", target_id="double"),
    ReportingLine(id="r1", sender_id="double", receiver_id="body", form="Bericht"),
    Cooperation(id="c1", name="Pakt", party_ids=("office", "double", "agency")),
    WorksOn(id="w1", actor_id="office", topic_id="topic", end_date="2021"),
    WorksOn(id="w2", actor_id="double", topic_id="topic"),
]


def _network() -> Network:
    return stored(_RECORDS)


def test_everything_that_named_the_other_names_the_kept_one() -> None:
    """Seats, houses, parties and reports are led over, and nothing leads to what has gone."""
    network = _network()
    after, _ = applied(network, merge(network, "office", "double").changes)
    records = {each.id: each for each in after.all_records()}
    assert "double" not in records
    assert all(target in records for each in records.values() for _, target, _ in references(each))
    house, cooperation = records["ada"], records["c1"]
    assert isinstance(house, Person)
    assert house.organization_id == "office"
    assert isinstance(cooperation, Cooperation)
    assert cooperation.party_ids == ("office", "agency")


def test_ties_that_would_stand_twice_become_one_with_what_both_say() -> None:
    """A gap is filled and both sources stay; other roles, reports and ended ties stay apart."""
    result = merge(_network(), "office", "double")
    assert [(each.stays.id, each.goes.id) for each in result.joined] == [("s1", "s2")]
    seat = result.joined[0].after
    assert isinstance(seat, Membership)
    assert (seat.start_date, seat.role_label, seat.source) == (
        "2020",
        "Mitglied",
        Source(label="Liste B"),
    )
    assert {each.id for each in result.moved} == {"ada", "s3", "s4", "e2", "r1", "c1", "w2"}
    assert [each.id for each in result.dropped] == ["e3"]


def test_identifiers_names_sources_and_attributes_of_both_stay() -> None:
    """Neither an id of another system nor a spelling by which somebody searches is lost."""
    after = merge(_network(), "office", "double").after
    assert isinstance(after, Organization)
    assert after.name == "Jugendamt Buchenau"
    assert other_names(after) == ("Amt für Jugend",)
    assert [(each.scheme, each.identifier) for each in after.identifiers] == [
        ("list", "1"),
        ("list", "9"),
        ("netmap:merged", "double"),
    ]
    assert after.source == Source(label="Liste A; Liste B (2024)")
    assert after.functions == ("beraten", "fördern")
    assert (after.short_name, after.parent_id) == ("JA", None)
    assert after.attributes["Ort"] == "Buchenau"
    assert after.attributes["Ort (Amt für Jugend)"] == "Stadt Buchenau"


def test_what_differs_is_chosen_field_by_field() -> None:
    """The kept value counts unless the other is chosen; the name not chosen is kept beside it."""
    result = merge(_network(), "office", "double", sides={"name": Side.OTHER})
    assert [(each.field, each.side) for each in result.choices] == [("name", Side.OTHER)]
    assert isinstance(result.after, Organization)
    assert result.after.name == "Amt für Jugend"
    assert other_names(result.after) == ("Jugendamt Buchenau",)


def test_that_somebody_stays_outside_on_purpose_is_neither_shown_nor_lost() -> None:
    """Whichever side says it, the merged record still says it, and no choice tells of it."""
    result = merge(_network(), "office", "double")
    assert isinstance(result.after, Organization)
    assert result.after.asked is Asked.LEFT_OUT
    assert "asked" not in {each.field for each in result.choices}


def test_a_record_that_goes_on_is_not_ended_by_one_that_has_ended() -> None:
    """Of two dates the one that excludes less counts, unless the other is chosen."""
    network = stored(
        [Person(id="a", name="Ada", end_date="2020"), Person(id="b", name="Ada", start_date="2019")]
    )
    after = merge(network, "a", "b").after
    assert isinstance(after, Person)
    assert (after.start_date, after.end_date) == (None, None)


@pytest.mark.parametrize("pair", [("a", "a"), ("a", "top"), ("leaf", "top")])
def test_what_makes_no_sense_is_refused(pair: tuple[str, str]) -> None:
    """One record, two kinds, or a body that would be part of itself."""
    network = stored(
        [
            Person(id="a", name="Ada"),
            Organization(id="top", name="Top"),
            Organization(id="middle", name="Middle", parent_id="top"),
            Organization(id="leaf", name="Leaf", parent_id="middle"),
        ]
    )
    with pytest.raises(EditImpossibleError):
        merge(network, *pair)


def test_only_actors_and_topics_are_merged() -> None:
    """A seat has no duplicate of its own, and what is not there cannot be merged."""
    for record_id in ("s1", "nobody"):
        with pytest.raises(RecordNotFoundError):
            merge(_network(), "office", record_id)


def test_a_later_import_of_the_same_lists_brings_nothing_back() -> None:
    """Rows under either spelling, and their seats, mean the record that stayed."""
    network = _network()
    after, _ = applied(network, merge(network, "office", "double").changes)
    rows = tuple(each for each in _RECORDS if each.id != "e3")
    for source in (rows, tuple(each for each in rows if each.id not in ("office", "s1"))):
        parsed = Parsed(format="list", records=source)
        again = reconcile(after.all_records(), parsed, source=Source(label="List"))
        assert {put.record_id for put in again.puts} <= set(contents(after))
        for put in again.puts:
            record = put.record
            if isinstance(record, Organization):
                assert (record.name, record.parent_id) == ("Jugendamt Buchenau", None)


def test_the_other_name_is_found_again() -> None:
    """Whoever types the spelling that went is led to the record that stayed."""
    network = _network()
    after, _ = applied(network, merge(network, "office", "double").changes)
    found = similar(after, "Amt für Jugend", kind=Kind.ORGANIZATION)
    assert found[0].id == "office"


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ORGANIZATION, Kind.TOPIC])
def test_any_two_records_of_a_kind_merge_whole_and_are_taken_back_whole(kind: Kind) -> None:
    """Of every pair in the example, each change set is accepted, and undo restores every record."""
    network = stored(small.records())
    ids = sorted(each.id for each in network.all_records(kind))
    assert len(ids) > 1
    for kept, other in pairwise(ids):
        after, entry = applied(network, merge(network, kept, other).changes)
        assert other not in contents(after)
        assert contents(taken_back(after, entry)) == contents(network)
