"""What an import has to say about its source: problems with their place, and the parsed records."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from netmap.errors import Place
from netmap.language import Text
from netmap.values import Record


class Severity(StrEnum):
    """How much a problem matters: errors stop the import, warnings and notes do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found in a source: where, what, and what to do about it.

    Attributes:
        code: Stable code, e.g. ``ingest.dangling_reference``.
        place: File, sheet, line, column or field.
    """

    severity: Severity
    code: str
    place: Place
    cause: Text
    remedy: Text


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A record that is there only because others refer to it: the source does not describe it.

    An import lets it stand for the record that the network already holds, and never overwrites
    that one.

    Attributes:
        problem: What to say when the network does not hold the record either.
    """

    record_id: str
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a source holds, validated.

    A record whose id the source gave carries that id in ``identifiers``; one without identifiers
    has an id made from its name or its ends.

    Attributes:
        format: Name of the format it was read as.
        records: Records with version 0. ``model_fields_set`` of each tells which fields the source
            gave: an import leaves all others of a stored record alone.
        problems: In the order of the source.
        placeholders: Which of ``records`` the source only refers to.
        own_ids: Ids that are netmap's own, as its exports write them: such a record means the
            stored one of this id, and carries just the identifiers that it had there.
    """

    format: str
    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = field(default=())
    placeholders: tuple[Placeholder, ...] = field(default=())
    own_ids: frozenset[str] = frozenset()
