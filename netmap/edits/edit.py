"""An edit: what somebody asked for, worked out as changes that are applied whole or not at all."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from netmap.changes import Change, Put
from netmap.language import Text


class Edit(Protocol):
    """What every edit says before it is done: what it changes, and why in words."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """The change set."""

    @property
    def note(self) -> Text:
        """What the change log says of it; names nobody, as it outlives an erasure."""


def seen(changes: Iterable[Change]) -> str:
    """What a preview stands on: which records it changes, in which version, and how many are new.

    A form carries it from the preview to the change; where both differ, somebody else has changed
    something that belongs to it, or the author has asked for something else.
    """
    stood: list[str] = []
    new: Counter[str] = Counter()
    for change in changes:
        if isinstance(change, Put) and not change.version:
            new[change.record.kind.value] += 1
        else:
            stood.append(f"{change.op}\x1f{change.record_id}\x1f{change.version}")
    lines = [*sorted(stood), *(f"{kind}\x1f{count}" for kind, count in sorted(new.items()))]
    return hashlib.sha256("\x1e".join(lines).encode()).hexdigest()[:24]
