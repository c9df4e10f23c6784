"""Who takes part as text for people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from netmap.analyses.participation.bodies import BodyBalance
from netmap.analyses.participation.engagement import Engagement
from netmap.analyses.participation.levels import Participation
from netmap.findings.words import LEVEL_NAMES, NAMES_IN_SENTENCE, SECTOR_NAMES, names, quoted
from netmap.language import Language, Text, decimal, same
from netmap.vocabulary import Level, Sector

_NO_BODIES = Text(de="Noch keine Gremien erfasst.", en="No bodies recorded yet.")
_UNKNOWN_LEVEL = Text(de="Ebene nicht erfasst", en="level not recorded")
_UNKNOWN = Text(de="nicht bekannt", en="not known")
_ENGAGEMENTS = {
    Engagement.VOLUNTEER: Text(de="ehrenamtlich", en="volunteer"),
    Engagement.PAID: Text(de="hauptamtlich", en="paid"),
}
_LINE = Text(
    de="- {group}: Sitze {seats}, Organisationen {organizations}, Personen {persons}{shares}",
    en="- {group}: seats {seats}, organisations {organizations}, persons {persons}{shares}",
)
_SHARES = Text(
    de="; {seats} % der Sitze, {partners} % der Partner",
    en="; {seats} % of the seats, {partners} % of the partners",
)
_SUGGESTED = Text(
    de=". Hier ist kein Sitz erfasst; {names} könnten eine weitere Sicht einbringen.",
    en=". No seat is recorded here; {names} could bring in another view.",
)
_ONE_SUGGESTED = Text(
    de=". Hier ist kein Sitz erfasst; {names} könnte eine weitere Sicht einbringen.",
    en=". No seat is recorded here; {names} could bring in another view.",
)
_BODY = Text(
    de="- {name}: {seated} Beteiligte, {groups}, Ausgewogenheit {balance}",
    en="- {name}: {seated} taking part, {groups}, balance {balance}",
)


def participation_text(rows: Sequence[Participation], language: Language) -> str:
    """A line a group under each level, with who could bring in a view that is absent there."""
    if not rows:
        return _NO_BODIES.in_language(language)
    order: list[Level | None] = [*Level, None]
    ranked = sorted(rows, key=lambda row: order.index(row.level))
    blocks: list[str] = []
    for level, group in groupby(ranked, key=lambda row: row.level):
        title = _level(level).in_language(language)
        lines = [_line(row).in_language(language) for row in group]
        blocks.append("\n".join([title[0].upper() + title[1:], *lines]))
    return "\n\n".join(blocks)


def balance_text(rows: Sequence[BodyBalance], language: Language) -> str:
    """A line a body, in the order given."""
    if not rows:
        return _NO_BODIES.in_language(language)
    return "\n".join(_body(row).in_language(language) for row in rows)


def group_name(group: str | None) -> Text:
    """A group in words; a classification as the source says it.

    >>> group_name("civil_society").de, group_name("Schule").en, group_name(None).en
    ('Zivilgesellschaft', 'Schule', 'not known')
    """
    if group is None:
        return _UNKNOWN
    if group in set(Sector):
        return SECTOR_NAMES[Sector(group)]
    if group in set(Engagement):
        return _ENGAGEMENTS[Engagement(group)]
    return same(group)


def _level(level: Level | None) -> Text:
    return _UNKNOWN_LEVEL if level is None else LEVEL_NAMES[level]


def _line(row: Participation) -> Text:
    shares = same("")
    if row.share_of_seats is not None and row.share_of_partners is not None:
        shares = _SHARES.format(
            seats=_percent(row.share_of_seats), partners=_percent(row.share_of_partners)
        )
    line = _LINE.format(
        group=group_name(row.group),
        seats=row.seats,
        organizations=row.organizations,
        persons=row.persons,
        shares=shares,
    )
    if not row.suggested_names:
        return line
    more = _ONE_SUGGESTED if len(row.suggested_names) == 1 else _SUGGESTED
    end = more.format(names=names(row.suggested_names, most=NAMES_IN_SENTENCE))
    return Text(de=line.de + end.de, en=line.en + end.en)


def _body(row: BodyBalance) -> Text:
    counted = [(group_name(each.group), each.count) for each in row.groups]
    groups = Text(
        de=", ".join(f"{name.de} {count}" for name, count in counted) or _UNKNOWN.de,
        en=", ".join(f"{name.en} {count}" for name, count in counted) or _UNKNOWN.en,
    )
    balance = _UNKNOWN if row.heterogeneity is None else decimal(f"{row.heterogeneity:.2f}")
    return _BODY.format(name=quoted(row.name), seated=row.seated, groups=groups, balance=balance)


def _percent(share: float) -> Text:
    return decimal(f"{100 * share:.0f}")
