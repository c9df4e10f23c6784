"""What several places say about one OParl object, brought together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import one_line
from netmap.ingest.oparl.ids import canonical
from netmap.ingest.oparl.notices import FIRST, NEWEST, OWN_LIST
from netmap.ingest.oparl.objects import Told, reference
from netmap.ingest.oparl.schema import Raw
from netmap.language import Text

_REFERENCES = frozenset(
    {"person", "organization", "onBehalfOf", "subOrganizationOf", "body", "externalBody"}
)
# Not what an object is, but when and where it was told; and lists that are gathered for themselves.
_BESIDE = frozenset({"id", "type", "created", "modified", "web", "membership", "meeting"})


class Merged(NamedTuple):
    """One object of all that is told about it.

    Attributes:
        raw: Every key that some place gives, with the value that counts.
        told: The place that counts.
        differing: Keys to which places give different values, in order.
        which: Why that place counts.
    """

    raw: Raw
    told: Told
    differing: tuple[str, ...]
    which: Text


def merged(all_told: Sequence[Told]) -> Merged:
    """Bring together what is told: the newest counts, then what stands in an own list, then first.

    A key that the place that counts leaves out is filled from the next.
    """
    if len(all_told) == 1:
        return Merged(all_told[0].raw, all_told[0], (), FIRST)
    ordered = sorted(all_told, key=lambda each: (-_modified(each.raw), not each.first_hand))
    winner = ordered[0]
    raw: Raw = {}
    differing: dict[str, None] = {}
    for each in ordered:
        for title, value in each.raw.items():
            if value in (None, "", [], {}):
                continue
            if title not in raw:
                raw[title] = value
            elif title not in _BESIDE and _compared(title, raw[title]) != _compared(title, value):
                differing[title] = None
    if _modified(winner.raw) > min(_modified(each.raw) for each in ordered):
        which = NEWEST
    elif winner.first_hand and not all(each.first_hand for each in ordered):
        which = OWN_LIST
    else:
        which = FIRST
    return Merged(raw, winner, tuple(differing), which)


def _compared(title: str, value: JsonValue) -> object:
    if title in _REFERENCES:
        listed = value if isinstance(value, list) else [value]
        return {reference(each) for each in listed}
    return canonical(value) or value


def _modified(raw: Raw) -> float:
    """When an object was modified, in seconds; zero where it does not say."""
    try:
        moment = datetime.fromisoformat(one_line(raw.get("modified")))
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, OSError):
        return 0.0
