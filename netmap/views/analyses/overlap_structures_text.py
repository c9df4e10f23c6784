"""Duplicated structures as text for people: pairs with their kind, and groups."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.overlaps.groups import OverlapGroup
from netmap.analyses.overlaps.structure import StructureOverlap
from netmap.findings.overlap_words import KIND_NAMES, hours_in_short, reason_texts
from netmap.findings.words import facts, listed, names
from netmap.language import Language, Text

_NONE = Text(
    de="Keine Überschneidungen mit diesen Angaben.", en="No overlaps with these thresholds."
)
_NO_GROUPS = Text(
    de="Keine Gruppen von mehr als zwei Gremien mit diesen Angaben.",
    en="No groups of more than two bodies with these thresholds.",
)
_PAIR = Text(de="{pair}: {kind} – {facts}", en="{pair}: {kind} – {facts}")
_GROUP = Text(
    de="{bodies}: allen gemeinsam sind {count} Mitglieder ({members})",
    en="{bodies}: all have {count} members in common ({members})",
)
_ORGANIZATIONS = Text(de="Organisationen: {names}", en="organisations: {names}")
_TOPICS = Text(de="Themen: {names}", en="topics: {names}")


def structures_text(rows: Sequence[StructureOverlap], language: Language) -> str:
    """One line a pair, in the order given: kind, facts and hours."""
    if not rows:
        return _NONE.in_language(language)
    lines = (
        _PAIR.format(
            pair=names(row.names),
            kind=KIND_NAMES[row.kind],
            facts=facts([*reason_texts(row), *hours_in_short(row.hours)]),
        )
        for row in rows
    )
    return "\n".join(line.in_language(language) for line in lines)


def groups_text(rows: Sequence[OverlapGroup], language: Language) -> str:
    """One line a group, in the order given: what all have in common, and hours."""
    if not rows:
        return _NO_GROUPS.in_language(language)
    return "\n".join(_group(row).in_language(language) for row in rows)


def _group(row: OverlapGroup) -> Text:
    bodies = listed([names([name]) for name in row.names], most=len(row.names))
    members = _GROUP.format(
        bodies=bodies, count=len(row.member_ids), members=names(row.member_names)
    )
    further = [
        text.format(names=names(shared))
        for text, shared in (
            (_ORGANIZATIONS, row.organization_names),
            (_TOPICS, row.topic_names),
        )
        if shared
    ]
    return facts([members, *further, *hours_in_short(row.hours)])
