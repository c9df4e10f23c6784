"""Damages of a store as text for people and CSV for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from netmap.integrity import Damage
from netmap.language import Language, Text
from netmap.views.csv_text import csv_text

_SHOWN = 20
"""Damages of one kind that are shown; the other forms have them all."""

_MORE = Text(de="    … und {count} weitere dieser Art", en="    … and {count} more of this kind")
_REMEDY = Text(de="    Abhilfe: {remedy} [{kind}]", en="    Remedy: {remedy} [{kind}]")


def damages_text(damages: Iterable[Damage], language: Language) -> str:
    """A line each, those of one kind together, followed by what helps against them."""
    lines: list[str] = []
    ordered = sorted(damages, key=lambda each: each.kind)
    for kind, group in groupby(ordered, key=lambda each: each.kind):
        alike = list(group)
        lines += [_line(each, language) for each in alike[:_SHOWN]]
        if len(alike) > _SHOWN:
            lines.append(_MORE.format(count=len(alike) - _SHOWN).in_language(language))
        remedy = _REMEDY.format(remedy=alike[0].remedy, kind=kind.value)
        lines.append(remedy.in_language(language))
    return "\n".join(lines)


def damages_csv(damages: Sequence[Damage], language: Language) -> str:
    """One row each, texts in one language."""
    return csv_text(
        ("kind", "network_id", "place", "problem", "remedy"),
        (
            (
                each.kind.value,
                each.network_id or "",
                *(text.in_language(language) for text in (each.place, each.problem, each.remedy)),
            )
            for each in damages
        ),
    )


def _line(damage: Damage, language: Language) -> str:
    place = damage.place.in_language(language)
    where = place if damage.network_id is None else f"{damage.network_id}, {place}"
    return f"{where}: {damage.problem.in_language(language)}"
