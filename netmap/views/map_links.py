"""Addresses that a map on a page of the application leads to: pages, and forms to change it."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode


@dataclass(frozen=True, slots=True)
class EditLinks:
    """Where what a map shows can be changed.

    Attributes:
        records: Start of the addresses of all forms of records, with a slash at its end.
        back: The address of the map, with what it shows.
    """

    records: str
    back: str

    def of_record(self, record_id: str) -> str:
        """The form of a record.

        >>> EditLinks("/networks/a/records/", "/networks/a/map").of_record("x/y")
        '/networks/a/records/edit/x%2Fy?back=%2Fnetworks%2Fa%2Fmap'
        """
        return f"{self.records}edit/{quote(record_id, safe='')}?{urlencode({'back': self.back})}"

    def new(self, kind: str) -> str:
        """The empty form of a kind."""
        return f"{self.records}new?{urlencode({'kind': kind, 'back': self.back})}"


@dataclass(frozen=True, slots=True)
class MapLinks:
    """Addresses of the application that a map on one of its pages leads to.

    Attributes:
        as_of: The date in the address of the page, empty for today.
        actor: Start of the address of an actor's page; its id follows, and then ``query``.
        finding: Start of the address of a finding; its id follows, and then ``query``.
        query: End of both addresses: the date, if there is one.
        edits: Where records are changed; ``None`` where that is not possible.
        today: The address of the same map as of today, where changes are possible there alone.
    """

    as_of: str
    actor: str
    finding: str
    query: str
    edits: EditLinks | None = None
    today: str = ""
