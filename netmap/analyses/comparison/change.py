"""What a comparison tells: one row for each thing that came, went, changed or was renamed."""

from __future__ import annotations

from enum import StrEnum

from pydantic import JsonValue

from netmap.language import Text
from netmap.values import Part
from netmap.vocabulary import Kind


class Aspect(StrEnum):
    """What changed, in the order of the rows."""

    FINDING = "finding"
    MEASURE = "measure"
    BODY = "body"
    ACTOR = "actor"
    SEAT = "seat"
    EXCHANGE = "exchange"
    REPORTING_LINE = "reporting_line"
    COOPERATION = "cooperation"
    WORK = "work"
    TOPIC = "topic"


class ChangeType(StrEnum):
    """How it changed, in the order of the rows of an aspect."""

    RENAMED = "renamed"
    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


class RenameReason(StrEnum):
    """Why two are taken for one under another name."""

    SAME_ID = "same_id"
    SUCCESSOR = "successor"
    IDENTIFIER = "identifier"
    NAME_AND_TIES = "name_and_ties"


class FieldChange(Part):
    """One field before and after, as JSON; ``None`` where nothing was recorded."""

    field: str
    before: JsonValue
    after: JsonValue


class Change(Part):
    """One thing that differs between two dates.

    Attributes:
        kind: Of a record; ``None`` for findings and measures.
        ids: The actor, both ends of a tie, the parties of a cooperation, the subjects of a
            finding, or what a measure is about (a sector, then a level).
        names: Their names afterwards; of what went, before.
        former_ids: Of something renamed: its id before.
        former_names: Its name before.
        reasons: Why it is taken for a rename.
        fields: What changed in it.
        improvement: A question that is settled, something that works well and is new, or a tie
            that was confirmed.
        text: Of a finding: what it says; of a measure: what is measured.
        before: Value of a measure.
        after: Value of a measure.
    """

    aspect: Aspect
    change: ChangeType
    kind: Kind | None = None
    ids: tuple[str, ...]
    names: tuple[str, ...]
    former_ids: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    reasons: tuple[RenameReason, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    improvement: bool = False
    text: Text | None = None
    before: float | None = None
    after: float | None = None


def in_order(rows: list[Change]) -> list[Change]:
    """By aspect, then by how it changed, then by ids."""
    aspects, types = list(Aspect), list(ChangeType)
    return sorted(
        rows,
        key=lambda row: (
            aspects.index(row.aspect),
            types.index(row.change),
            row.ids,
            row.former_ids,
            "" if row.text is None else row.text.en,
        ),
    )
