from __future__ import annotations

from netmap.language import Language
from netmap.model import (
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.network import Network
from netmap.values import Record
from netmap.views.map_groups import groups_of
from netmap.views.map_profiles import Profile, profiles
from netmap.views.map_ties import ties_of
from netmap.vocabulary import HouseLevel, Role, Sector


def _profiles(*records: Record, language: Language = Language.DE) -> dict[str, Profile]:
    network = Network.from_records(records)
    told = profiles(network, groups_of(network), ties_of(network, language), language)
    return dict(zip(network.actor_ids, told, strict=True))


def _said(records: list[Record], actor_id: str, language: Language = Language.DE) -> list[str]:
    told = _profiles(*records, language=language)
    names = [profile.name for profile in told.values()]
    return [
        f"{group.title}: {names[other.actor]} ({other.note})"
        for group in told[actor_id].ties
        for other in group.others
    ]


def test_both_sides_tell_of_a_seat_with_its_role() -> None:
    """The member sits in the body, and the body has the member, as what and for whom."""
    records: list[Record] = [
        Organization(id="body", name="Steuerkreis", meets=True),
        Organization(id="house", name="Jugendamt"),
        Person(id="p", name="Ada"),
        Membership(
            id="m",
            member_id="p",
            organization_id="body",
            role=Role.CHAIR,
            house_level=HouseLevel.LEADERSHIP,
            on_behalf_of_ids=("house",),
            start_date="2024-05",
        ),
    ]
    note = "Vorsitz · Leitungsebene · für Jugendamt · seit Mai 2024"
    assert _said(records, "p") == [f"Sitzt in: Steuerkreis ({note})"]
    assert _said(records, "body") == [f"Mitglieder: Ada ({note})"]
    assert _said(records, "house") == ["Vertreten in: Steuerkreis (durch Ada)"]


def test_the_words_of_the_source_name_the_role() -> None:
    """What the minutes call a role stands on the map as they call it."""
    records: list[Record] = [
        Organization(id="body", name="Body", meets=True),
        Person(id="p", name="Ada"),
        Membership(id="m", member_id="p", organization_id="body", role_label="Sprecherin"),
    ]
    assert _said(records, "p") == ["Sitzt in: Body (Sprecherin)"]


def test_an_organization_is_represented_by_the_people_who_work_there() -> None:
    """Without a word on whose behalf, a seat counts for the house of the person."""
    records: list[Record] = [
        Organization(id="body", name="Body", meets=True),
        Organization(id="house", name="House"),
        Person(id="p", name="Ada", organization_id="house"),
        Membership(id="m", member_id="p", organization_id="body"),
    ]
    assert _said(records, "house", Language.EN) == [
        "Represented in: Body (by Ada)",
        "Who works here: Ada ()",
    ]


def test_exchange_reads_alike_from_both_sides() -> None:
    """How often, by what, about what and whether both sides say so."""
    records: list[Record] = [
        Organization(id="a", name="A"),
        Organization(id="b", name="B"),
        Topic(id="t", name="Ganztag"),
        ExchangeTie(
            id="e",
            source_id="a",
            target_id="b",
            contacts_per_year=4,
            channel="Besprechung",
            topic_ids=("t",),
            confirmed=True,
        ),
    ]
    note = "vierteljährlich · Besprechung · Ganztag · von beiden bestätigt"
    assert _said(records, "a") == [f"Austausch mit: B ({note})"]
    assert _said(records, "b") == [f"Austausch mit: A ({note})"]


def test_reporting_lines_and_parts_have_two_sides() -> None:
    """Who reports and who receives, what is part and what it is part of."""
    records: list[Record] = [
        Organization(id="a", name="A"),
        Organization(id="b", name="B", parent_id="a"),
        ReportingLine(id="r", sender_id="b", receiver_id="a", returns_decisions=True),
    ]
    assert _said(records, "b", Language.EN) == [
        "Reports to: A (decisions come back)",
        "Part of: A ()",
    ]
    assert _said(records, "a", Language.EN) == [
        "Receives reports from: B (decisions come back)",
        "Parts: B ()",
    ]


def test_facts_of_an_organization_are_told_in_words() -> None:
    """Sector, topics, rhythm of meetings and cooperations stand in the profile."""
    told = _profiles(
        Organization(
            id="a",
            name="A",
            sector=Sector.CIVIL_SOCIETY,
            classification="Verein",
            meetings_per_year=2.5,
            target_groups=("Jugendliche", "Eltern"),
        ),
        Topic(id="t", name="Ganztag"),
        WorksOn(id="w", actor_id="a", topic_id="t"),
        Cooperation(id="c", name="Bündnis", party_ids=("a",)),
    )["a"]
    assert (told.category, told.sector, told.topics) == ("Verein", "Zivilgesellschaft", "Ganztag")
    assert dict(told.facts) == {
        "Sitzungen im Jahr": "2,5",
        "Zielgruppen": "Jugendliche, Eltern",
        "Kooperationen": "Bündnis",
    }
