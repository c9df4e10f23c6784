"""What only the coordinating office may see of a record: that somebody stays outside on purpose."""

from __future__ import annotations

from typing import TypeVar

from netmap.model import Organization, Person
from netmap.values import Record
from netmap.vocabulary import Asked

_Kept = TypeVar("_Kept", bound=Record)


def is_left_out(record: Record | None) -> bool:
    """Whether the record says that an actor stays outside on purpose."""
    return isinstance(record, Person | Organization) and record.asked is Asked.LEFT_OUT


def discreet(record: _Kept) -> _Kept:
    """The record as everybody may read it, with nothing said where an actor is left out."""
    return record.model_copy(update={"asked": None}) if is_left_out(record) else record
