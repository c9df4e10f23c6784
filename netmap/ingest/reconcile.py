"""Which stored records an import means, and what it would change in them, before any write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, cast

from netmap.changes import Put
from netmap.ingest.duplicates.pairs import PossibleDuplicate, possible_duplicates
from netmap.ingest.matching import Match
from netmap.ingest.other_names import other_names
from netmap.ingest.problems import Parsed, Problem
from netmap.model import Actor, AnyRecord
from netmap.progress import UNWATCHED, Progress, Step, counted
from netmap.values import Record, Source
from netmap.vocabulary import Kind

_OWN_RULES = frozenset({"kind", "id", "version", "identifiers", "attributes"})
"""Fields that an import does not simply overwrite."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class RecordChange:
    """What an import does to one record; without ``fields`` the record is new."""

    kind: Kind
    record_id: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What an import would do to a network.

    Attributes:
        puts: New and changed records; applied as one change set.
        preview: The same for people, in the same order.
        unchanged: Records of the source that the network holds just so, by kind.
        untouched: Records of the network that the source does not mention, by kind.
        problems: Those of the source, and those of placeholders that nothing stands for.
        possible_duplicates: Likely ones among all actors of which one at least is new or changed.
    """

    puts: tuple[Put, ...]
    preview: tuple[RecordChange, ...]
    unchanged: Counter[Kind]
    untouched: Counter[Kind]
    problems: tuple[Problem, ...]
    possible_duplicates: tuple[PossibleDuplicate, ...] = ()


def reconcile(
    stored: Iterable[Record], parsed: Parsed, *, source: Source, progress: Progress = UNWATCHED
) -> Reconciliation:
    """Match what a source holds with what is stored, and say what would change.

    A record is matched by its id where that is netmap's own, else by the identifier that the
    source gave it, then by its id, and where its id was only made by a reader, by its name (actors,
    topics) or its ends (ties), if just one stored record fits. Only fields that the source gave are
    changed; attributes are merged by title.
    Nothing is ever removed, so that the same source imported twice changes nothing.

    Args:
        stored: All records of the network, whatever their dates.
        parsed: The records of the source, ids unique among them.
        source: What a new or changed record says about where it came from, unless the source
            itself says something.
        progress: Is told of `Step.MATCH`, in records of the source.
    """
    progress.begin(Step.MATCH, len(parsed.records))
    known = list(stored)
    match = Match(known, parsed.records, own_ids=parsed.own_ids)
    placeholders = {each.record_id: each for each in parsed.placeholders}
    puts: list[Put] = []
    preview: list[RecordChange] = []
    unchanged: Counter[Kind] = Counter()
    problems = list(parsed.problems)
    for record in counted(parsed.records, progress):
        before = match.stored_for(record)
        placeholder = placeholders.get(record.id)
        if placeholder is not None and before is None and placeholder.problem is not None:
            problems.append(placeholder.problem)
        if before is None:
            after = _as_new(record, match, source)
        elif placeholder is not None or (match.is_merged(record) and match.is_meant_twice(record)):
            after = before
        else:
            after = _merged(before, record, match, source)
        if before is not None and after == before:
            unchanged[record.kind] += 1
            continue
        puts.append(Put(record=cast(AnyRecord, after)))
        preview.append(_preview(before, after))
    return Reconciliation(
        puts=tuple(puts),
        preview=tuple(preview),
        unchanged=unchanged,
        untouched=match.untouched(),
        problems=tuple(problems),
        possible_duplicates=tuple(_possible_duplicates(known, puts)),
    )


def _possible_duplicates(stored: Sequence[Record], puts: Sequence[Put]) -> list[PossibleDuplicate]:
    actors = {each.id: each for each in stored if isinstance(each, Actor)}
    written = {put.record_id: put.record for put in puts if isinstance(put.record, Actor)}
    return possible_duplicates((actors | written).values(), among=written.keys())


def _as_new(record: Record, match: Match, source: Source) -> Record:
    update = {"id": match.id_of(record.id), **match.references(record)}
    if record.source is None:
        update["source"] = source
    return record.model_copy(update=update)


def _merged(before: Record, record: Record, match: Match, source: Source) -> Record:
    moved = match.moved(record)
    update: dict[str, object] = {
        field: getattr(moved, field)
        for field in moved.model_fields_set - _OWN_RULES
        if getattr(moved, field) not in (getattr(before, field), before.id)
    }
    if update.get("name") in other_names(before):
        # Whoever merged two records chose between their names.
        del update["name"]
    others = [each for each in record.identifiers if each not in before.identifiers]
    if others:
        update["identifiers"] = (*before.identifiers, *dict.fromkeys(others))
    attributes = {**before.attributes, **record.attributes}
    if attributes != before.attributes:
        update["attributes"] = attributes
    if update and record.source is None:
        update["source"] = source
    return before.model_copy(update=update) if update else before


def _preview(before: Record | None, after: Record) -> RecordChange:
    if before is None:
        return RecordChange(after.kind, after.id)
    return RecordChange(
        after.kind,
        after.id,
        tuple(
            FieldChange(field, old, new)
            for field in type(after).model_fields
            if (old := getattr(before, field)) != (new := getattr(after, field))
        ),
    )
