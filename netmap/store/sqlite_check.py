"""Examining a SQLite file itself: its pages, its references, its list of ids."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator

from netmap.integrity import Damage, DamageKind, record_place
from netmap.language import Text
from netmap.store.sqlite_file import Connection
from netmap.vocabulary import Kind

_MOST = 100
"""Lines that SQLite gives about its pages."""


def damages(db: Connection) -> Iterator[Damage]:
    """What is wrong below the level of records; reads all pages of the file once."""
    file = Text(de="Datei", en="file")
    problems = _problems_of_pages(db)
    for problem in problems:
        yield Damage.of(DamageKind.FILE_DAMAGED, file, None, problem=problem)
    if problems:
        # What the tables say is not to be trusted then.
        return
    dangling = Counter(
        (table, parent) for table, _, parent, _ in db.execute("PRAGMA foreign_key_check")
    )
    for (table, parent), count in sorted(dangling.items()):
        place = Text(de=f"Tabelle {table}", en=f"table {table}")
        yield Damage.of(DamageKind.FILE_REFERENCE, place, None, count=count, parent=parent)
    for kind in Kind:
        for network_id, record_id in db.execute(_ONE_SIDED.format(table=kind.value), (kind.value,)):
            yield Damage.of(
                DamageKind.FILE_ID, record_place(record_id), network_id, table=kind.value
            )


def _problems_of_pages(db: Connection) -> list[str]:
    try:
        rows = db.execute(f"PRAGMA integrity_check({_MOST})").fetchall()
    except sqlite3.DatabaseError as error:
        # Of a page that is no page at all SQLite says no more.
        return [str(error)]
    return [problem for (problem,) in rows if problem != "ok"]


# A record stands in the list of ids and in the table of its kind, or in neither.
_ONE_SIDED = """
    SELECT network.id, one_sided.id FROM (
        SELECT network, id FROM (
            SELECT network, id FROM {table} EXCEPT SELECT network, id FROM record WHERE kind = ?1
        )
        UNION ALL
        SELECT network, id FROM (
            SELECT network, id FROM record WHERE kind = ?1 EXCEPT SELECT network, id FROM {table}
        )
    ) AS one_sided
    LEFT JOIN network ON network.key = one_sided.network
    ORDER BY one_sided.network, one_sided.id
"""
