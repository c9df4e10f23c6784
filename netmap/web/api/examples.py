"""Examples of what reading operations answer, made of the very models that answer."""

from __future__ import annotations

from datetime import UTC, datetime

from pydantic import BaseModel

from netmap.changes import NetworkInfo
from netmap.model import (
    Actor,
    Cooperation,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
)
from netmap.vocabulary import Kind, Level, Role, Sector, Status
from netmap.web.api.graph import Edge, EdgeKind, Graph, Node
from netmap.web.api.paging import Page
from netmap.web.api.records import ActorWithTies

MOMENT = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)

NETWORK = NetworkInfo(
    id="falkenrode",
    name="Bildungsnetzwerk Falkenrode",
    created_at=MOMENT,
    changed_at=MOMENT,
    revision=12,
)
PERSON = Person(id="leitung-jugendamt", function="Leitung Jugendamt", organization_id="jugendamt")
_BODY = Organization(
    id="ak-uebergang",
    name="Arbeitskreis Übergang",
    classification="Arbeitskreis",
    meets=True,
    level=Level.OPERATIONAL,
    status=Status.ACTIVE,
    meetings_per_year=4,
)
_MEMBERSHIP = Membership(
    id="m-1",
    member_id="leitung-jugendamt",
    organization_id="ak-uebergang",
    role=Role.CHAIR,
    role_label="Vorsitz",
    on_behalf_of_ids=("jugendamt",),
    start_date="2024-05",
)
_EXCHANGE = ExchangeTie(
    id="e-1",
    source_id="ak-uebergang",
    target_id="ihk",
    contacts_per_year=12,
    channel="Sitzung",
    topic_ids=("uebergang",),
    confirmed=True,
)
_REPORTING = ReportingLine(
    id="r-1", sender_id="ak-uebergang", receiver_id="steuergremium", returns_decisions=True
)
_COOPERATION = Cooperation(
    id="c-1",
    name="Haus der Jugend",
    party_ids=("ihk", "jugendamt"),
    decided_by_id="steuergremium",
    decided_at="2025-11",
)
_TOPIC = Topic(id="uebergang", name="Systematisierung des Übergangs")
EXAMPLES: dict[str, BaseModel] = {
    "list_networks": Page[NetworkInfo](items=[NETWORK]),
    "get_network": NETWORK,
    "list_actors": Page[Actor](items=[_BODY, PERSON]),
    "get_actor": ActorWithTies(
        actor=PERSON,
        is_body=False,
        topic_ids=[],
        memberships=[_MEMBERSHIP],
        members=[],
        exchanges=[],
        reporting_lines=[],
        cooperations=[],
    ),
    "list_bodies": Page[Organization](items=[_BODY]),
    "get_body": ActorWithTies(
        actor=_BODY,
        is_body=True,
        topic_ids=["uebergang"],
        memberships=[],
        members=[_MEMBERSHIP],
        exchanges=[_EXCHANGE],
        reporting_lines=[_REPORTING],
        cooperations=[],
    ),
    "list_memberships": Page[Membership](items=[_MEMBERSHIP]),
    "list_exchanges": Page[ExchangeTie](items=[_EXCHANGE]),
    "list_reporting_lines": Page[ReportingLine](items=[_REPORTING]),
    "list_cooperations": Page[Cooperation](items=[_COOPERATION]),
    "list_topics": Page[Topic](items=[_TOPIC]),
    "get_graph": Graph(
        nodes=[
            Node(
                id="ak-uebergang",
                label="Arbeitskreis Übergang",
                kind=Kind.ORGANIZATION,
                is_body=True,
                level=Level.OPERATIONAL,
                sector=None,
                status=Status.ACTIVE,
            ),
            Node(
                id="leitung-jugendamt",
                label="Leitung Jugendamt",
                kind=Kind.PERSON,
                is_body=False,
                level=None,
                sector=Sector.ADMINISTRATION,
                status=None,
            ),
        ],
        edges=[
            Edge(
                source="leitung-jugendamt",
                target="ak-uebergang",
                kind=EdgeKind.MEMBER_OF,
                record_id="m-1",
            )
        ],
    ),
}
"""What reading operations answer, by operation id."""
