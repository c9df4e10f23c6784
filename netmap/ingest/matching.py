"""Which stored record each record of a source means, and under which id it will stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from netmap.ingest.identity import MERGED_SCHEME, name_key
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
from netmap.values import Record
from netmap.vocabulary import BESIDE, Kind

_TIES = frozenset({Kind.MEMBERSHIP, Kind.EXCHANGE_TIE, Kind.REPORTING_LINE, Kind.WORKS_ON})
_STAGES = (
    frozenset({Kind.ORGANIZATION, Kind.TOPIC}),
    frozenset({Kind.PERSON}),
    _TIES | {Kind.COOPERATION} | BESIDE,
)


class Match:
    """Which stored record each record of a source means, and under which id it will stand."""

    def __init__(
        self,
        stored: Iterable[Record],
        incoming: Sequence[Record],
        *,
        own_ids: frozenset[str] = frozenset(),
    ) -> None:
        self._own_ids = own_ids
        self._by_id = {record.id: record for record in stored}
        self._found: dict[str, Record] = {}
        self._merged: set[str] = set()
        self._taken: set[str] = set()
        self._new_ids: dict[str, str] = {}
        self._incoming_ids = {record.id for record in incoming}
        # Organisations first, then persons, who are told apart by them, then ties, which are
        # compared by the ends that they will have.
        for stage in _STAGES:
            records = [record for record in incoming if record.kind in stage]
            left = self._by_former_ids(self._by_given_ids(records))
            for strictly in (True, False):
                self._by_key([each for each in left if each.id not in self._found], strictly)
            self._name_new(left)
        self._meant = Counter(found.id for found in self._found.values())

    def stored_for(self, record: Record) -> Record | None:
        """The stored record it means."""
        return self._found.get(record.id)

    def is_merged(self, record: Record) -> bool:
        """Whether somebody has merged the record into the stored one, under whose name it goes."""
        return record.id in self._merged

    def is_meant_twice(self, record: Record) -> bool:
        """Whether another record of the source means the same stored one."""
        found = self._found.get(record.id)
        return found is not None and self._meant[found.id] > 1

    def id_of(self, record_id: str) -> str:
        """The id under which a record of the source will stand in the network."""
        found = self._found.get(record_id)
        return found.id if found else self._new_ids.get(record_id, record_id)

    def moved(self, record: Record) -> Record:
        """The record with its references led to the ids of the network."""
        changed = self.references(record)
        return record.model_copy(update=changed) if changed else record

    def references(self, record: Record) -> dict[str, object]:
        """The references that lead elsewhere in the network than in the source, by field."""
        changed: dict[str, object] = {}
        for field in record.REFERENCES:
            value = getattr(record, field)
            if value is None:
                continue
            moved = (
                self.id_of(value)
                if isinstance(value, str)
                else tuple(self.id_of(each) for each in value)
            )
            if moved != value:
                # Two of the source may be one here.
                changed[field] = moved if isinstance(moved, str) else tuple(dict.fromkeys(moved))
        return changed

    def untouched(self) -> Counter[Kind]:
        """Stored records that nothing in the source means, by kind."""
        return Counter(
            record.kind for record in self._by_id.values() if record.id not in self._taken
        )

    def _by_given_ids(self, incoming: Sequence[Record]) -> list[Record]:
        """Match by identifier and id; give back what is left."""
        by_identifier = {
            (record.kind, each.scheme, each.identifier): record
            for record in self._by_id.values()
            for each in record.identifiers
        }
        left: list[Record] = []
        for record in incoming:
            by_id = self._by_id.get(record.id)
            is_own = record.id in self._own_ids and by_id is not None
            given = () if is_own else record.identifiers
            found = next(
                (
                    match
                    for each in given
                    if (match := by_identifier.get((record.kind, each.scheme, each.identifier)))
                ),
                by_id,
            )
            if (
                found is not None
                and found.kind is record.kind
                and found.id not in self._taken
                and not _numbered_apart(found, record)
                and (is_own or record.identifiers or _may_be(found, self.moved(record)))
            ):
                self._take(record, found)
            else:
                left.append(record)
        return left

    def _by_former_ids(self, records: Sequence[Record]) -> list[Record]:
        """Match what was merged into a stored record by the id it had; give back what is left."""
        former = {
            (record.kind, each.identifier): record
            for record in self._by_id.values()
            for each in record.identifiers
            if each.scheme == MERGED_SCHEME
        }
        if not former:
            return list(records)
        left: list[Record] = []
        for record in records:
            found = former.get((record.kind, record.id))
            if found is None:
                left.append(record)
            else:
                self._take(record, found)
                self._merged.add(record.id)
        return left

    def _by_key(self, records: Sequence[Record], strictly: bool) -> None:
        """Match records with made ids by a name or ends that just one free stored record has."""
        if not self._by_id:
            # A first import is the largest, and nothing of it can be stored already.
            return
        made = {record.id: self.moved(record) for record in records if not record.identifiers}
        if not made:
            return
        kinds = {record.kind for record in made.values()}
        free: dict[object, list[Record]] = defaultdict(list)
        for record in self._by_id.values():
            if record.kind in kinds and record.id not in self._taken:
                free[_key(record)].append(record)
        wanted = Counter(_key(record) for record in made.values())
        for record in records:
            if record.id not in made:
                continue
            moved = made[record.id]
            fitting = [
                each
                for each in free.get(_key(moved), ())
                if each.id not in self._taken and _fits(each, moved, strictly)
            ]
            # Several of one name are told apart by people, never guessed.
            if len(fitting) == 1 and (record.kind in _TIES or wanted[_key(moved)] == 1):
                self._take(record, fitting[0])

    def _name_new(self, records: Sequence[Record]) -> None:
        """Give new records whose id is taken in the network another one, by their kind."""
        for record in records:
            if record.id in self._found:
                continue
            new_id = record.id
            while new_id in self._by_id or (new_id != record.id and new_id in self._incoming_ids):
                new_id = f"{record.kind.value}-{new_id}"
            if new_id != record.id:
                self._new_ids[record.id] = new_id

    def _take(self, record: Record, found: Record) -> None:
        self._found[record.id] = found
        self._taken.add(found.id)


def _key(record: Record) -> object:
    """What two records have in common that may be one: the name of an actor, the ends of a tie."""
    match record:
        case Person():
            return record.kind, name_key(record.name or record.function), bool(record.name)
        case Membership():
            return record.kind, record.member_id, record.organization_id
        case ExchangeTie():
            return record.kind, frozenset((record.source_id, record.target_id))
        case ReportingLine():
            return record.kind, record.sender_id, record.receiver_id
        case WorksOn():
            return record.kind, record.actor_id, record.topic_id
        case Organization() | Topic() | Cooperation():
            return record.kind, name_key(record.name)
        case _:
            return record.kind, record.id


def _fits(stored: Record, record: Record, strictly: bool) -> bool:
    """Whether nothing that both say speaks against their being the same."""
    told_apart_by = ("start_date", "end_date", "reported_by_id", *(("role",) if strictly else ()))
    return _may_be(stored, record) and not any(
        _contradict(stored, record, field) for field in told_apart_by
    )


def _may_be(stored: Record, record: Record) -> bool:
    """Whether two persons of one name may be one: people of different houses are not."""
    return not (isinstance(record, Person) and _contradict(stored, record, "organization_id"))


def _numbered_apart(stored: Record, record: Record) -> bool:
    """Whether both have the same id by chance: from two lists that are each numbered from 1.

    The ids then stand under different schemes and name different things.
    """
    names = [str(getattr(each, "name", "")) for each in (stored, record)]
    if names[1] == record.id or name_key(names[0]) == name_key(names[1]):
        return False
    before, after = (
        {each.scheme for each in one.identifiers if each.identifier == record.id}
        for one in (stored, record)
    )
    return bool(before and after) and before.isdisjoint(after)


def _contradict(stored: Record, record: Record, field: str) -> bool:
    before, after = getattr(stored, field, None), getattr(record, field, None)
    given = field in record.model_fields_set
    return given and before is not None and after is not None and before != after
