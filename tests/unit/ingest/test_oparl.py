"""OParl objects become persons and organisations, wherever they stand, however they are spelt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.errors import NetmapError
from netmap.ingest.json_source import JsonValue
from netmap.ingest.oparl.document import matches
from netmap.ingest.problems import Severity
from netmap.ingest.reconcile import reconcile
from netmap.model import Membership, Organization, Person
from netmap.values import Identifier, Source
from netmap.vocabulary import Level, Sector
from tests.unit.ingest.oparl_objects import (
    Raw,
    all_of,
    body,
    codes,
    described,
    parse,
    person,
    seat,
    the_one,
    told,
    url,
)

ADA_IN_YOUTH = {"person": url("person/ada"), "organization": url("organization/youth")}


@pytest.mark.parametrize(
    "document",
    [
        [person(), body(), seat(**ADA_IN_YOUTH)],
        {
            "data": [person(), body(), seat(**ADA_IN_YOUTH)],
            "pagination": {"totalElements": 3},
            "links": {"first": url("all?page=1")},
        },
        {"persons": [person()], "organizations": [body()], "memberships": [seat(**ADA_IN_YOUTH)]},
        [person(membership=[seat(organization=url("organization/youth"))]), body()],
        [person(), body(membership=[seat(person=url("person/ada"))])],
        [person(membership=[url("membership/1")]), body(), seat(organization=body()["id"])],
        [person(), body(membership=[url("membership/1")]), seat(person=url("person/ada"))],
        seat(person=person(), organization=body()),
        described(
            "System",
            "system",
            body=[
                described(
                    "Body",
                    "body/1",
                    name="Buchenau",
                    person=[person()],
                    organization={"data": [body(membership=[seat(person=url("person/ada"))])]},
                )
            ],
        ),
    ],
)
def test_a_membership_is_found_wherever_it_stands(document: JsonValue) -> None:
    """Alone, in lists, on pages, in persons, in organisations, in a whole system, or by address."""
    parsed = parse(document)
    found = the_one(parsed, Membership)
    assert (found.member_id, found.organization_id) == (
        url("person/ada"),
        url("organization/youth"),
    )
    assert the_one(parsed, Person).name == "Ada"
    assert the_one(parsed, Organization).name == "Youth"
    assert not [each for each in parsed.problems if each.severity is not Severity.NOTE]
    assert parsed.placeholders == ()


@pytest.mark.parametrize(
    "written",
    [
        "http://ris.example/oparl/person/ada",
        "https://RIS.example:443/oparl/person/ada",
        "http://ris.example:80/oparl/person/ada/",
        "https://ris.example/oparl/person/ada/",
    ],
)
def test_spellings_of_one_address_are_one_id(written: str) -> None:
    """Scheme, default port, a slash at the end and capitals in the host do not matter."""
    parsed = parse([person(), body(), seat(person=written, organization=url("organization/youth"))])
    assert the_one(parsed, Membership).member_id == the_one(parsed, Person).id
    again = parse([{**person(), "id": written}])
    assert the_one(again, Person).id == url("person/ada")
    assert the_one(again, Person).identifiers == (
        Identifier(scheme="oparl", identifier=url("person/ada")),
        Identifier(scheme="oparl", identifier=written),
    )
    found = reconcile([the_one(parsed, Person)], parse([person()]), source=Source(label="x"))
    assert found.puts == ()


def test_a_port_of_its_own_tells_two_servers_apart() -> None:
    """The same path on another port is another object."""
    other = "https://ris.example:8443/oparl/person/ada"
    assert len(all_of(parse([person(), {**person(), "id": other}]), Person)) == 2


def test_misspelt_keys_and_classes_are_read_and_told() -> None:
    """The value counts as if the key were right, and a note says what was read as what."""
    parsed = parse(
        [
            person(membershp=[{**seat(), "orgnization": url("organization/youth")}]),
            {**body(), "type": "http://oparl.org/1.0/Organisation/"},
        ]
    )
    assert the_one(parsed, Membership).organization_id == url("organization/youth")
    told_as = [each.cause.en for each in parsed.problems if each.code == "ingest.respelled"]
    assert told_as == [
        '"membershp" was read as "membership" in Person (places: 1).',
        '"http://oparl.org/1.0/Organisation/" was read as "Organization" in type (places: 1).',
        '"orgnization" was read as "organization" in Membership (places: 1).',
    ]


def test_keys_of_vendors_survive_as_attributes() -> None:
    """With or without a prefix, lists as one text, and never read as a key that is there."""
    own: Raw = {
        "vendor:color": "red",
        "posts": ["chair"],
        "post": ["Mitglied", "Vorsitz"],
        "quorum": 7,
        "keyword": ["schule", "bildung"],
    }
    parsed = parse(body(**own))
    assert the_one(parsed, Organization).attributes == {
        "vendor:color": "red",
        "posts": "chair",
        "post": "Mitglied; Vorsitz",
        "quorum": 7,
        "keyword": "schule; bildung",
    }
    assert codes(parsed) == []


def test_private_details_of_persons_stay_outside() -> None:
    """E-mail, telephone, address, gender and birth, under the names of vendors as well."""
    parsed = parse(
        person(
            email=["ada@example.org"],
            mail="ada@example.org",
            phone=["1"],
            gender="female",
            formOfAddress="Frau",
            life="geboren 1815",
            location=url("location/1"),
            status=["Ratsfrau"],
            note="schreibt an ada@example.org",
            **{"vendor:geburtsdatum": "1815-12-10", "vendor:party": "Grün"},
        )
    )
    assert the_one(parsed, Person).attributes == {"status": "Ratsfrau", "vendor:party": "Grün"}
    note = told(parsed, "ingest.private_left_out")
    assert "vendor:geburtsdatum" in note.cause.en
    assert "1815" not in repr(parsed)
    assert "ada@example.org" not in repr(parsed)


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"name": "Lovelace, Dr. Ada"}, "Dr. Ada Lovelace"),
        ({"name": "", "givenName": "Ada", "familyName": "Lovelace"}, "Ada Lovelace"),
        (
            {
                "name": None,
                "title": ["Prof.", "Dr."],
                "givenName": "Ada",
                "familyName": "Lovelace",
                "affix": "MdL",
            },
            "Prof. Dr. Ada Lovelace MdL",
        ),
        ({"name": None}, url("person/ada")),
    ],
)
def test_the_name_of_a_person(fields: dict[str, JsonValue], name: str) -> None:
    """The whole name, else its parts with titles, else the id."""
    assert the_one(parse(person(**fields)), Person).name == name


def test_what_an_organisation_says_about_itself() -> None:
    """Names, classification, dates, parent, territory and place arrive in their fields."""
    parsed = parse(
        [
            described("Body", "body/1", name="Stadt Buchenau", license="https://dl.example/by"),
            body("organization/council", name="Rat", organizationType="Gremium"),
            body(
                name="Ausschuss für Schule",
                shortName="AfS",
                classification="Ausschuss",
                organizationType="Gremium",
                body=url("body/1"),
                subOrganizationOf=url("organization/council"),
                startDate="2020-11-01",
                endDate="2025-10-31",
                website="https://www.example/afs",
                location={"id": url("l"), "description": "Rathaus", "locality": "Buchenau"},
            ),
        ]
    )
    found = all_of(parsed, Organization)[1]
    assert found.model_dump(include={"name", "short_name", "classification", "territory"}) == {
        "name": "Ausschuss für Schule",
        "short_name": "AfS",
        "classification": "Ausschuss",
        "territory": "Stadt Buchenau",
    }
    assert (found.start_date, found.end_date) == ("2020-11-01", "2025-10-31")
    assert found.parent_id == url("organization/council")
    assert (found.meets, found.level) == (True, Level.POLITICAL)
    assert found.attributes == {
        "website": "https://www.example/afs",
        "location": "Rathaus, Buchenau",
        "organizationType": "Gremium",
    }
    assert "https://dl.example/by" in told(parsed, "ingest.municipality").cause.de


@pytest.mark.parametrize(
    ("kind", "meets", "sector"),
    [
        ("Gremium", True, None),
        ("externes Gremium", True, None),
        ("Fraktion", False, Sector.POLITICS),
        ("Partei", False, Sector.POLITICS),
        ("Verwaltungsbereich", False, Sector.ADMINISTRATION),
        ("Institution", False, None),
        ("Sonstiges", None, None),
    ],
)
def test_the_kinds_of_the_specification(kind: str, meets: bool | None, sector: Sector) -> None:
    """Only a Gremium is a body; parties and offices are placed in their sectors."""
    found = the_one(parse(body(organizationType=kind)), Organization)
    assert (found.meets, found.sector, found.classification) == (meets, sector, kind)
    assert "level" not in found.model_fields_set


def test_a_list_of_meetings_makes_a_body_where_no_kind_is_given() -> None:
    """An office without meetings stays open."""
    parsed = parse([body(meeting=url("organization/youth/meetings")), body("organization/office")])
    assert [each.meets for each in all_of(parsed, Organization)] == [True, None]


def test_meetings_are_counted_in_the_last_whole_year() -> None:
    """The years at both ends may be cut off; cancelled and deleted meetings do not count."""
    starts = ["2021-12-01", "2022-02-01", "2023-01-10T17:00:00+01:00", "2023-05-01", "2024-01-03"]
    meetings: list[JsonValue] = [
        described("Meeting", f"meeting/{at}", start=start, organization=[url("organization/youth")])
        for at, start in enumerate(starts)
    ]
    gone = described("Meeting", "meeting/x", start="2023-03-01", organization=[body()["id"]])
    parsed = parse([body(), *meetings, {**gone, "cancelled": True}, {**gone, "id": "y"}])
    assert the_one(parsed, Organization).meetings_per_year == 3
    assert "Meeting (7)" in told(parsed, "ingest.not_taken").cause.en
    assert the_one(parse([body(), *meetings[:2]]), Organization).meetings_per_year is None


def test_objects_of_other_classes_are_counted_in_one_note() -> None:
    """Papers, files and terms are not taken over, and nothing hides that."""
    parsed = parse([described("Paper", "p/1"), described("Paper", "p/2"), described("File", "f")])
    assert parsed.records == ()
    assert "File (1), Paper (2)" in told(parsed, "ingest.not_taken").cause.en


def test_deleted_objects_and_their_seats_are_left_out() -> None:
    """A seat of a deleted person goes with it; a note counts both."""
    parsed = parse(
        [
            {**person(), "deleted": True},
            body(),
            seat(**ADA_IN_YOUTH),
            {"id": url("membership/2"), "type": seat()["type"], "deleted": True},
        ]
    )
    assert [type(each) for each in parsed.records] == [Organization]
    assert "Marked as deleted: 2; these and their memberships (2)" in (
        told(parsed, "ingest.deleted").cause.en
    )


def test_what_is_described_twice_is_one_and_the_newer_counts() -> None:
    """What differs is told; what the newer leaves out is filled from the older."""
    parsed = parse(
        [
            body(name="Jugend", shortName="J", modified="2020-01-01T00:00:00+01:00"),
            body(name="Jugend und Familie", modified="2024-01-01T00:00:00Z"),
        ]
    )
    found = the_one(parsed, Organization)
    assert (found.name, found.short_name) == ("Jugend und Familie", "J")
    problem = told(parsed, "ingest.sides_differ")
    assert "(name); what was modified last counts" in problem.cause.en
    assert problem.place.field == "[1]"


def test_the_same_page_twice_is_no_contradiction() -> None:
    """Pages overlap while a list grows."""
    assert codes(parse([body(), body(), person(), person()])) == []


def test_references_that_lead_nowhere_become_placeholders() -> None:
    """Persons are counted in a note; an organisation is told where it is referred to."""
    parsed = parse([seat(**ADA_IN_YOUTH)])
    assert len(parsed.placeholders) == 2
    assert codes(parsed) == ["ingest.person_placeholders"]
    problem = next(each.problem for each in parsed.placeholders if each.problem)
    assert problem.place.field == "[0].organization"


def test_seats_of_which_only_the_address_is_known_are_counted() -> None:
    """Nobody can say who sits there, so no record stands for them."""
    parsed = parse(
        [
            body(membership=[url("membership/1"), url("membership/2")]),
            body("organization/sport", membership=[url("membership/3")]),
        ]
    )
    assert all_of(parsed, Membership) == []
    problem = told(parsed, "ingest.seats_only_named")
    assert problem.severity is Severity.WARNING
    assert "is there: 3, with 2 persons or organizations" in problem.cause.en


def test_a_municipality_that_is_not_described_stays_an_address() -> None:
    """It becomes no actor without ties, and its address is not lost."""
    parsed = parse([body(body=url("body/1")), person(body=url("body/1"))])
    assert the_one(parsed, Organization).attributes == {"body": url("body/1")}
    assert "(references: 1)" in told(parsed, "ingest.municipality_unknown").cause.en


@pytest.mark.parametrize(
    "document",
    [
        {"type": "https://schema.oparl.org/1.0/System"},
        [{"type": "http://schema.oparl.org/1.1/Body"}],
        {"data": [], "pagination": {}, "links": {}},
        {"bodies": [{"type": "https://oparl.org/schema/1.0/Body"}]},
    ],
)
def test_oparl_is_told_by_its_types(document: JsonValue) -> None:
    """An object, a list, an empty page, or lists by name."""
    assert matches(document)


@pytest.mark.parametrize("document", [{}, [], {"data": []}, {"persons": [{"name": "A"}]}, [1], "x"])
def test_other_json_is_none(document: JsonValue) -> None:
    """Nothing in it speaks of OParl."""
    assert not matches(document)


def test_objects_that_cannot_be_told_are_passed_over_with_a_warning() -> None:
    """Whoever imports cannot mend the data of an endpoint: one bad object stops nothing."""
    parsed = parse([body(), {"id": "x"}, 5, 6, {"type": "https://schema.oparl.org/1.1/Person"}])
    assert [each.name for each in all_of(parsed, Organization)] == ["Youth"]
    assert codes(parsed) == ["ingest.not_an_object", "ingest.no_identity", "ingest.untyped"]
    assert {each.severity for each in parsed.problems} == {Severity.WARNING}
    assert 'should stand: 2, first "5"' in parsed.problems[0].cause.en
    assert parsed.problems[0].place.field == "[2]"


_TITLES = st.sampled_from(
    [
        *("id", "type", "data", "name", "modified", "deleted", "body", "person", "organization"),
        *("membership", "onBehalfOf", "subOrganizationOf", "startDate", "start", "location"),
    ]
)
_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.floats(allow_nan=False)
    | st.text(max_size=5)
    | st.sampled_from([url("a"), url("b"), "http://[", "2024", "https://schema.oparl.org/1.1/"])
    | st.sampled_from([f"https://schema.oparl.org/1.1/{name}" for name in ("Person", "Body")])
    | st.sampled_from(
        [f"https://schema.oparl.org/1.1/{name}" for name in ("Organization", "Membership")]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TITLES, inner, max_size=5),
    max_leaves=20,
)


@given(_VALUES)
def test_any_json_is_read_or_refused(value: JsonValue) -> None:
    """Whatever stands in the document, its records fit together or an error says why not."""
    try:
        parsed = parse(value)
    except NetmapError:
        return
    ids = {record.id for record in parsed.records}
    assert len(ids) == len(parsed.records)
    for record in parsed.records:
        for title in record.REFERENCES:
            given_ids = getattr(record, title) or ()
            assert ids.issuperset([given_ids] if isinstance(given_ids, str) else given_ids)
