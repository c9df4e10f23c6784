"""What came, went and changed between two networks: actors, bodies, ties and measures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from netmap.analyses.comparison.change import (
    Aspect,
    Change,
    ChangeType,
    FieldChange,
    RenameReason,
    in_order,
)
from netmap.analyses.comparison.measures import measure_changes
from netmap.analyses.comparison.renames import renames
from netmap.discretion import discreet
from netmap.model import (
    Actor,
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
from netmap.vocabulary import Kind

_TIES = {
    Kind.MEMBERSHIP: Aspect.SEAT,
    Kind.EXCHANGE_TIE: Aspect.EXCHANGE,
    Kind.REPORTING_LINE: Aspect.REPORTING_LINE,
    Kind.COOPERATION: Aspect.COOPERATION,
    Kind.WORKS_ON: Aspect.WORK,
}
_NOT_COMPARED = {"id", "kind", "version", "source", "identifiers"}


def compare(before: Network, after: Network, *, confidential: bool = False) -> list[Change]:
    """What differs between two dates or snapshots of a network.

    Records are told apart by their ids, ties with another id by their ends: a list that was
    imported anew brings no change by itself. What is there at one date only came or went; an
    organisation or person that goes while a like one comes was renamed, see
    `netmap.analyses.comparison.renames.renames`. Where it comes from, its version and its ids in
    other systems are no change of a record.

    Args:
        before: The network at the earlier date, or as a snapshot froze it.
        after: The network at the later one.
        confidential: Show also that somebody stays outside on purpose.

    Returns:
        By aspect, then renamed, came, went, changed, then by ids. Equal networks have no rows, and
        turned round what came has gone.

    Cost: O(|R| log |R|) for |R| records of both.

    >>> before = Network.from_pairs([("ada", "youth"), ("bo", "youth")])
    >>> after = Network.from_pairs([("ada", "youth"), ("cy", "youth")])
    >>> [(row.aspect.value, row.change.value, row.ids) for row in compare(before, after)]
    [('actor', 'came', ('cy',)), ('actor', 'went', ('bo',)), ('seat', 'changed', ('cy', 'youth'))]
    >>> compare(before, before)
    []
    """
    told = _Told(before, after, confidential)
    rows = [*told.actors(), *told.topics(), *measure_changes(before, after)]
    for kind, aspect in _TIES.items():
        rows += told.ties(kind, aspect)
    return in_order(rows)


class _Told:
    """Two networks, and the names of everybody in either."""

    def __init__(self, before: Network, after: Network, confidential: bool) -> None:
        self._before, self._after = before, after
        self._confidential = confidential
        self._same: dict[str, str] = {}
        self._names = {
            **dict(zip(before.topic_ids, before.topic_names, strict=True)),
            **dict(zip(before.actor_ids, before.labels, strict=True)),
            **dict(zip(after.topic_ids, after.topic_names, strict=True)),
            **dict(zip(after.actor_ids, after.labels, strict=True)),
        }

    def actors(self) -> Iterator[Change]:
        """Persons, organisations and bodies; learns who was renamed."""
        old, new = _actors(self._before), _actors(self._after)
        went = {each: old[each] for each in old.keys() - new.keys()}
        came = {each: new[each] for each in new.keys() - old.keys()}
        renamed = renames(self._before, self._after, went, came)
        self._same = {old_id: new_id for old_id, (new_id, _) in renamed.items()}
        taken = set(self._same.values())
        for old_id, (new_id, reasons) in renamed.items():
            yield self._renamed(old[old_id], new[new_id], reasons)
        for record in came.values():
            if record.id not in taken:
                yield self._plain(record, ChangeType.CAME)
        for record in went.values():
            if record.id not in self._same:
                yield self._plain(record, ChangeType.WENT)
        for each in old.keys() & new.keys():
            if old[each].label != new[each].label:
                yield self._renamed(old[each], new[each], (RenameReason.SAME_ID,))
            elif fields := self._fields(old[each], new[each]):
                yield self._plain(new[each], ChangeType.CHANGED, fields)

    def topics(self) -> Iterator[Change]:
        """Topics by id."""
        old, new = ({each.id: each for each in _topics(net)} for net in (self._before, self._after))
        for each in new.keys() - old.keys():
            yield self._row(Aspect.TOPIC, ChangeType.CAME, new[each], (each,), (new[each].name,))
        for each in old.keys() - new.keys():
            yield self._row(Aspect.TOPIC, ChangeType.WENT, old[each], (each,), (old[each].name,))
        for each in old.keys() & new.keys():
            was, now = old[each], new[each]
            if fields := self._fields(was, now):
                change = ChangeType.CHANGED if was.name == now.name else ChangeType.RENAMED
                row = self._row(Aspect.TOPIC, change, now, (each,), (now.name,), fields=fields)
                renamed = change is ChangeType.RENAMED
                yield row.model_copy(
                    update={"former_ids": (each,), "former_names": (was.name,)} if renamed else {}
                )

    def ties(self, kind: Kind, aspect: Aspect) -> Iterator[Change]:
        """Ties of one kind: by id, the rest by their ends."""
        old = {each.id: each for each in self._before.records(kind)}
        new = {each.id: each for each in self._after.records(kind)}
        pairs = [(old.pop(each), new.pop(each)) for each in old.keys() & new.keys()]
        waiting: dict[tuple[str, ...], list[Record]] = defaultdict(list)
        for record in sorted(old.values(), key=lambda each: each.id):
            waiting[tuple(self._same.get(end, end) for end in _ends(record))].append(record)
        came: list[Record] = []
        for record in sorted(new.values(), key=lambda each: each.id):
            same = waiting.get(_ends(record))
            if same:
                pairs.append((same.pop(0), record))
            else:
                came.append(record)
        for was, now in pairs:
            fields = self._fields(was, now)
            if fields:
                yield self._tie(aspect, ChangeType.CHANGED, now, fields)
        for record in came:
            yield self._tie(aspect, ChangeType.CAME, record)
        for left in waiting.values():
            for record in left:
                yield self._tie(aspect, ChangeType.WENT, record)

    def _tie(
        self,
        aspect: Aspect,
        change: ChangeType,
        record: Record,
        fields: Sequence[FieldChange] = (),
    ) -> Change:
        ids = _ends(record)
        names = tuple(self._names.get(each, each) for each in ids)
        if isinstance(record, Cooperation):
            names = (record.name, *names)
        confirmed = any(each.field == "confirmed" and each.after is True for each in fields)
        row = self._row(aspect, change, record, ids, names, fields=fields)
        return row.model_copy(update={"improvement": confirmed})

    def _renamed(self, old: Actor, new: Actor, reasons: tuple[RenameReason, ...]) -> Change:
        fields = [
            each for each in self._fields(old, new) if each.field not in {"name", "successor_id"}
        ]
        row = self._plain(new, ChangeType.RENAMED, fields)
        return row.model_copy(
            update={
                "former_ids": (old.id,),
                "former_names": (old.label,),
                "reasons": reasons,
            }
        )

    def _plain(
        self, record: Actor, change: ChangeType, fields: Sequence[FieldChange] = ()
    ) -> Change:
        network = self._before if change is ChangeType.WENT else self._after
        is_body = bool(network.body_mask[network.actor_index[record.id]])
        aspect = Aspect.BODY if is_body else Aspect.ACTOR
        return self._row(aspect, change, record, (record.id,), (record.label,), fields=fields)

    def _row(
        self,
        aspect: Aspect,
        change: ChangeType,
        record: Record,
        ids: tuple[str, ...],
        names: tuple[str, ...],
        *,
        fields: Sequence[FieldChange] = (),
    ) -> Change:
        return Change(
            aspect=aspect,
            change=change,
            kind=record.kind,
            ids=ids,
            names=names,
            fields=tuple(fields),
        )

    def _fields(self, old: Record, new: Record) -> list[FieldChange]:
        if not self._confidential:
            old, new = discreet(old), discreet(new)
        was = old.model_dump(mode="json", exclude=_NOT_COMPARED)
        now = new.model_dump(mode="json", exclude=_NOT_COMPARED)
        return [
            FieldChange(field=field, before=was.get(field), after=now.get(field))
            for field in now
            if self._following(was.get(field)) != now.get(field)
        ]

    def _following(self, value: object) -> object:
        """A value with ids before a rename replaced by those afterwards."""
        if isinstance(value, str):
            return self._same.get(value, value)
        if isinstance(value, list):
            return [self._following(each) for each in value]
        return value


def _actors(network: Network) -> Mapping[str, Actor]:
    found: dict[str, Actor] = {}
    for kind in (Kind.PERSON, Kind.ORGANIZATION):
        for record in network.records(kind):
            if isinstance(record, Person | Organization):
                found[record.id] = record
    return found


def _topics(network: Network) -> Iterable[Topic]:
    return (each for each in network.records(Kind.TOPIC) if isinstance(each, Topic))


def _ends(record: Record) -> tuple[str, ...]:
    """Ids of those a tie joins, in the order of its fields; of exchange ascending."""
    match record:
        case Membership():
            return record.member_id, record.organization_id
        case ExchangeTie():
            return tuple(sorted((record.source_id, record.target_id)))
        case ReportingLine():
            return record.sender_id, record.receiver_id
        case WorksOn():
            return record.actor_id, record.topic_id
        case Cooperation():
            return record.party_ids
    raise TypeError(record.kind)
