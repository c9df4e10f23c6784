"""Merging duplicates: two records that mean the same become one, and everything of both stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from netmap.changes import Change, Delete, Put
from netmap.edits.errors import EditImpossibleError
from netmap.edits.held import Held, held
from netmap.edits.joining import (
    BASICS,
    both_sources,
    former_id,
    is_empty,
    united,
    wider,
)
from netmap.edits.moving import Joined, Ties
from netmap.errors import RecordNotFoundError
from netmap.ingest.other_names import with_other_name
from netmap.language import Language, Text
from netmap.model import AnyRecord, Organization, Person, Topic
from netmap.network import Network
from netmap.vocabulary import Asked

_DATES = ("start_date", "end_date")
_ASKED_ORDER = (Asked.LEFT_OUT, Asked.ANSWERED, Asked.NO_ANSWER, Asked.NOT_ASKED)
"""What is known best; that somebody stays outside on purpose is never lost by a merger."""
_TITLE_LENGTH = 1_000

_SAME_RECORD = Text(de="Es ist derselbe Eintrag.", en="It is the same record.")
_CHOOSE_OTHER = Text(
    de="Bitte zwei verschiedene Einträge wählen.", en="Please choose two different records."
)
_OTHER_KIND = Text(
    de="„{kept}“ und „{other}“ sind Einträge verschiedener Art.",
    en='"{kept}" and "{other}" are records of different kinds.',
)
_CHOOSE_SAME_KIND = Text(
    de="Zusammenführen lassen sich zwei Personen, zwei Organisationen oder zwei Themen.",
    en="Two persons, two organisations or two topics can be merged.",
)
_CIRCLE = Text(
    de="„{kept}“ wäre danach ein Teil von sich selbst oder die eigene Nachfolge.",
    en='"{kept}" would then be part of itself or its own successor.',
)
_CUT_CIRCLE = Text(
    de="Zuerst bei einem Eintrag dazwischen „Teil von“ oder die Nachfolge berichtigen.",
    en='First correct "part of" or the successor of a record between the two.',
)
_NOTE_PERSONS = Text(
    de="Zwei Einträge einer Person zusammengeführt", en="Merged two records of one person"
)
_NOTE = Text(de="Zusammengeführt: „{other}“ in „{kept}“", en='Merged: "{other}" into "{kept}"')


class Side(StrEnum):
    """One of the two records that are merged."""

    KEPT = "kept"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Choice:
    """A field in which the two say different things.

    Attributes:
        side: Whose value counts.
    """

    field: str
    kept: Any
    other: Any
    side: Side


@dataclass(frozen=True, slots=True)
class Merge:
    """What merging two records does.

    Attributes:
        kept: The record that stays, as it is.
        other: The one that is taken up in it.
        after: The record as it will be.
        choices: Fields in which both say different things.
        filled: Fields that only the other one says something about.
        moved: Records that referred to the other and will refer to the kept one, as they will be.
        joined: Ties that would stand twice and become one.
        dropped: Ties between the two, which would lead from one record to itself.
    """

    kept: AnyRecord
    other: AnyRecord
    after: AnyRecord
    choices: tuple[Choice, ...]
    filled: tuple[str, ...]
    moved: tuple[AnyRecord, ...]
    joined: tuple[Joined, ...]
    dropped: tuple[AnyRecord, ...]
    changes: tuple[Change, ...]
    note: Text


def merge(
    network: Network,
    kept_id: str,
    other_id: str,
    *,
    sides: Mapping[str, Side] | None = None,
    language: Language = Language.DE,
) -> Merge:
    """Merge a record into another of its kind: a person, an organisation or a topic.

    Everything that refers to the other will refer to the kept one. Fields that only one of the two
    fills are filled, lists are united; where both differ the kept one's value counts unless
    ``sides`` says otherwise, and of two dates the one that excludes less. The name that does not
    count stays as another name, the other's id as an identifier, by which a later import of the
    same list finds the kept record.

    Ties that would then stand twice become one if they contradict each other in nothing; what two
    sides reported stays two reports. Ties between the two themselves go.

    Args:
        network: What is known.
        kept_id: The record that stays.
        other_id: The one that is taken up in it.
        sides: Whose value counts, by field.
        language: Of the title under which other names are kept.

    Raises:
        RecordNotFoundError: One of them is not there, or is a seat or tie.
        EditImpossibleError: They are the same, of different kinds, or would form a circle.
    """
    known = held(network)
    kept, other = _pair(known, kept_id, other_id)
    choices, values, filled = _fields(kept, other, sides or {})
    after = kept.model_copy(update={**values, **_basics(kept, other, values, language)})
    ties = Ties(known, kept_id, other_id)
    changed = {**ties.after, kept_id: after}
    _refuse_circles(known, changed, after)
    gone = [*(each.goes for each in ties.joined), *ties.dropped, other]
    return Merge(
        kept=kept,
        other=other,
        after=after,
        choices=choices,
        filled=filled,
        moved=tuple(ties.moved),
        joined=tuple(ties.joined),
        dropped=tuple(ties.dropped),
        changes=(
            *(Put(record) for record in changed.values()),
            *(Delete(record_id=each.id, version=each.version) for each in gone),
        ),
        note=_NOTE_PERSONS
        if isinstance(kept, Person)
        else _NOTE.format(kept=after.label, other=other.label),
    )


def _pair(
    known: Held, kept_id: str, other_id: str
) -> tuple[Person | Organization | Topic, Person | Organization | Topic]:
    found = []
    for record_id in (kept_id, other_id):
        record = known.by_id.get(record_id)
        if not isinstance(record, Person | Organization | Topic):
            raise RecordNotFoundError(network_id=known.network.id, record_id=record_id)
        found.append(record)
    kept, other = found
    if kept_id == other_id:
        raise EditImpossibleError(_SAME_RECORD, _CHOOSE_OTHER)
    if kept.kind is not other.kind:
        problem = _OTHER_KIND.format(kept=kept.label, other=other.label)
        raise EditImpossibleError(problem, _CHOOSE_SAME_KIND)
    return kept, other


def _fields(
    kept: AnyRecord, other: AnyRecord, sides: Mapping[str, Side]
) -> tuple[tuple[Choice, ...], dict[str, Any], tuple[str, ...]]:
    """Choices, the values that change, and the fields that only the other fills."""
    choices: list[Choice] = []
    values: dict[str, Any] = {}
    filled: list[str] = []
    both = {kept.id, other.id}
    for field in type(kept).model_fields:
        if field in BASICS:
            continue
        mine, theirs = getattr(kept, field), getattr(other, field)
        if field in type(kept).REFERENCES:
            # One cannot be part of the other, or follow it, once both are one.
            mine, theirs = (None if each in both else each for each in (mine, theirs))
            values[field] = mine
        if field == "asked":
            values[field] = next((each for each in _ASKED_ORDER if each in (mine, theirs)), None)
        elif field in _DATES and mine != theirs:
            default = Side.KEPT if mine == wider(field, mine, theirs) else Side.OTHER
            choices.append(Choice(field, mine, theirs, sides.get(field, default)))
        elif is_empty(theirs) or mine == theirs:
            continue
        elif is_empty(mine):
            values[field] = theirs
            filled.append(field)
        elif isinstance(mine, tuple):
            values[field] = united(mine, theirs)
        else:
            choices.append(Choice(field, mine, theirs, sides.get(field, Side.KEPT)))
    values |= {each.field: each.other for each in choices if each.side is Side.OTHER}
    return tuple(choices), values, tuple(filled)


def _basics(
    kept: Person | Organization | Topic,
    other: Person | Organization | Topic,
    values: Mapping[str, Any],
    language: Language,
) -> dict[str, Any]:
    """Identifiers, source and attributes of both."""
    attributes: dict[str, Any] = dict(kept.attributes)
    for title, value in other.attributes.items():
        if is_empty(attributes.get(title)):
            attributes[title] = value
        elif not is_empty(value) and attributes[title] != value:
            attributes[f"{title} ({other.label})"[:_TITLE_LENGTH]] = value
    called = values.get("name", kept.name)
    for name in (kept.name, other.name):
        attributes = with_other_name(attributes, name, called=called, language=language)
    return {
        "attributes": attributes,
        "identifiers": united(united(kept.identifiers, other.identifiers), [former_id(other)]),
        "source": both_sources(kept.source, other.source),
    }


def _refuse_circles(known: Held, changed: Mapping[str, AnyRecord], kept: AnyRecord) -> None:
    for field in ("parent_id", "successor_id"):
        if kept.id in _above(known, changed, kept, field):
            label = cast(Organization | Topic, kept).label
            raise EditImpossibleError(_CIRCLE.format(kept=label), _CUT_CIRCLE)


def _above(
    known: Held, changed: Mapping[str, AnyRecord], record: AnyRecord, field: str
) -> Iterator[str]:
    """Ids of what a record is part of, or was followed by, upwards; each once."""
    passed: set[str] = set()
    above = getattr(record, field, None)
    while above is not None and above not in passed:
        yield above
        passed.add(above)
        above = getattr(changed.get(above) or known.by_id.get(above), field, None)
