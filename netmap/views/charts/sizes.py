"""How large a network is and how balanced, as small charts for its overview."""

from __future__ import annotations

from collections import Counter

from netmap.analyses.summary import Summary
from netmap.language import Language, Text
from netmap.views.charts.chart import Bar, Chart, counted
from netmap.views.charts.standing import LEVEL_NAMES, NOT_RECORDED
from netmap.views.map_words import SECTORS
from netmap.vocabulary import Sector


def overview_charts(sizes: Summary, language: Language) -> list[Chart]:
    """Bodies by level, seats by sector, and how much exchange both sides confirmed."""
    confirmed, ties = sizes.confirmed_exchange_ties, sizes.exchange_ties
    return [
        _chart(
            "levels",
            language,
            title=Text(de="Gremien nach Ebene", en="Bodies by level"),
            lead=Text(
                de="So viele Gremien gibt es auf jeder Ebene.", en="How many bodies each level has."
            ),
            of=Text(de="Ebene", en="level"),
            rows=[(LEVEL_NAMES[each.level], each.bodies) for each in sizes.bodies_by_level],
        ),
        _chart(
            "sectors",
            language,
            title=Text(de="Sitze nach Sektor", en="Seats by sector"),
            lead=Text(
                de="So viele Sitze hat jeder Sektor in den Gremien aller Ebenen.",
                en="How many seats each sector has in the bodies of all levels.",
            ),
            of=Text(de="Sektor", en="sector"),
            rows=_by_sector(sizes),
        ),
        _chart(
            "confirmed",
            language,
            title=Text(de="Erfasster Austausch", en="Recorded exchange"),
            lead=Text(
                de="So viel ist von beiden Seiten bestätigt.",
                en="How much of it both sides confirmed.",
            ),
            of=Text(de="Angabe", en="report"),
            rows=[
                (Text(de="bestätigt", en="confirmed"), confirmed),
                (Text(de="noch nicht bestätigt", en="not yet confirmed"), ties - confirmed),
            ],
        ),
    ]


def _by_sector(sizes: Summary) -> list[tuple[Text, int]]:
    seats: Counter[str | None] = Counter()
    for row in sizes.participation:
        seats[row.group] += row.seats
    return [
        (SECTORS[each] if each else NOT_RECORDED, seats[each])
        for each in (*Sector, None)
        if seats[each]
    ]


def _chart(
    name: str,
    language: Language,
    *,
    title: Text,
    lead: Text,
    of: Text,
    rows: list[tuple[Text, int]],
) -> Chart:
    return counted(
        name,
        title=title.in_language(language),
        lead=lead.in_language(language),
        of=of.in_language(language),
        series=(Text(de="Anzahl", en="number").in_language(language),),
        bars=tuple(Bar(label.in_language(language), (count,)) for label, count in rows),
    )
