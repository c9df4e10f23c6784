"""The committees of the US Congress, imported as they are, into a real store."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from netmap.ingest.formats import read_source
from netmap.model import Membership, Organization, Person
from netmap.principal import LOCAL_OWNER
from netmap.services.imports import ImportService
from netmap.store.sqlite import SqliteStore
from netmap.vocabulary import Kind, Role

LIMIT = 100_000_000


@pytest.fixture
def congress(real_data: Path) -> Path:
    """The folder of three CSV files."""
    return real_data / "us_congress"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """An empty store."""
    opened = SqliteStore(tmp_path / "netmap.db")
    yield opened
    opened.close()


def rows(place: Path) -> list[dict[str, str]]:
    """The rows of a CSV file, by a reader of another make."""
    with place.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def test_nothing_is_lost(congress: Path) -> None:
    """Every person, body and membership arrives with everything its row says."""
    parsed = read_source(congress, limit_bytes=LIMIT)
    assert parsed.problems == ()
    assert parsed.placeholders == ()
    persons = [each for each in parsed.records if isinstance(each, Person)]
    bodies = [each for each in parsed.records if isinstance(each, Organization)]
    seats = [each for each in parsed.records if isinstance(each, Membership)]
    assert (len(persons), len(bodies), len(seats)) == (537, 230, 3_879)
    assert [{"id": each.id, "name": each.name, **each.attributes} for each in persons] == rows(
        congress / "persons.csv"
    )
    assert [
        {
            "id": each.id,
            "name": each.name,
            "classification": each.classification,
            "parent_id": each.parent_id or "",
            **each.attributes,
        }
        for each in bodies
    ] == rows(congress / "bodies.csv")
    assert Counter((each.member_id, each.organization_id, each.role_label) for each in seats) == (
        Counter(
            (row["person_id"], row["body_id"], row["role"])
            for row in rows(congress / "memberships.csv")
        )
    )


def test_roles_are_normalised_beside_their_words(congress: Path) -> None:
    """Chairs and their deputies are told from members, whatever they are called."""
    parsed = read_source(congress, limit_bytes=LIMIT)
    roles = {each.role_label: each.role for each in parsed.records if isinstance(each, Membership)}
    assert roles == {
        **dict.fromkeys(("Chair", "Chairman", "Chairwoman", "Cochairman"), Role.CHAIR),
        **dict.fromkeys(("Vice Chair", "Vice Chairman", "Vice Chairwoman"), Role.DEPUTY_CHAIR),
        **dict.fromkeys(("Member", "Ranking Member", "Ex Officio"), Role.MEMBER),
    }


def test_the_same_import_twice_changes_nothing(congress: Path, store: SqliteStore) -> None:
    """The first import creates the network in one change set, the second writes none."""
    service = ImportService(store, limit_bytes=LIMIT)
    first = service.run(LOCAL_OWNER, congress, network_id="congress")
    assert first.created_network
    assert first.applied
    assert {each.kind: each.added for each in first.counts} == {
        Kind.PERSON: 537,
        Kind.ORGANIZATION: 230,
        Kind.MEMBERSHIP: 3_879,
    }
    second = service.run(LOCAL_OWNER, congress, network_id="congress")
    assert not second.applied
    assert second.changes == ()
    assert store.network("congress").revision == 1


def test_the_files_may_come_one_by_one_in_any_order(
    congress: Path, store: SqliteStore, tmp_path: Path
) -> None:
    """Memberships first make placeholders, which the other files then fill; the end is the same."""
    service = ImportService(store, limit_bytes=LIMIT)
    for name in ("memberships", "bodies", "persons"):
        service.run(LOCAL_OWNER, congress / f"{name}.csv", network_id="parts")
    again = service.run(LOCAL_OWNER, congress, network_id="parts", dry_run=True)
    assert again.changes == ()
    service.run(LOCAL_OWNER, congress, network_id="whole")
    parts, whole = (
        {
            record.id: record.model_dump(exclude={"version", "source"})
            for record in store.read(network_id).all_records()
        }
        for network_id in ("parts", "whole")
    )
    assert parts == whole
