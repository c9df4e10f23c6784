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
class Parsed:
    """What a source holds, validated.

    Attributes:
        format: Name of the format it was read as.
        records: Records with version 0. ``model_fields_set`` of each tells which fields the source
            gave: an import leaves all others of a stored record alone.
        problems: In the order of the source.
    """

    format: str
    records: tuple[Record, ...]
    problems: tuple[Problem, ...] = field(default=())
