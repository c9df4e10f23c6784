"""A network as Popolo: valid by its schemas, useful to others, and exact to netmap."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft3Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT3

from examples import city
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.popolo.document import parse
from netmap.ingest.problems import Parsed, Severity
from netmap.language import Language
from netmap.model import (
    Coordination,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    Post,
    Topic,
)
from netmap.network import Network
from netmap.values import Record
from netmap.views.exports.contents import Contents
from netmap.views.exports.popolo import popolo
from netmap.vocabulary import Role
from tests.strategies import HOSTILE_TEXTS

RECORDS: list[Record] = [
    Organization(id="amt", name="Amt", short_name="A", territory="Kreis", end_date="2024-05"),
    Organization(id="rat", name="Rat", meets=True, parent_id="amt", territory="Kreis"),
    Organization(
        id="koko",
        name="Büro",
        coordination=Coordination(posts=(Post(label="Leitung", full_time_equivalent=0.5),)),
    ),
    Person(id="ada", name="Ada", function="Leitung Amt", organization_id="amt"),
    Person(id="nn", function="Schulleitung"),
    Membership(
        id="m1",
        member_id="ada",
        organization_id="rat",
        role=Role.CHAIR,
        on_behalf_of_ids=("amt", "koko"),
    ),
    Membership(id="m2", member_id="amt", organization_id="rat", role_label="Sitz"),
    Topic(id="t", name="Thema"),
    ExchangeTie(id="e", source_id="amt", target_id="koko", topic_ids=("t",)),
]


def document(*records: Record) -> Any:
    """The export of these records as JSON."""
    network = Network.from_records(records, network_id="kreis", name="Kreis")
    return json.loads(popolo(Contents.of(network), Language.DE))


def read(found: Any) -> Parsed:
    """What an import reads."""
    return parse(found, "kreis.json")


@pytest.fixture(scope="module")
def schemas(real_data: Path) -> Registry[Any]:
    """The schemas of Popolo, by the addresses by which they refer to each other."""
    registry: Registry[Any] = Registry()
    for file in sorted((real_data / "schemas").glob("popolo_*.json")):
        schema = json.loads(file.read_text(encoding="utf-8"))
        resource = Resource.from_contents(schema, default_specification=DRAFT3)
        registry = registry.with_resource(schema["id"].rstrip("#"), resource)
    return registry


def test_every_entry_is_valid(schemas: Registry[Any]) -> None:
    """By the schema of its class, in small, hostile and larger networks."""
    hostile = [
        Person(id=f"{number} {text.strip()}", name=text)
        for number, text in enumerate(HOSTILE_TEXTS)
    ]
    for records in (RECORDS, hostile, city.records()):
        found = document(*records)
        for title in ("person", "organization", "post", "membership", "area"):
            address = f"http://www.popoloproject.com/schemas/{title}.json"
            validator = Draft3Validator({"$ref": f"{address}#"}, registry=schemas)
            for entry in found[f"{title}s"]:
                assert list(validator.iter_errors(entry)) == [], entry


def test_other_programs_find_what_popolo_has_terms_for() -> None:
    """Names, classes, dates, roles, posts, areas; a function stands where no name is known."""
    found = document(*RECORDS)
    persons = {each["id"]: each["name"] for each in found["persons"]}
    assert persons == {"ada": "Ada", "nn": "Schulleitung"}
    office = next(each for each in found["organizations"] if each["id"] == "amt")
    assert office["other_names"] == [{"name": "A"}]
    assert office["dissolution_date"] == "2024-05"
    assert found["areas"] == [{"id": office["area_id"], "name": "Kreis"}]
    assert {each["label"] for each in found["posts"]} == {"Leitung Amt", "Leitung"}
    seats = {each["id"]: each for each in found["memberships"] if "id" in each}
    assert (seats["m1"]["role"], seats["m1"]["on_behalf_of_id"]) == ("Vorsitz", "amt")
    assert seats["m2"]["member"]["id"] == "amt"
    (work,) = [each for each in found["memberships"] if "id" not in each]
    assert (work["person_id"], work["organization_id"]) == ("ada", "amt")


def test_where_somebody_works_comes_back_as_no_seat() -> None:
    """An import reads the marked membership as the field that it mirrors."""
    parsed = read(document(*RECORDS))
    assert sorted(each.id for each in parsed.records if isinstance(each, Membership)) == [
        "m1",
        "m2",
    ]
    assert {each.id: each for each in parsed.records} == {each.id: each for each in RECORDS}


def test_an_edited_file_is_told_where_it_does_not_fit() -> None:
    """A reference to nothing gets a placeholder; an id given twice and a bare text are errors."""
    found = document(*RECORDS)
    found["persons"] = [each for each in found["persons"] if each["id"] != "ada"]
    parsed = read(found)
    assert [each.record_id for each in parsed.placeholders] == ["ada"]
    assert parsed.problems == ()
    found["persons"] += [found["persons"][0], "Bo", {"name": "Cy"}]
    problems = read(found).problems
    assert {each.severity for each in problems} == {Severity.ERROR}
    assert [(each.code, each.place.field) for each in problems] == [
        ("ingest.own_id_twice", "persons[1]"),
        ("ingest.not_an_object", "persons[2]"),
        ("ingest.no_identity", "persons[3]"),
    ]


def test_a_reference_to_another_kind_is_an_error() -> None:
    """A person cannot be a topic."""
    found = document(*RECORDS)
    found["netmap"]["exchange_tie"][0]["topic_ids"] = ["ada"]
    assert [each.code for each in read(found).problems] == ["ingest.wrong_kind"]


def test_a_file_of_a_newer_netmap_is_refused() -> None:
    """Rather than read half of it."""
    found = document(*RECORDS)
    found["netmap"]["format"] = 2
    with pytest.raises(UnknownFormatError):
        read(found)
