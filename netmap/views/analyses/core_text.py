"""Core and periphery as text for people."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.isolation.core import CorePosition
from netmap.findings.words import quoted
from netmap.language import Language, Text, decimal

_NONE = Text(
    de="Noch keine Partner oder Gremien erfasst.", en="No partners or bodies recorded yet."
)
_FIT = Text(
    de="Kern und Rand, soweit erfasst: {core} im Kern, {rest} am Rand (Korrelation mit dem "
    "Idealbild {correlation}; nahe 1 ist der Kern ausgeprägt, nahe 0 gibt es kaum einen). Am "
    "Rand zu liegen, kann gewollt sein.",
    en="Core and periphery as far as recorded: {core} in the core, {rest} in the periphery "
    "(correlation with the ideal pattern {correlation}; near 1 the core is marked, near 0 there is "
    "hardly one). To lie in the periphery may be intended.",
)
_UNKNOWN = Text(de="nicht bestimmbar", en="not defined")
_LINE = Text(
    de="- {name}: {side}, Kernzahl {number}, Verbindungen {ties}",
    en="- {name}: {side}, core number {number}, ties {ties}",
)
_SIDES = {True: Text(de="Kern", en="core"), False: Text(de="Rand", en="periphery")}


def core_text(rows: Sequence[CorePosition], language: Language) -> str:
    """How well the network falls into core and periphery, and one line a row in the order given."""
    if not rows:
        return _NONE.in_language(language)
    core = sum(row.core for row in rows)
    fit = rows[0].correlation
    head = _FIT.format(
        core=core,
        rest=len(rows) - core,
        correlation=_UNKNOWN if fit is None else decimal(f"{fit:.2f}"),
    )
    lines = [
        _LINE.format(
            name=quoted(row.name), side=_SIDES[row.core], number=row.core_number, ties=row.ties
        )
        for row in rows
    ]
    return "\n".join(text.in_language(language) for text in (head, *lines))
