"""Records as properties, as lists of columns and as JSON, without a server."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings

from netmap.model import MODELS, Membership, Organization, Person
from netmap.store.neo4j_records import (
    TIE_ENDS,
    ends,
    from_text,
    json_rows,
    node_by_node,
    properties,
    record_from,
    table,
    table_of_json,
    to_text,
)
from netmap.tables import fields, tables_of
from netmap.values import Identifier, Record
from netmap.vocabulary import Kind, Role
from tests.strategies import networks_of_records

PLAIN = (bool, int, float, str)


def stored(record: Record) -> Record:
    """The record after it was properties and ends."""
    source_id, target_id = ends(record) if record.kind in TIE_ENDS else (None, None)
    return record_from(record.kind, properties("city", record), source_id, target_id)


@given(records=networks_of_records())
@settings(max_examples=30, deadline=None)
def test_properties_lose_nothing(records: list[Record]) -> None:
    """Every record comes back from its properties, from columns and from JSON."""
    for record in records:
        assert stored(record) == record
        assert from_text(record.kind, to_text(record)) == record
    for kind, unordered in tables_of(records).items():
        given_table = unordered.sorted_by_id()
        rows = [
            [
                dict(zip(TIE_ENDS[kind], ends(each), strict=True)).get(field)
                if field in TIE_ENDS.get(kind, ())
                else properties("city", each).get(field)
                for field in fields(kind)
            ]
            for each in given_table.records()
        ]
        assert list(table(kind, fields(kind), [rows], texts={}).records()) == list(
            given_table.records()
        )
        texts = [text for _, text in json_rows(given_table)]
        assert list(table_of_json(kind, texts).records()) == list(given_table.records())


@given(records=networks_of_records())
@settings(max_examples=20, deadline=None)
def test_properties_are_of_types_that_neo4j_has(records: list[Record]) -> None:
    """Texts, numbers, truth values and lists of texts: no maps, no enumerations, no nulls."""
    for record in records:
        for value in properties("city", record).values():
            if isinstance(value, list):
                assert value
                assert {type(each) for each in value} == {str}
            else:
                assert type(value) in PLAIN


def test_empty_values_are_left_out() -> None:
    """A node in Neo4j Browser shows what is known, not a row of empty texts."""
    assert properties("city", Organization(id="o", name="O", meets=False)) == {
        "network": "city",
        "id": "o",
        "version": 0,
        "name": "O",
        "meets": False,
        "valid_from": "0001-01-01",
        "valid_to": "9999-12-31",
    }


def test_words_and_dates_are_readable() -> None:
    """Roles are words, partial dates stay as they are beside the days they stand for."""
    seat = Membership(
        id="s", member_id="a", organization_id="b", role=Role.CHAIR, start_date="2024-02"
    )
    found: dict[str, Any] = properties("city", seat)
    assert (found["role"], found["start_date"], found["valid_from"]) == (
        "chair",
        "2024-02",
        "2024-02-01",
    )
    assert "member_id" not in found, "the relationship's ends say it"


def test_no_record_is_an_empty_text() -> None:
    """The lists of the log hold no nulls: what was not there is empty."""
    assert to_text(None) == ""
    assert from_text("person", "") is None


def test_an_older_snapshot_lacks_a_field() -> None:
    """A record frozen before a field existed reads as if it were empty."""
    read = table_of_json(Kind.PERSON, ['{"id": "p", "version": 1, "name": "P"}'])
    assert list(read.records()) == [Person(id="p", version=1, name="P")]


def test_nested_values_keep_apart() -> None:
    """Identifiers that differ are kept apart though columns share equal texts."""
    text = '[{"scheme": "x", "identifier": "%s"}]'
    row = ("id", "identifiers")
    values: list[list[str | None]] = [
        ["a", text % 1],
        ["b", text % 2],
        ["c", None],
        ["d", text % 1],
    ]
    full = [field for field in fields(Kind.TOPIC) if field not in row]
    found = table(
        Kind.TOPIC, (*row, *full), [[[*each, *[None] * len(full)] for each in values]], texts={}
    )
    assert [
        [Identifier.model_validate(part).identifier for part in each]
        for each in found.columns["identifiers"]
    ] == [["1"], ["2"], [], ["1"]]


def test_many_records_share_a_node() -> None:
    """Lists are cut where a node is full, and each says where it begins."""
    cut = list(node_by_node(range(1_203)))
    assert [(first, len(values)) for first, values in cut] == [(0, 500), (500, 500), (1000, 203)]
    assert list(node_by_node([])) == []


def test_every_kind_is_stored() -> None:
    """A kind is a node or a relationship, and its ends are fields of its model."""
    for kind, (source, target) in TIE_ENDS.items():
        assert {source, target} <= set(MODELS[kind].model_fields)


def test_the_log_leaves_out_what_an_absent_field_says() -> None:
    """A logged record names only what differs from the defaults, and comes back the same."""
    seat = Membership(id="s", member_id="p", organization_id="o", version=3)
    text = to_text(seat)
    assert text == '{"id":"s","version":3,"member_id":"p","organization_id":"o"}'
    assert from_text(Kind.MEMBERSHIP, text) == seat
    assert from_text(Kind.MEMBERSHIP, seat.model_dump_json()) == seat


def test_what_an_absent_field_says_stays() -> None:
    """Logs leave out these defaults: whoever changes one owes a migration of every log."""
    telling = {
        (kind, field): default
        for kind, model in MODELS.items()
        for field, info in model.model_fields.items()
        if not info.is_required()
        and field != "kind"
        and (default := info.get_default(call_default_factory=True)) not in (None, "", (), {}, 0)
    }
    assert telling == {(Kind.MEMBERSHIP, "role"): Role.MEMBER}
