"""Popolo documents become persons, organisations and memberships, however they are nested."""

from __future__ import annotations

from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.errors import NetmapError
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.identity import made_id
from netmap.ingest.json_source import JsonValue
from netmap.ingest.popolo import document as popolo
from netmap.ingest.problems import Parsed, Severity
from netmap.ingest.reconcile import reconcile
from netmap.language import Language
from netmap.model import Membership, Organization, Person
from netmap.values import Identifier, Record, Source
from netmap.vocabulary import Kind, Role

_Record = TypeVar("_Record", bound=Record)


def parse(document: JsonValue) -> Parsed:
    """Read a document under a fixed file name."""
    return popolo.parse(document, "list.json")


def all_of(parsed: Parsed, model: type[_Record]) -> list[_Record]:
    """The records of one kind, in order."""
    return [record for record in parsed.records if isinstance(record, model)]


def seats(parsed: Parsed) -> list[tuple[str, str]]:
    """Member and body of each membership."""
    return [(seat.member_id, seat.organization_id) for seat in all_of(parsed, Membership)]


def codes(parsed: Parsed) -> list[str]:
    """Codes of what was found, in order."""
    return [problem.code for problem in parsed.problems]


ADA: JsonValue = {"id": "ada", "name": "Ada"}
YOUTH: JsonValue = {"id": "youth", "name": "Youth"}


@pytest.mark.parametrize(
    "document",
    [
        {
            "persons": [ADA],
            "organizations": [YOUTH],
            "memberships": [{"person_id": "ada", "organization_id": "youth"}],
        },
        {
            "persons": [
                {"id": "ada", "name": "Ada", "memberships": [{"organization_id": "youth"}]}
            ],
            "organizations": [YOUTH],
        },
        {
            "persons": [ADA],
            "organizations": [
                {"id": "youth", "name": "Youth", "memberships": [{"person_id": "ada"}]}
            ],
        },
        {
            "persons": [ADA],
            "organizations": [YOUTH],
            "posts": [
                {"id": "p", "organization_id": "youth", "memberships": [{"person_id": "ada"}]}
            ],
        },
        {
            "persons": [ADA],
            "organizations": [
                {
                    "id": "youth",
                    "name": "Youth",
                    "posts": [{"label": "Seat", "memberships": [{"person_id": "ada"}]}],
                }
            ],
        },
        {"memberships": [{"person": ADA, "organization": YOUTH}]},
        {"persons": [{"id": "ada", "name": "Ada", "memberships": [{"organization": YOUTH}]}]},
    ],
)
def test_a_membership_is_found_wherever_it_is_nested(document: JsonValue) -> None:
    """At top level, in persons, organisations or posts, with ids or with whole objects."""
    parsed = parse(document)
    assert seats(parsed) == [("ada", "youth")]
    assert [person.name for person in all_of(parsed, Person)] == ["Ada"]
    assert [body.name for body in all_of(parsed, Organization)] == ["Youth"]
    assert codes(parsed) == []


def test_persons_that_are_absent_become_placeholders_counted_in_a_note() -> None:
    """The seats stay, and an import knows that nobody described these persons."""
    parsed = parse(
        {
            "organizations": [YOUTH],
            "memberships": [
                {"person_id": "ada", "organization_id": "youth"},
                {"person_id": "bo", "organization_id": "youth"},
                {"person_id": "bo", "organization_id": "youth", "role": "chair"},
            ],
        }
    )
    assert len(seats(parsed)) == 3
    assert [each.record_id for each in parsed.placeholders] == ["ada", "bo"]
    assert [(each.severity, each.code) for each in parsed.problems] == [
        (Severity.NOTE, "ingest.person_placeholders")
    ]
    assert "vorkommen: 2;" in parsed.problems[0].cause.de


def test_an_organisation_that_is_absent_is_told_where_it_is_referred_to() -> None:
    """Its placeholder carries the warning for the case that the network does not know it."""
    parsed = parse(
        {"persons": [ADA], "memberships": [{"person_id": "ada", "organization_id": "gone"}]}
    )
    assert seats(parsed) == [("ada", "gone")]
    (placeholder,) = parsed.placeholders
    assert placeholder.problem is not None
    assert placeholder.problem.code == "ingest.dangling_reference"
    assert placeholder.problem.place.field == "memberships[0].organization_id"


def test_ids_are_kept_as_they_are_with_their_scheme() -> None:
    """URLs with query strings, slashes, apostrophes and decimal numbers lead to their records."""
    url = "https://example.org/person/7?session=1&x=ü#a"
    parsed = parse(
        {
            "persons": [{"id": url, "name": "Ada"}],
            "organizations": [
                {"id": "break_o'day/council", "name": "Council"},
                {"id": 10117.0, "name": "Board", "parent_id": "break_o'day/council"},
            ],
            "memberships": [
                {"person_id": url, "organization_id": "break_o'day/council"},
                {"person_id": url, "organization_id": "10117"},
            ],
        }
    )
    assert seats(parsed) == [(url, "break_o'day/council"), (url, "10117")]
    assert parsed.records[0].identifiers == (Identifier(scheme="popolo", identifier=url),)
    assert [body.parent_id for body in all_of(parsed, Organization)] == [
        None,
        "break_o'day/council",
    ]


def test_a_person_and_an_organisation_may_share_an_id() -> None:
    """Popolo ids are unique within a class, ours across all: the second gets a prefix."""
    parsed = parse(
        {
            "persons": [{"id": 1, "name": "Ada"}],
            "organizations": [{"id": 1, "name": "Youth"}],
            "memberships": [{"id": 1, "person_id": 1, "organization_id": 1}],
        }
    )
    assert [record.id for record in parsed.records] == ["1", "organization-1", "membership-1"]
    assert seats(parsed) == [("1", "organization-1")]
    assert {record.identifiers[0].identifier for record in parsed.records} == {"1"}


def test_several_spells_of_one_person_in_one_body_are_several_memberships() -> None:
    """They differ in dates or role; what is told twice in the same words counts once."""
    seat: JsonValue = {"person_id": "ada", "organization_id": "youth"}
    spells: list[JsonValue] = [
        {"person_id": "ada", "organization_id": "youth", "start_date": "2001"},
        {"person_id": "ada", "organization_id": "youth", "start_date": "2009-05"},
        {"person_id": "ada", "organization_id": "youth", "end_date": "2019"},
        seat,
        seat,
    ]
    parsed = parse({"persons": [ADA], "organizations": [YOUTH], "memberships": spells})
    assert len({record.id for record in all_of(parsed, Membership)}) == 4
    assert codes(parsed) == ["ingest.seat_twice"]


def test_an_id_that_several_memberships_bear_identifies_the_first_alone() -> None:
    """Both are kept, and the same document changes nothing the second time."""
    parsed = parse(
        {
            "memberships": [
                {"id": "m1", "person_id": "ada", "organization_id": "youth"},
                {"id": "m1", "person_id": "bo", "organization_id": "youth"},
            ]
        }
    )
    first, second = all_of(parsed, Membership)
    assert [first.member_id, second.member_id] == ["ada", "bo"]
    assert [each.identifier for each in first.identifiers] == ["m1"]
    assert second.identifiers == ()
    source = Source(label="list")
    stored = [put.record for put in reconcile([], parsed, source=source).puts]
    assert reconcile(stored, parsed, source=source).preview == ()


def test_role_and_its_words_come_from_the_membership_else_from_the_post() -> None:
    """The words stay beside the role."""
    parsed = parse(
        {
            "persons": [ADA],
            "organizations": [YOUTH],
            "posts": [{"id": "p", "organization_id": "youth", "label": "Stv. Vorsitz"}],
            "memberships": [
                {"person_id": "ada", "organization_id": "youth", "role": "1. Vorsitzende"},
                {"person_id": "ada", "post_id": "p"},
                {"person_id": "ada", "organization_id": "youth"},
            ],
        }
    )
    assert [(seat.role, seat.role_label) for seat in all_of(parsed, Membership)] == [
        (Role.CHAIR, "1. Vorsitzende"),
        (Role.DEPUTY_CHAIR, "Stv. Vorsitz"),
        (Role.MEMBER, ""),
    ]


def test_a_seat_may_be_held_on_behalf_of_one_or_several() -> None:
    """A single id, a list of ids and a nested object are all understood."""
    parsed = parse(
        {
            "persons": [ADA],
            "organizations": [YOUTH, {"id": "ihk", "name": "IHK"}],
            "memberships": [
                {
                    "person_id": "ada",
                    "organization_id": "youth",
                    "on_behalf_of_id": "ihk",
                    "on_behalf_of_ids": ["ihk", "party/unknown"],
                },
                {"organization_id": "youth", "on_behalf_of": {"id": "hwk", "name": "HWK"}},
            ],
        }
    )
    first, second = all_of(parsed, Membership)
    assert first.on_behalf_of_ids == ("ihk", "party/unknown")
    # Nobody is named: the seat is the organisation's own.
    assert (second.member_id, second.on_behalf_of_ids) == ("hwk", ("hwk",))


def test_a_post_whose_holder_is_not_named_is_a_function_only_person() -> None:
    """The chair of the body is known as a function."""
    parsed = parse(
        {"organizations": [YOUTH], "memberships": [{"organization_id": "youth", "role": "Vorsitz"}]}
    )
    (person,) = all_of(parsed, Person)
    assert (person.name, person.function) == ("", "Vorsitz")
    assert seats(parsed) == [(person.id, "youth")]


@pytest.mark.parametrize(
    "membership", [{"organization_id": "youth"}, {"person_id": "ada"}, {"role": "Vorsitz"}, {}]
)
def test_a_membership_that_lacks_an_end_is_left_out_with_a_warning(membership: JsonValue) -> None:
    """Who or what is missing is named, and the rest of the file is taken over."""
    parsed = parse({"persons": [ADA], "organizations": [YOUTH], "memberships": [membership]})
    assert seats(parsed) == []
    assert len(parsed.records) == 2
    assert [(each.severity, each.code) for each in parsed.problems] == [
        (Severity.WARNING, "ingest.seat_incomplete")
    ]


def test_an_organisation_may_be_a_member() -> None:
    """As `member_id`, as `member` object, or where files name it in place of a person."""
    parsed = parse(
        {
            "organizations": [YOUTH, {"id": "ihk", "name": "IHK"}],
            "memberships": [
                {"id": "1", "member_id": "ihk", "organization_id": "youth"},
                {
                    "id": "2",
                    "member": {"@type": "Organization", "name": "HWK"},
                    "organization_id": "youth",
                },
                {"id": "3", "person_id": "ihk", "organization_id": "youth"},
            ],
        }
    )
    assert seats(parsed) == [("ihk", "youth"), ("org-hwk", "youth"), ("ihk", "youth")]
    assert all_of(parsed, Person) == []


def test_dates_of_any_length_are_read_and_open_ends_stay_open() -> None:
    """Timestamps lose their time, 9999-12-31 its meaning."""
    dates = ["2001", "2001-02", "2001-02-03", "2001-02-03T04:05:06Z"]
    parsed = parse(
        {
            "persons": [ADA],
            "organizations": [YOUTH],
            "memberships": [
                {
                    "id": start,
                    "person_id": "ada",
                    "organization_id": "youth",
                    "start_date": start,
                    "end_date": "9999-12-31",
                }
                for start in dates
            ],
        }
    )
    assert [(seat.start_date, seat.end_date) for seat in all_of(parsed, Membership)] == [
        ("2001", None),
        ("2001-02", None),
        ("2001-02-03", None),
        ("2001-02-03", None),
    ]


def test_unclear_and_contradicting_dates_are_warnings_with_their_place() -> None:
    """The words survive among the attributes; what contradicts itself counts as unknown."""
    parsed = parse(
        {
            "persons": [ADA],
            "organizations": [YOUTH],
            "memberships": [
                {
                    "person_id": "ada",
                    "organization_id": "youth",
                    "start_date": "nach der Wahl",
                },
                {
                    "person_id": "ada",
                    "organization_id": "youth",
                    "start_date": "2020-01-01",
                    "end_date": "2019",
                },
            ],
        }
    )
    first, second = all_of(parsed, Membership)
    assert first.start_date is None
    assert first.attributes == {"start_date": "nach der Wahl"}
    assert (second.start_date, second.end_date) == (None, None)
    assert second.attributes == {"start_date": "2020-01-01", "end_date": "2019"}
    assert [(each.severity, each.code, each.place.field) for each in parsed.problems] == [
        (Severity.WARNING, "ingest.value_unclear", "memberships[0].start_date"),
        (Severity.WARNING, "ingest.end_before_start", "memberships[1].end_date"),
    ]


def test_a_record_without_id_and_name_is_an_error() -> None:
    """Nothing is imported, and the place is named; so it is for what is no record at all."""
    parsed = parse({"persons": [{"gender": "f"}, "Ada"], "organizations": [YOUTH]})
    assert [(each.severity, each.code, each.place.field) for each in parsed.problems] == [
        (Severity.ERROR, "ingest.no_identity", "persons[0]"),
        (Severity.ERROR, "ingest.not_an_object", "persons[1]"),
    ]


def test_nested_objects_without_ids_are_known_by_name() -> None:
    """The same name is the same organisation; bodies of the same name in two houses are two."""
    parsed = parse(
        {
            "organizations": [
                {"id": "a", "name": "House A", "children": [{"name": "Finance"}]},
                {"id": "b", "name": "House B", "children": [{"name": "Finance"}]},
            ],
            "memberships": [
                {"person": {"name": "Ada"}, "organization": {"name": "House  a"}},
                {"person": {"name": "ada"}, "organization_id": "b"},
            ],
        }
    )
    assert sorted(str(body.parent_id) for body in all_of(parsed, Organization)) == [
        "None",
        "None",
        "a",
        "b",
    ]
    ada = made_id(Kind.PERSON, "Ada")
    assert seats(parsed) == [(ada, "a"), (ada, "b")]


def test_what_the_model_has_no_field_for_is_kept_as_an_attribute() -> None:
    """Other names, links, areas and terms are not lost; other identifiers are identifiers."""
    parsed = parse(
        {
            "persons": [
                {
                    "id": "ada",
                    "name": "Ada",
                    "gender": "f",
                    "other_names": [{"name": "Countess"}],
                    "identifiers": [{"scheme": "isni", "identifier": "0001"}, {}, 7],
                }
            ],
            "organizations": [YOUTH],
            "areas": [{"id": "n", "name": "North"}],
            "memberships": [
                {
                    "person_id": "ada",
                    "organization_id": "youth",
                    "area_id": "n",
                    "legislative_period_id": "term/7",
                }
            ],
            "events": [{"id": "term/7"}],
        }
    )
    (ada,) = all_of(parsed, Person)
    assert ada.attributes == {"gender": "f", "other_names": '[{"name": "Countess"}]'}
    assert ada.identifiers[1:] == (Identifier(scheme="isni", identifier="0001"),)
    (seat,) = all_of(parsed, Membership)
    assert seat.attributes == {"legislative_period_id": "term/7", "area": "North"}
    assert codes(parsed) == ["ingest.not_taken"]
    assert "events" in parsed.problems[0].cause.en


def test_organisations_keep_classification_area_and_dates() -> None:
    """Founding and dissolution are the dates of an organisation."""
    parsed = parse(
        {
            "organizations": [
                {
                    "id": "youth",
                    "name": "Youth",
                    "classification": "committee",
                    "founding_date": "2001",
                    "dissolution_date": "offen",
                    "area": {"name": "North"},
                    "parent_id": "youth",
                }
            ]
        }
    )
    (body,) = all_of(parsed, Organization)
    assert (body.classification, body.start_date, body.territory) == ("committee", "2001", "North")
    assert body.end_date is None
    assert body.parent_id is None
    # That it is open was said; the rest was not.
    assert "end_date" in body.model_fields_set
    assert body.model_fields_set.isdisjoint({"parent_id", "sector"})
    assert codes(parsed) == ["ingest.own_parent"]


def test_two_different_descriptions_of_one_id_are_told() -> None:
    """The first counts where they contradict; what only one of them says is kept."""
    parsed = parse(
        {"persons": [ADA, {"id": "ada", "name": "Bo", "gender": "f"}], "organizations": []}
    )
    (person,) = all_of(parsed, Person)
    assert (person.name, person.attributes) == ("Ada", {"gender": "f"})
    assert codes(parsed) == ["ingest.told_twice"]


@pytest.mark.parametrize("document", [[], {}, {"features": []}, {"persons": "Ada"}, None, 7])
def test_other_documents_are_not_taken_for_popolo(document: JsonValue) -> None:
    """They are refused with the list of what is readable."""
    assert not popolo.matches(document)
    with pytest.raises(NetmapError):
        parse(document)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(["a", "b", "", "2024", "9999-12-31", "Vorsitz"]),
    st.text(max_size=5),
)
KEYS = st.sampled_from(
    [
        *("id", "name", "label", "role", "person_id", "organization_id", "post_id", "parent_id"),
        *("member", "member_id", "person", "organization", "post", "on_behalf_of", "area"),
        *("on_behalf_of_id", "on_behalf_of_ids", "area_id", "memberships", "posts", "children"),
        *("parent", "start_date", "end_date", "founding_date", "identifiers", "classification"),
    ]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(KEYS, inner, max_size=6)),
    max_leaves=25,
)
DOCUMENTS = st.fixed_dictionaries(
    {"persons": st.lists(VALUES, max_size=3)},
    optional={
        "organizations": VALUES,
        "memberships": VALUES,
        "posts": VALUES,
        "areas": VALUES,
        "meta": VALUES,
    },
)


@given(DOCUMENTS)
def test_any_json_gives_records_that_hang_together(document: dict[str, JsonValue]) -> None:
    """No document makes the reader fail; ids are unique and every reference is met."""
    parsed = parse(document)
    kinds = {record.id: record.kind for record in parsed.records}
    assert len(kinds) == len(parsed.records)
    if not any(problem.severity is Severity.ERROR for problem in parsed.problems):
        for record in parsed.records:
            for title, allowed in record.REFERENCES.items():
                value = getattr(record, title)
                for target in (value,) if isinstance(value, str) else value or ():
                    assert kinds[target] in allowed
    assert parse(document) == parsed


def test_linked_data_is_refused_by_its_name() -> None:
    """An export in JSON-LD looks like what can be imported; the error says which exports can."""
    with pytest.raises(UnknownFormatError) as caught:
        popolo.parse({"@context": {}, "@graph": []}, "netz.jsonld")
    assert "JSON-LD" in caught.value.message(Language.DE)
    assert "GraphML" in caught.value.message(Language.EN)
