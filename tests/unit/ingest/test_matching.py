"""Ids that two lists share by chance do not make two things one."""

from __future__ import annotations

from netmap.ingest.problems import Parsed, Placeholder
from netmap.ingest.reconcile import reconcile
from netmap.model import Membership, Organization, Person
from netmap.values import Identifier, Record, Source


def given(scheme: str, identifier: str) -> tuple[Identifier, ...]:
    """The identifier that a source gave."""
    return (Identifier(scheme=scheme, identifier=identifier),)


def imported(
    stored: list[Record], *incoming: Record, placeholders: tuple[str, ...] = ()
) -> list[Record]:
    """The network after an import."""
    parsed = Parsed(
        format="test",
        records=incoming,
        placeholders=tuple(Placeholder(each) for each in placeholders),
    )
    found = reconcile(stored, parsed, source=Source(label="list"))
    written = {put.record_id: put.record for put in found.puts}
    return [*({record.id: record for record in stored} | written).values()]


OFFICE = Organization(id="1", name="Amt", identifiers=given("organizations", "1"))
COUNCIL = Organization(id="1", name="Rat", identifiers=given("bodies", "1"))


def test_lists_that_are_each_numbered_from_one_stay_apart() -> None:
    """Organisation 1 and body 1 are two records, and the second import finds both again."""
    both = imported([OFFICE], COUNCIL)
    assert {record.id: getattr(record, "name", "") for record in both} == {
        "1": "Amt",
        "organization-1": "Rat",
    }
    assert imported(both, COUNCIL) == both
    assert imported(both, OFFICE) == both


def test_one_name_under_one_id_is_one_record() -> None:
    """The same body on the sheet of organisations and on that of bodies is one."""
    (only,) = imported([OFFICE], Organization(id="1", name="AMT", identifiers=given("bodies", "1")))
    assert {each.scheme for each in only.identifiers} == {"organizations", "bodies"}


def test_a_reference_finds_what_is_numbered_on_another_list() -> None:
    """A body that is only referred to may stand among the organisations."""
    placeholder = Organization(id="1", name="1", identifiers=given("bodies", "1"))
    seat = Membership(id="s", member_id="p", organization_id="1")
    after = imported([OFFICE], placeholder, Person(id="p", name="Ute"), seat, placeholders=("1",))
    assert after[0] == OFFICE
    assert [each.organization_id for each in after if isinstance(each, Membership)] == ["1"]
    assert len(after) == 3


def test_a_new_id_is_not_taken_from_the_same_source() -> None:
    """A record that gets another id leaves those of its own source alone."""
    first = Person(id="1", name="Ute", identifiers=given("persons", "1"))
    second = Person(id="person-1", name="Bo", identifiers=given("persons", "person-1"))
    after = imported([OFFICE], first, second)
    assert len({record.id for record in after}) == 3
    assert {getattr(record, "name", "") for record in after} == {"Amt", "Ute", "Bo"}
