"""A program that migrates older stores without end, and says which: made to be killed.

python -m tests.crash.migrating ADDRESS SEED

It speaks like `tests.crash.writer`. A SQLite address names an older store, which stays: copies of
it are migrated. A server's schema is taken back to an older version before each migration.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from random import Random
from unittest import mock

from neo4j import GraphDatabase

from netmap.store import neo4j_schema, sqlite_file, sqlite_schema
from netmap.store.address import Neo4jAddress, parse_address
from netmap.store.neo4j import Neo4jStore
from netmap.store.sqlite import SqliteStore
from tests.crash.writer import say

LATER_SCHEMA = """
ALTER TABLE person ADD COLUMN remark TEXT;
UPDATE person SET remark = function || function;
CREATE INDEX person_remark ON person (network, remark);
CREATE TABLE later (key INTEGER NOT NULL PRIMARY KEY) STRICT;
"""
"""What a next schema might do: change every row of a table, and more than one page can hold."""

_ELEMENT = re.compile(r"CREATE (CONSTRAINT|INDEX) (\w+)")


@contextmanager
def later_netmap() -> Iterator[None]:
    """As if this were the next version of netmap, with one schema more."""
    scripts = [*sqlite_schema.migrations(), LATER_SCHEMA]
    with (
        mock.patch.object(sqlite_schema, "migrations", return_value=scripts),
        mock.patch.object(sqlite_file, "migrations", return_value=scripts),
    ):
        yield


def migrate_copies(old: Path) -> None:
    """Copy the older store into a folder of its own and open it there, again and again."""
    with later_netmap():
        for number in count():
            folder = old.with_name(f"copy-{number}")
            folder.mkdir()
            shutil.copy(old, folder)
            say("tries", what="migration", folder=str(folder))
            SqliteStore(folder / old.name).close()
            say("did", what="migration", folder=str(folder))


def migrate_server(url: str, random: Random) -> None:
    """Drop what later migrations made, and have them run, again and again."""
    steps = neo4j_schema.migrations()
    with GraphDatabase.driver(url, telemetry_disabled=True) as driver:
        while True:
            version = random.randrange(1, max(steps))
            # First the number: whoever comes in between finds too much rather than too little.
            driver.execute_query("MATCH (s:NetmapSchema) SET s.version = $v", v=version)
            for number in range(version + 1, max(steps) + 1):
                for kind, name in _ELEMENT.findall(steps[number].text):
                    driver.execute_query(f"DROP {kind} {name} IF EXISTS")
            say("tries", what="migration")
            Neo4jStore(url).close()
            say("did", what="migration")


def main(text: str, seed: str) -> None:
    """Migrate until somebody ends this process."""
    address = parse_address(text)
    say("opened")
    if isinstance(address, Neo4jAddress):
        migrate_server(address.url, Random(seed))  # noqa: S311 -- nothing secret is drawn
    else:
        migrate_copies(address.path)


if __name__ == "__main__":
    main(*sys.argv[1:])
