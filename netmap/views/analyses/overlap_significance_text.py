"""Overlaps beside the chance of them, as text for people."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.overlaps.significance.tested import OverlapAndChance
from netmap.findings.words import number
from netmap.language import Language, Text, decimal
from netmap.views.analyses.overlaps_text import overlaps_text

_CHANCE = Text(
    de="; bei zufälliger Verteilung im Mittel {expected} zu erwarten, so viele oder mehr mit "
    "Wahrscheinlichkeit {p} (für {tests} Paare berichtigt: {q})",
    en="; by chance {expected} would be expected on the average, so many or more with probability "
    "{p} (corrected for {tests} pairs: {q})",
)


def tested_text(rows: Sequence[OverlapAndChance], language: Language) -> str:
    """One line an overlap, in the order given; chances are those of the second null model."""
    if not rows:
        return overlaps_text(rows, language)
    return "\n".join(_line(row, language) for row in rows)


def _line(row: OverlapAndChance, language: Language) -> str:
    found = row.significance
    chance = _CHANCE.format(
        expected=number(found.expected_sdsm),
        p=decimal(f"{found.p_sdsm:.2g}"),
        q=decimal(f"{found.q_sdsm:.2g}"),
        tests=found.tests,
    )
    return overlaps_text([row], language) + chance.in_language(language)
