"""What the city holds so that every kind of overlap has an instance that a reader recognises."""

from __future__ import annotations

from examples.city_draft import CLASSIFICATIONS, FUNCTIONS, Draft
from netmap.model import ExchangeTie, Membership, Organization
from netmap.vocabulary import Level, Status

_THIRD = "ag-verbleib"
_BEFORE = "ag-berufswahl"


def add_overlaps(draft: Draft) -> None:
    """Add to a finished draft, so that whatever was drawn before stays as it was."""
    _third_of_a_group(draft)
    _predecessor(draft)
    # Two on one topic with other members, who know of each other.
    draft.exchange.append(
        ExchangeTie(
            id="austausch-absentismus",
            source_id="ag-absentismus",
            target_id="gremium-013",
            contacts_per_year=1,
            channel="Bericht",
            reported_by_id="ag-absentismus",
            reported_at="2026-04",
            confirmed=True,
        )
    )


def _third_of_a_group(draft: Draft) -> None:
    """A third working group of the people who sit in two on the same topic already."""
    draft.bodies.append(
        Organization(
            id=_THIRD,
            name="Arbeitsgruppe Verbleib nach der Schule",
            classification=CLASSIFICATIONS[Level.OPERATIONAL],
            meets=True,
            level=Level.OPERATIONAL,
            status=Status.ACTIVE,
            start_date="2022-01",
            meetings_per_year=3,
            purpose="Wertet aus, wohin Jugendliche nach der Schule gehen",
            functions=FUNCTIONS[Level.OPERATIONAL],
            target_groups=("Jugendliche",),
        )
    )
    draft.topics_of[_THIRD] = ("uebergang",)
    members = "koko-1 agentur-1 jobcenter-1 ihk-1 hwk-0 schulaufsicht-0 jugendamt-1"
    for number, member in enumerate(members.split()):
        draft.seat(member, _THIRD, chair=number == 0)
    draft.report(_THIRD, "steuergremium")


def _predecessor(draft: Draft) -> None:
    """A working group that ended when another began with the same people."""
    draft.bodies.append(
        Organization(
            id=_BEFORE,
            name="Arbeitsgruppe Berufswahl",
            classification=CLASSIFICATIONS[Level.OPERATIONAL],
            meets=True,
            level=Level.OPERATIONAL,
            start_date="2008",
            end_date="2012-12",
            purpose="Bereitete die Standardelemente vor",
        )
    )
    members = "koko-0 koko-1 agentur-1 schulaufsicht-0 hwk-0 hochschule-0 ki-0 vhs-0"
    for member in members.split():
        draft.seats[member, _BEFORE] = Membership(
            id=f"sitz-{len(draft.seats):04}",
            member_id=member,
            organization_id=_BEFORE,
            role_label="Mitglied",
            end_date="2012-12",
        )
