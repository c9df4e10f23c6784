"""Communities as text for people: who belongs together by what is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.communities import Community
from netmap.findings.words import NAMES_IN_SENTENCE, SECTOR_NAMES, counted, listed, names
from netmap.language import Language, Text, decimal, same

_NONE = Text(
    de="Noch ist kein Austausch und kein Sitz erfasst, der verbindet.",
    en="No exchange and no seat is recorded yet that connects.",
)
_WHOLE = Text(
    de="Wer sich häufiger trifft und austauscht als mit dem Rest: {count} Gruppen "
    "(Modularität {modularity}). Übereinstimmung mit den Bereichen: {sectors}; mit dem nächsten "
    "Steuergremium: {steering} (1 gleich, 0 wie zufällig).",
    en="Who meets and talks with each other more than with the rest: {count} groups (modularity "
    "{modularity}). Agreement with the sectors: {sectors}; with the nearest steering body: "
    "{steering} (1 the same, 0 as by chance).",
)
_LINE = Text(
    de="{number}. {partners}, {bodies}{named}. Verbindungen: {within} innen, {outside} nach "
    "außen.{sectors}{across}",
    en="{number}. {partners}, {bodies}{named}. Ties: {within} inside, {outside} to the "
    "outside.{sectors}{across}",
)
_SECTORS = Text(de=" Bereiche: {sectors}.", en=" Sectors: {sectors}.")
_ACROSS = Text(
    de=" Mit anderen trifft sich die Gruppe in {names}.",
    en=" The group meets others in {names}.",
)
_NAMED = Text(de=" ({names})", en=" ({names})")


def communities_text(rows: Sequence[Community], language: Language) -> str:
    """A sentence about the whole, and one for each community."""
    if not rows:
        return _NONE.in_language(language)
    whole = _WHOLE.format(
        count=len(rows),
        modularity=decimal(f"{rows[0].modularity:.2f}"),
        sectors=_share(rows[0].agreement_with_sectors),
        steering=_share(rows[0].agreement_with_steering),
    )
    return "\n".join(line.in_language(language) for line in (whole, *map(_line, rows)))


def _line(row: Community) -> Text:
    sectors = listed([SECTOR_NAMES[each.sector] for each in row.sectors])
    shown = [*row.body_names, *row.member_names]
    across = names(list(row.across_names), most=NAMES_IN_SENTENCE, dative=True)
    return _LINE.format(
        number=row.number,
        partners=counted(
            len(row.member_ids),
            Text(de="Partner", en="partner"),
            Text(de="Partner", en="partners"),
        ),
        bodies=counted(
            len(row.body_ids), Text(de="Gremium", en="body"), Text(de="Gremien", en="bodies")
        ),
        named=_NAMED.format(names=names(shown, most=NAMES_IN_SENTENCE)),
        within=row.ties_within,
        outside=row.ties_outside,
        sectors=_SECTORS.format(sectors=sectors) if row.sectors else "",
        across=_ACROSS.format(names=across) if row.across_names else "",
    )


def _share(value: float | None) -> Text:
    return same("–") if value is None else decimal(f"{value:.2f}")
