from __future__ import annotations

import sqlite3
import types
from collections.abc import Iterator
from contextlib import closing
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from pydantic import BaseModel

from netmap.model import MODELS
from netmap.store.sqlite import SqliteStore
from netmap.store.sqlite_rows import BOOLEANS, JSON_TUPLES, JSON_VALUES, LISTS, columns
from netmap.vocabulary import Kind


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """A database with the newest schema."""
    path = tmp_path_factory.mktemp("schema") / "netmap.db"
    SqliteStore(path).close()
    with closing(sqlite3.connect(path)) as db:
        yield db


def tables(schema: sqlite3.Connection) -> list[str]:
    """Names of all tables."""
    return [name for (name,) in schema.execute("SELECT name FROM pragma_table_list")]


def types_of(field: str) -> set[object]:
    """What a field of the models holds, in any kind, apart from nothing."""

    def inner(annotation: Any) -> Iterator[object]:
        origin = get_origin(annotation)
        if origin is Annotated:
            yield from inner(get_args(annotation)[0])
        elif origin in {Union, types.UnionType}:
            for each in get_args(annotation):
                yield from inner(each)
        elif annotation is not type(None):
            yield origin or annotation

    return {
        found
        for model in MODELS.values()
        if field in model.model_fields
        for found in inner(model.model_fields[field].annotation)
    }


@pytest.mark.parametrize("kind", Kind)
def test_every_field_has_its_column(schema: sqlite3.Connection, kind: Kind) -> None:
    """The table of a kind has exactly the model's fields, lists of references apart."""
    found = {name for (name,) in schema.execute("SELECT name FROM pragma_table_info(?)", [kind])}
    assert found == {"network", *columns(kind)}
    lists = {LISTS[kind].field} if kind in LISTS else set()
    assert lists == {
        field
        for field in MODELS[kind].REFERENCES
        if get_origin(MODELS[kind].model_fields[field].annotation) is tuple
    }


@pytest.mark.parametrize("kind", Kind)
def test_every_field_is_read_as_what_it_is(kind: Kind) -> None:
    """Booleans, lists and nested values are known as such, and nothing else is."""
    for field in columns(kind):
        held = types_of(field)
        assert (field in BOOLEANS) == (held == {bool})
        assert (field in JSON_TUPLES) == (held == {tuple})
        nested = dict in held or any(
            isinstance(each, type) and issubclass(each, BaseModel) for each in held
        )
        assert (field in JSON_VALUES) == nested


def test_tables_are_strict(schema: sqlite3.Connection) -> None:
    """Every table refuses values of another type than its column's."""
    strict = {
        name: bool(strict)
        for name, strict in schema.execute("SELECT name, strict FROM pragma_table_list")
        if not name.startswith("sqlite_")
    }
    assert len(strict) == len(Kind) + len(LISTS) + 7
    assert all(strict.values()), strict


@pytest.mark.parametrize("kind", Kind)
def test_every_reference_is_a_foreign_key_with_an_index(
    schema: sqlite3.Connection, kind: Kind
) -> None:
    """The database itself would refuse a dangling reference, and finds referrers by an index."""
    for field in MODELS[kind].REFERENCES:
        each = LISTS.get(kind)
        table, column = (
            (each.table, each.target) if each and each.field == field else (kind.value, field)
        )
        keys = schema.execute('SELECT "from" FROM pragma_foreign_key_list(?)', [table])
        assert column in {name for (name,) in keys}
        plan = schema.execute(
            f"EXPLAIN QUERY PLAN SELECT 1 FROM {table} WHERE network = ? AND {column} = ?",  # noqa: S608 - names of the schema
            (1, "x"),
        )
        assert "USING COVERING INDEX" in plan.fetchall()[0][3]


def test_ids_are_compared_byte_by_byte(schema: sqlite3.Connection) -> None:
    """No column has a collation that would take two ids for one."""
    definitions = [sql or "" for (sql,) in schema.execute("SELECT sql FROM sqlite_schema")]
    assert not any("COLLATE" in sql.upper() for sql in definitions)
    assert {"record", "logged_change", "snapshot_record"} <= set(tables(schema))
