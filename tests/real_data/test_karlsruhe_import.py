"""The bodies and offices of Karlsruhe as the city's OParl interface describes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from netmap.ingest.formats import read_source
from netmap.ingest.problems import Severity
from netmap.model import Membership, Organization, Person
from netmap.principal import LOCAL_OWNER
from netmap.services.imports import ImportService
from netmap.store.sqlite import SqliteStore
from netmap.vocabulary import Kind, Level, Role

LIMIT = 100_000_000


@pytest.fixture
def karlsruhe(real_data: Path) -> Path:
    """One list of organisations, none of whose persons is there."""
    return real_data / "karlsruhe_oparl" / "organizations.json"


@pytest.fixture
def objects(karlsruhe: Path) -> list[dict[str, Any]]:
    """The same, by a reader of another make."""
    loaded: list[dict[str, Any]] = json.loads(karlsruhe.read_text("utf-8"))
    return loaded


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """An empty store."""
    opened = SqliteStore(tmp_path / "netmap.db")
    yield opened
    opened.close()


def test_every_body_and_office_arrives(karlsruhe: Path, objects: list[dict[str, Any]]) -> None:
    """With its names, classification and dates; nothing else is made up."""
    parsed = read_source(karlsruhe, limit_bytes=LIMIT)
    assert parsed.format == "oparl"
    assert parsed.placeholders == ()
    found = [each for each in parsed.records if isinstance(each, Organization)]
    assert len(found) == len(parsed.records) == 97
    assert [
        (o.id, o.name, o.short_name, o.classification, o.start_date, o.end_date) for o in found
    ] == [
        (
            each["id"],
            " ".join(each["name"].split()),
            each["shortName"],
            each.get("classification", ""),
            each.get("startDate"),
            each.get("endDate"),
        )
        for each in objects
    ]
    assert {o.attributes["body"] for o in found} == {each["body"] for each in objects}


def test_bodies_are_told_from_offices(karlsruhe: Path) -> None:
    """The 27 that name a list of meetings meet; of the 70 offices nobody says so."""
    parsed = read_source(karlsruhe, limit_bytes=LIMIT)
    found = [each for each in parsed.records if isinstance(each, Organization)]
    assert {each.meets for each in found if "/organizations/gr/" in each.id} == {True}
    assert {each.meets for each in found if "/organizations/at/" in each.id} == {None}
    assert sum(each.meets is True for each in found) == 27
    levels = {each.name: each.level for each in found if each.meets}
    assert [name for name, level in levels.items() if level is not Level.POLITICAL] == [
        "Gestaltungsbeirat"
    ]


def test_what_leads_nowhere_is_counted(karlsruhe: Path, objects: list[dict[str, Any]]) -> None:
    """1,344 memberships of 25 bodies are addresses alone, and the city itself is one."""
    parsed = read_source(karlsruhe, limit_bytes=LIMIT)
    named = [address for each in objects for address in each.get("membership", [])]
    holders = sum("membership" in each for each in objects)
    assert (len(set(named)), holders) == (1_344, 25)
    assert [(each.severity, each.code) for each in parsed.problems] == [
        (Severity.WARNING, "ingest.seats_only_named"),
        (Severity.NOTE, "ingest.municipality_unknown"),
    ]
    assert "is there: 1344, with 25 persons or" in parsed.problems[0].cause.en
    assert "(references: 97)" in parsed.problems[1].cause.en


def test_the_same_import_twice_changes_nothing(karlsruhe: Path, store: SqliteStore) -> None:
    """The first import creates the network in one change set, the second writes none."""
    service = ImportService(store, limit_bytes=LIMIT)
    first = service.run(LOCAL_OWNER, karlsruhe, network_id="karlsruhe")
    assert first.applied
    assert [(each.kind, each.added) for each in first.counts] == [(Kind.ORGANIZATION, 97)]
    second = service.run(LOCAL_OWNER, karlsruhe, network_id="karlsruhe")
    assert not second.applied
    assert second.changes == ()


def test_the_examples_of_the_specification(real_data: Path) -> None:
    """A folder of single objects beside schemas, which are passed over."""
    parsed = read_source(real_data / "oparl_spec", limit_bytes=LIMIT)
    (person,) = (each for each in parsed.records if isinstance(each, Person))
    assert person.name == "Prof. Dr. Max Mustermann"
    assert person.attributes == {"title": "Prof.; Dr.", "status": "Bezirksbürgermeister"}
    seats = [each for each in parsed.records if isinstance(each, Membership)]
    assert [(each.role, each.role_label, each.attributes) for each in seats] == [
        (Role.CHAIR, "Vorsitzende", {"votingRight": True}),
        (Role.MEMBER, "Sachkundige Bürgerin", {"votingRight": False}),
    ]
    assert (seats[1].start_date, seats[1].end_date) == ("2013-12-03", "2014-07-28")
    finance = next(each for each in parsed.records if each.id.endswith("/organization/34"))
    assert isinstance(finance, Organization)
    assert finance.meets
    assert finance.attributes["post"] == "Vorsitzender; 1. Stellvertreter; Mitglied"
    assert len(parsed.placeholders) == 2
    passed = [each for each in parsed.problems if each.code == "ingest.file_passed_over"]
    assert len(passed) == 4
    assert "max@mustermann.de" not in repr(parsed)
