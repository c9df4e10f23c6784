"""Records to rows of SQLite's typed tables and back, in bulk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, NamedTuple, cast

from pydantic_core import to_json

from netmap.columns import Nested, gathered, thin
from netmap.model import MODELS, AnyRecord
from netmap.store.sqlite_file import Connection
from netmap.tables import Table, fields
from netmap.values import Record
from netmap.vocabulary import Kind


class ReferenceList(NamedTuple):
    """The table that keeps a list of references, one row an entry."""

    field: str
    table: str
    owner: str
    target: str


LISTS: dict[Kind, ReferenceList] = {
    Kind.MEMBERSHIP: ReferenceList(
        "on_behalf_of_ids", "membership_on_behalf_of", "membership_id", "organization_id"
    ),
    Kind.EXCHANGE_TIE: ReferenceList(
        "topic_ids", "exchange_tie_topic", "exchange_tie_id", "topic_id"
    ),
    Kind.COOPERATION: ReferenceList("party_ids", "cooperation_party", "cooperation_id", "party_id"),
}

JSON_TUPLES = frozenset({"identifiers", "functions", "target_groups", "query", "places"})
JSON_VALUES = frozenset({"attributes", "source", "coordination"})
WORDS = frozenset({"sector", "asked", "level", "status", "chair_rotation", "role", "house_level"})
"""Fields whose values come from a closed list."""
BOOLEANS = frozenset({"meets", "irregular", "confirmed", "returns_decisions", "within_house"})

_CHUNK = 5_000
_BOOLEAN = {0: False, 1: True, None: None}
_ANY_OF = "IN (SELECT value FROM json_each(?))"
"""Compares with any number of ids in one parameter: statements take only so many parameters."""


def columns(kind: Kind) -> tuple[str, ...]:
    """Fields of a kind that are columns of its table, whose name is the kind's."""
    return tuple(field for field in fields(kind) if kind not in LISTS or field != LISTS[kind].field)


def read_tables(db: Connection, network: int) -> dict[Kind, Table]:
    """All records of a network as columns, each kind ascending by id."""
    texts: dict[Any, Any] = {}
    return {kind: _table(db, network, kind, texts=texts) for kind in Kind}


def load(db: Connection, network: int, ids: Collection[str]) -> dict[str, AnyRecord]:
    """The stored records among ``ids``."""
    by_kind: dict[Kind, list[str]] = defaultdict(list)
    for record_id, kind in kinds_of(db, network, ids).items():
        by_kind[kind].append(record_id)
    return {
        record.id: cast(AnyRecord, record)
        for kind, wanted in by_kind.items()
        for record in _table(db, network, kind, ids=wanted, texts={}).records()
    }


def kinds_of(db: Connection, network: int, ids: Collection[str]) -> dict[str, Kind]:
    """Kinds of the stored records among ``ids``."""
    if not ids:
        return {}
    rows = db.execute(
        f"SELECT id, kind FROM record WHERE network = ? AND id {_ANY_OF}",  # noqa: S608 - a constant
        (network, _array(ids)),
    )
    return {record_id: Kind(kind) for record_id, kind in rows}


def referrers(
    db: Connection, network: int, ids: Collection[str]
) -> dict[str, list[tuple[str, str]]]:
    """For each id that stored records refer to, those records' ids and fields."""
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    if not ids:
        return found
    targets = _array(ids)
    for field, statement in _REFERRING:
        for target_id, record_id in db.execute(statement, (network, targets)):
            found[target_id].append((record_id, field))
    return found


def views_mentioning(db: Connection, network: int, actor_id: str) -> set[str]:
    """Ids of the views of the map in which an actor may stand, whom they do not refer to."""
    rows = db.execute(
        "SELECT id FROM map_view WHERE network = ? AND instr(query || places, ?)",
        (network, to_json(actor_id).decode()),
    )
    return {record_id for (record_id,) in rows}


def write(
    db: Connection, network: int, records: Iterable[Record], *, stored: Collection[str]
) -> None:
    """Insert records, and replace those whose ids are among ``stored``."""
    by_kind: dict[Kind, list[Record]] = defaultdict(list)
    for record in records:
        by_kind[record.kind].append(record)
    # Targets first, and ids in order: both spare SQLite work that it would have to do later.
    for kind in (kind for kind in _TARGETS_FIRST if kind in by_kind):
        table = Table.from_records(kind, sorted(by_kind[kind], key=attrgetter("id")))
        is_new = [record_id not in stored for record_id in table.columns["id"]]
        _insert(db, network, table.where(is_new))
        _replace(db, network, table.where([not each for each in is_new]))


def _insert(db: Connection, network: int, new: Table) -> None:
    records = ((network, record_id, new.kind.value) for record_id in new.columns["id"])
    db.executemany("INSERT INTO record (network, id, kind) VALUES (?, ?, ?)", records)
    db.executemany(_INSERT[new.kind], _rows_of(network, new))
    _insert_lists(db, network, new)


def _replace(db: Connection, network: int, stored: Table) -> None:
    # Where a statement may also update, SQLite inserts at half the speed: new rows go without.
    db.executemany(_INSERT[stored.kind] + _OR_UPDATE[stored.kind], _rows_of(network, stored))
    _remove_lists(db, network, stored.kind, stored.columns["id"])
    _insert_lists(db, network, stored)


def _rows_of(network: int, table: Table) -> Iterator[tuple[Any, ...]]:
    columns = (_encoded(field, table.columns[field]) for field in _COLUMNS[table.kind])
    return zip([network] * len(table), *columns, strict=True)


def remove(db: Connection, network: int, records: Mapping[str, Kind]) -> None:
    """Delete records, given by id and kind."""
    by_kind: dict[Kind, list[str]] = defaultdict(list)
    for record_id, kind in records.items():
        by_kind[kind].append(record_id)
    for kind, ids in by_kind.items():
        _remove_lists(db, network, kind, ids)
        for table in (kind.value, "record"):
            db.execute(
                f"DELETE FROM {table} WHERE network = ? AND id {_ANY_OF}",  # noqa: S608 - names of the schema
                (network, _array(ids)),
            )


def _table(
    db: Connection,
    network: int,
    kind: Kind,
    *,
    ids: Collection[str] | None = None,
    texts: dict[Any, Any],
) -> Table:
    """The records of a kind, all of them or those among ``ids``."""
    names = _COLUMNS[kind]
    rows = _rows(db, network, table=kind.value, owner="id", names=names, ids=ids)
    read = {
        name: _decoded(name, column) for name, column in gathered(names, rows, texts=texts).items()
    }
    if kind in LISTS:
        each = LISTS[kind]
        entries = (each.owner, each.target, "position")
        found = _rows(db, network, table=each.table, owner=each.owner, names=entries, ids=ids)
        lists: dict[str, list[str]] = defaultdict(list)
        for owner, target, _ in chain.from_iterable(found):
            lists[owner].append(texts.get(target, target))
        read[each.field] = thin(
            [tuple(lists[record_id]) if record_id in lists else () for record_id in read["id"]]
        )
    return Table(kind, read)


def _rows(
    db: Connection,
    network: int,
    *,
    table: str,
    owner: str,
    names: Sequence[str],
    ids: Collection[str] | None,
) -> Iterator[list[tuple[Any, ...]]]:
    """Rows in the order of the primary key, some thousand at a time."""
    statement = f"SELECT {', '.join(names)} FROM {table} WHERE network = ?"  # noqa: S608 - names of the schema
    order = f" ORDER BY {owner}, position" if "position" in names else f" ORDER BY {owner}"
    found = (
        db.execute(statement + order, (network,))
        if ids is None
        else db.execute(f"{statement} AND {owner} {_ANY_OF}{order}", (network, _array(ids)))
    )
    while rows := found.fetchmany(_CHUNK):
        yield rows


def _remove_lists(db: Connection, network: int, kind: Kind, ids: Collection[str]) -> None:
    each = LISTS.get(kind)
    if each is not None and ids:
        db.execute(
            f"DELETE FROM {each.table} WHERE network = ? AND {each.owner} {_ANY_OF}",  # noqa: S608 - names of the schema
            (network, _array(ids)),
        )


def _insert_lists(db: Connection, network: int, owners: Table) -> None:
    each = LISTS.get(owners.kind)
    if each is None:
        return
    db.executemany(
        f"INSERT INTO {each.table} (network, {each.owner}, position, {each.target})"  # noqa: S608 - names of the schema
        " VALUES (?, ?, ?, ?)",
        (
            (network, owner, position, target)
            for owner, targets in zip(owners.columns["id"], owners.columns[each.field], strict=True)
            for position, target in enumerate(targets)
        ),
    )


def _encoded(field: str, column: Sequence[Any]) -> Sequence[Any]:
    """A column as SQLite takes it: of plain values, which it binds without asking what they are."""
    if field in JSON_TUPLES | JSON_VALUES:
        # By identity: all records of an import share one source.
        texts: dict[int, str | None] = {id(None): None}
        for value in column:
            if id(value) not in texts:
                texts[id(value)] = to_json(value).decode()
        return [texts[id(value)] for value in column]
    if field in BOOLEANS:
        return [None if value is None else int(value) for value in column]
    if field in WORDS:
        return [None if value is None else str(value) for value in column]
    return column


def _decoded(field: str, column: Sequence[Any]) -> Sequence[Any]:
    """A column as the model has it."""
    if field in JSON_TUPLES | JSON_VALUES:
        return Nested(column)
    if field in BOOLEANS:
        return thin([_BOOLEAN[value] for value in column])
    return column


def _array(ids: Iterable[str]) -> str:
    return to_json(list(ids)).decode()


def _inserting(kind: Kind) -> str:
    names = columns(kind)
    places = ", ".join("?" * (len(names) + 1))
    return f"INSERT INTO {kind.value} (network, {', '.join(names)}) VALUES ({places})"  # noqa: S608 - names of the schema


def _or_updating(kind: Kind) -> str:
    replaced = (f"{name} = excluded.{name}" for name in columns(kind) if name != "id")
    return f" ON CONFLICT (network, id) DO UPDATE SET {', '.join(replaced)}"


def _referring(kind: Kind, field: str) -> str:
    each = LISTS.get(kind)
    table, owner, target = (
        (each.table, each.owner, each.target)
        if each is not None and each.field == field
        else (kind.value, "id", field)
    )
    return (
        f"SELECT DISTINCT {target}, {owner} FROM {table}"  # noqa: S608 - names of the schema
        f" WHERE network = ? AND {target} {_ANY_OF} ORDER BY {target}, {owner}"
    )


_TARGETS_FIRST = (
    Kind.ORGANIZATION,
    Kind.TOPIC,
    Kind.PERSON,
    Kind.MEMBERSHIP,
    Kind.EXCHANGE_TIE,
    Kind.REPORTING_LINE,
    Kind.COOPERATION,
    Kind.WORKS_ON,
    Kind.FINDING_MARK,
    Kind.MAP_VIEW,
)
_COLUMNS = {kind: columns(kind) for kind in Kind}
_INSERT = {kind: _inserting(kind) for kind in Kind}
_OR_UPDATE = {kind: _or_updating(kind) for kind in Kind}
_REFERRING = [
    (field, _referring(kind, field)) for kind in Kind for field in MODELS[kind].REFERENCES
]
