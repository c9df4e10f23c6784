"""What refers to a record that is merged: led over, joined where it would stand twice, or gone."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.changes import references
from netmap.edits.held import Held
from netmap.edits.joining import ends_of, is_loop, joined
from netmap.model import AnyRecord


@dataclass(frozen=True, slots=True)
class Joined:
    """Two ties that become one.

    Attributes:
        stays: The tie as it was.
        goes: The one that is taken up in it.
        after: The tie as it will be.
    """

    stays: AnyRecord
    goes: AnyRecord
    after: AnyRecord


class Ties:
    """What becomes of everything that refers to the other record.

    Attributes:
        after: By id the records that change, as they will be.
        moved: Those that referred to the other record and will refer to the kept one.
        joined: Ties that would stand twice and become one.
        dropped: Ties between the two.
    """

    def __init__(self, known: Held, kept_id: str, other_id: str) -> None:
        """Lead over whatever refers to ``other_id``."""
        self.after: dict[str, AnyRecord] = {}
        self.moved: list[AnyRecord] = []
        self.joined: list[Joined] = []
        self.dropped: list[AnyRecord] = []
        self._known = known
        self._alike: dict[object, list[str]] = {}
        for record in known.referring(kept_id):
            self._remember(record)
        for record in known.referring(other_id):
            if record.id not in (kept_id, other_id):
                self._move(record, _redirected(record, other_id, kept_id))

    def _move(self, before: AnyRecord, record: AnyRecord) -> None:
        if is_loop(record):
            self.dropped.append(before)
            return
        for alike_id in self._alike.get(ends_of(record), ()):
            stays = self._known.by_id[alike_id]
            after = (
                joined(self.after.get(alike_id, stays), record) if alike_id != before.id else None
            )
            if after is not None:
                self.after[alike_id] = after
                self.joined.append(Joined(stays, before, after))
                return
        self.after[record.id] = record
        self.moved.append(record)
        self._remember(record)

    def _remember(self, record: AnyRecord) -> None:
        ends = ends_of(record)
        if ends is not None:
            self._alike.setdefault(ends, []).append(record.id)


def _redirected(record: AnyRecord, old_id: str, new_id: str) -> AnyRecord:
    """The record with one reference led elsewhere."""
    update: dict[str, object] = {}
    for field in {field for field, target, _ in references(record) if target == old_id}:
        value = getattr(record, field)
        update[field] = (
            new_id
            if isinstance(value, str)
            else tuple(dict.fromkeys(new_id if each == old_id else each for each in value))
        )
    return record.model_copy(update=update)
