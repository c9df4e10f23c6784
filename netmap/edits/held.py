"""What a network holds, as edits look at it: every record by id, and who refers to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from netmap.changes import references
from netmap.dates import last_day
from netmap.errors import RecordNotFoundError
from netmap.model import AnyRecord, Membership, Organization, Person, Topic
from netmap.network import Network

_Wanted = TypeVar("_Wanted", bound=AnyRecord)


@dataclass(frozen=True, eq=False)
class Held:
    """All records of a network, valid at its date or not.

    Attributes:
        labels: What each person, organisation and topic is called.
        referrers: Of every record the ids of those that refer to it, in the order of kinds.
    """

    network: Network
    by_id: dict[str, AnyRecord]
    labels: dict[str, str]
    referrers: dict[str, tuple[str, ...]]

    def record(self, record_id: str, model: type[_Wanted]) -> _Wanted:
        """One record of a kind.

        Raises:
            RecordNotFoundError: The network holds none of this id and kind.
        """
        found = self.by_id.get(record_id)
        if not isinstance(found, model):
            raise RecordNotFoundError(network_id=self.network.id, record_id=record_id)
        return found

    def referring(self, record_id: str) -> Iterator[AnyRecord]:
        """The records that refer to one, each once."""
        return (self.by_id[each] for each in self.referrers.get(record_id, ()))

    def label(self, record_id: str) -> str:
        """What a person, organisation or topic is called; its id where it is none."""
        return self.labels.get(record_id, record_id)

    def named(self, record: AnyRecord) -> Held:
        """The same with the name of a record that is not there yet."""
        return replace(self, labels={**self.labels, record.id: getattr(record, "label", "")})

    def seats_of(self, person_id: str) -> list[Membership]:
        """The seats of a member that have not ended before the date of the network."""
        return self._seats("member_id", person_id)

    def seats_in(self, body_id: str) -> list[Membership]:
        """The seats in a body that have not ended before the date of the network."""
        return self._seats("organization_id", body_id)

    def running(self, record_id: str, model: type[_Wanted]) -> list[_Wanted]:
        """Those of a kind that refer to a record and have not ended before the date."""
        first = self.network.as_of.first.isoformat()
        return [
            each
            for each in self.referring(record_id)
            if isinstance(each, model) and last_day(getattr(each, "end_date", None)) >= first
        ]

    def _seats(self, field: str, record_id: str) -> list[Membership]:
        seats = self.running(record_id, Membership)
        return sorted(
            (each for each in seats if getattr(each, field) == record_id), key=self._place
        )

    def _place(self, seat: Membership) -> tuple[str, str, str]:
        return (
            self.label(seat.organization_id).casefold(),
            self.label(seat.member_id).casefold(),
            seat.id,
        )


def held(network: Network) -> Held:
    """The records of a network by id, made once for each network."""
    return network.once(_held)


def _held(network: Network) -> Held:
    by_id = {each.id: cast(AnyRecord, each) for each in network.all_records()}
    referrers: dict[str, dict[str, None]] = {}
    for record in by_id.values():
        for _, target_id, _ in references(record):
            referrers.setdefault(target_id, {})[record.id] = None
    labels = {
        each.id: each.label
        for each in by_id.values()
        if isinstance(each, Person | Organization | Topic)
    }
    return Held(network, by_id, labels, {target: tuple(ids) for target, ids in referrers.items()})
