"""What a network is drafted in: lists of records, with ids given in the order they come."""

from __future__ import annotations

from netmap.model import ExchangeTie, Membership, Organization, Person, ReportingLine
from netmap.vocabulary import Asked, HouseLevel, Level, Role, Sector

CLASSIFICATIONS = {
    Level.POLITICAL: "Ausschuss",
    Level.STEERING: "Steuerungsgremium",
    Level.OPERATIONAL: "Arbeitskreis",
    Level.AD_HOC: "Ad-hoc-Arbeitskreis",
}
FUNCTIONS = {
    Level.POLITICAL: ("entscheiden",),
    Level.STEERING: ("steuern", "entscheiden"),
    Level.OPERATIONAL: ("abstimmen", "austauschen", "umsetzen"),
    Level.AD_HOC: ("umsetzen",),
}


class Draft:
    """Records of the city as they come together."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.organizations: list[Organization] = []
        self.persons: list[Person] = []
        self.bodies: list[Organization] = []
        self.topics_of: dict[str, tuple[str, ...]] = {}
        self.seats: dict[tuple[str, str], Membership] = {}
        self.exchange: list[ExchangeTie] = []
        self.lines: list[ReportingLine] = []

    def add_organization(
        self, key: str, name: str, sector: Sector, topics: tuple[str, ...], asked: Asked
    ) -> None:
        """Enter an organisation of the city with its topics."""
        self.organizations.append(
            Organization(id=key, name=name, sector=sector, asked=asked, territory="Falkenrode")
        )
        self.topics_of[key] = topics

    def seat(self, member: str, body: str, *, chair: bool) -> None:
        """Seat a person in a body, once."""
        leads = body in {"steuergremium", "lenkungskreis", "lenkungskreis-digital"}
        self.seats[member, body] = Membership(
            id=f"sitz-{len(self.seats):04}",
            member_id=member,
            organization_id=body,
            role=Role.CHAIR if chair else Role.MEMBER,
            role_label="Vorsitz" if chair else "Mitglied",
            house_level=HouseLevel.LEADERSHIP if leads else HouseLevel.OPERATIONAL,
        )

    def report(self, sender: str, receiver: str) -> None:
        """Let one body report to another."""
        self.lines.append(
            ReportingLine(
                id=f"berichtsweg-{len(self.lines):03}",
                sender_id=sender,
                receiver_id=receiver,
                returns_decisions=True,
                form="Tagesordnungspunkt",
            )
        )
