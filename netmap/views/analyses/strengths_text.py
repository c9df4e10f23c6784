"""What works well as text for people."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.strength_rows import Strength, StrengthKind
from netmap.findings.words import NAMES_IN_SENTENCE, SECTOR_NAMES, listed, names, quoted, times
from netmap.language import Language, Text

_NONE = Text(
    de="Noch ist nichts erfasst, das hier stehen könnte.",
    en="Nothing is recorded yet that could stand here.",
)
_TEXTS = {
    StrengthKind.REGULAR_EXCHANGE: Text(
        de="Zwischen {a} und {b} besteht regelmäßiger, von beiden bestätigter Austausch "
        "({contacts}).",
        en="Between {a} and {b} there is regular exchange that both confirm ({contacts}).",
    ),
    StrengthKind.WELL_CONNECTED_BODY: Text(
        de="{a} ist gut eingebunden: Ergebnisse kommen bis zu {others}, und diese Bereiche wirken "
        "mit: {sectors}.",
        en="{a} is well connected: results reach {others}, and these sectors take part: {sectors}.",
    ),
    StrengthKind.LEVEL_BRIDGE: Text(
        de="{a} verbindet die Ebenen: Sitze in {others}.",
        en="{a} links the levels: seats in {others}.",
    ),
    StrengthKind.LINE_WITH_RETURN: Text(
        de="{a} berichtet an {b}, und Beschlüsse kommen zurück.",
        en="{a} reports to {b}, and decisions come back.",
    ),
}


def strengths_text(rows: Sequence[Strength], language: Language) -> str:
    """A sentence for each."""
    if not rows:
        return _NONE.in_language(language)
    return "\n".join(_line(row).in_language(language) for row in rows)


def _line(row: Strength) -> Text:
    first, last = quoted(row.names[0]), quoted(row.names[-1])
    others = row.with_names
    if row.kind is StrengthKind.WELL_CONNECTED_BODY:
        others = others[-1:]
    return _TEXTS[row.kind].format(
        a=first,
        b=last,
        contacts=times(row.contacts_per_year or 0),
        others=names(list(others), most=NAMES_IN_SENTENCE, dative=True),
        sectors=listed([SECTOR_NAMES[each] for each in row.sectors]),
    )
