"""Load as text for people: how many meetings, and in which bodies."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.load import Load
from netmap.findings.words import NAMES_IN_SENTENCE, names, number, quoted
from netmap.language import Language, Text

_NONE = Text(de="Noch sind keine Sitze erfasst.", en="No seats are recorded yet.")
_LINE = Text(
    de="{name}: {meetings}, angenommen {hours} Stunden{more}. {bodies}",
    en="{name}: {meetings}, {hours} hours assumed{more}. {bodies}",
)
_MEETINGS = (
    Text(de="Sitzung im Jahr", en="meeting a year"),
    Text(de="Sitzungen im Jahr", en="meetings a year"),
)
_DEPUTY = Text(de="; in Vertretung {count}", en="; as a deputy {count}")
_GUEST = Text(de="; als Gast {count}", en="; as a guest {count}")
_UNKNOWN = (
    Text(de="; ein Gremium ohne erfasste Sitzungen", en="; one body without recorded meetings"),
    Text(
        de="; {count} Gremien ohne erfasste Sitzungen",
        en="; {count} bodies without recorded meetings",
    ),
)
_PERSON = Text(de="Eine Person", en="A person")


def load_text(rows: Sequence[Load], language: Language) -> str:
    """A line for each who has a seat."""
    if not rows:
        return _NONE.in_language(language)
    return "\n".join(_line(row).in_language(language) for row in rows)


def _line(row: Load) -> Text:
    meetings = row.meetings_per_year
    noun = _MEETINGS[0] if meetings == 1 else _MEETINGS[1]
    parts = []
    if row.deputy_meetings_per_year:
        parts.append(_DEPUTY.format(count=number(row.deputy_meetings_per_year)))
    if row.guest_meetings_per_year:
        parts.append(_GUEST.format(count=number(row.guest_meetings_per_year)))
    if row.unknown:
        parts.append(_UNKNOWN[row.unknown > 1].format(count=row.unknown))
    return _LINE.format(
        name=quoted(row.name) if row.name else _PERSON,
        meetings=Text(de="{count} {noun}", en="{count} {noun}").format(
            count=number(meetings), noun=noun
        ),
        hours=number(row.hours_per_year),
        more=Text(de="".join(p.de for p in parts), en="".join(p.en for p in parts)),
        bodies=names([each.name for each in row.bodies], most=NAMES_IN_SENTENCE),
    )
