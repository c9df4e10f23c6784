"""The charts of a network at a date: meetings, participation, exchange."""

from __future__ import annotations

from netmap.analyses.load import Load, load
from netmap.analyses.participation.levels import Participation, participation
from netmap.analyses.representation import ActorType
from netmap.analyses.rhythm import Rhythm, exchange_rhythm
from netmap.language import Language, Text
from netmap.network import Network
from netmap.views.charts.chart import Bar, Chart, counted
from netmap.views.map_groups import Group
from netmap.views.map_words import SECTORS
from netmap.vocabulary import Level, Sector

_MOST_BARS = 15
NOT_RECORDED = Text(de="nicht erfasst", en="not recorded")
LEVEL_NAMES = {
    Level.POLITICAL: Group.POLITICAL.title_text,
    Level.STEERING: Group.STEERING.title_text,
    Level.OPERATIONAL: Group.OPERATIONAL.title_text,
    Level.AD_HOC: Group.AD_HOC.title_text,
    None: Group.LEVEL_UNKNOWN.title_text,
}
"""What the bodies of each level are called."""

_RHYTHMS = {
    Rhythm.WEEKLY: Text(de="wöchentlich oder öfter", en="weekly or more often"),
    Rhythm.MONTHLY: Text(de="mindestens monatlich", en="at least monthly"),
    Rhythm.QUARTERLY: Text(de="mindestens vierteljährlich", en="at least quarterly"),
    Rhythm.YEARLY: Text(de="mindestens jährlich", en="at least yearly"),
    Rhythm.RARER: Text(de="seltener", en="more rarely"),
    Rhythm.IRREGULAR: Text(de="unregelmäßig", en="irregularly"),
    Rhythm.UNKNOWN: NOT_RECORDED,
}


def standing_charts(network: Network, language: Language) -> tuple[Chart, ...]:
    """Meetings of organisations, participation by sector and level, and how often is exchanged.

    >>> [chart.name for chart in standing_charts(Network.from_pairs([]), Language.EN)]
    ['meetings', 'participation', 'exchange']
    """
    return (
        meetings_chart(network, language),
        participation_chart(network, language),
        exchange_chart(network, language),
    )


def meetings_chart(network: Network, language: Language) -> Chart:
    """Meetings a year of organisations; those with the most are drawn, the table has all."""
    rows = [each for each in load(network) if each.type is ActorType.ORGANIZATION]
    largest = sorted(rows, key=lambda each: (-sum(_meetings(each)), each.name.casefold()))
    series = (
        Text(de="ordentlicher Sitz", en="ordinary seat"),
        Text(de="nur Stellvertretung", en="deputy only"),
        Text(de="nur Gast", en="guest only"),
    )
    titles = (
        Text(de="Teilnahmen aller Vertretungen", en="attendances of all representatives"),
        Text(de="Gremien ohne erfasste Zahl der Sitzungen", en="bodies without recorded meetings"),
    )
    shown = [each for each in largest[:_MOST_BARS] if sum(_meetings(each))]
    note = Text(
        de="Gezeichnet sind die {shown} Organisationen mit den meisten Sitzungen; die Tabelle hat "
        "alle {all}.",
        en="Drawn are the {shown} organisations with the most meetings; the table has all {all}.",
    ).format(shown=len(shown), all=len(rows))
    return Chart(
        name="meetings",
        title=Text(
            de="Sitzungen im Jahr je Organisation", en="Meetings a year by organisation"
        ).in_language(language),
        lead=Text(
            de="Wo könnten gemeinsame Termine entlasten? Gezählt ist jedes Gremium einmal, in dem "
            "die Organisation sitzt. Das sagt nichts darüber, wie viel jemand leistet.",
            en="Where could common dates help? Each body in which the organisation sits counts "
            "once. It says nothing about how much anybody does.",
        ).in_language(language),
        series=tuple(each.in_language(language) for each in series),
        bars=tuple(Bar(each.name, _meetings(each)) for each in shown),
        head=tuple(
            each.in_language(language)
            for each in (Text(de="Organisation", en="organisation"), *series, *titles)
        ),
        lines=tuple(
            (each.name, *_meetings(each), each.attendances_per_year, each.unknown)
            for each in sorted(rows, key=lambda each: (each.name.casefold(), each.id))
        ),
        note=note.in_language(language) if len(shown) < len(rows) else "",
    )


def _meetings(row: Load) -> tuple[float, float, float]:
    return (row.meetings_per_year, row.deputy_meetings_per_year, row.guest_meetings_per_year)


def participation_chart(network: Network, language: Language) -> Chart:
    """Seats of each sector at each level, beside the partners of each sector."""
    rows = participation(network)
    sectors = [
        each
        for each in (*Sector, None)
        if any(row.group == each and (row.seats or row.partners) for row in rows)
    ]
    levels = [each for each in (*Level, None) if any(row.level == each for row in rows)]
    by_sector = {row.group: row.partners for row in rows}
    everybody = Text(de="Partner im Netzwerk", en="Partners in the network")
    bars = [
        Bar(everybody.in_language(language), tuple(by_sector.get(each, 0) for each in sectors)),
        *(
            Bar(
                LEVEL_NAMES[level].in_language(language),
                tuple(_seats(rows, sector, level) for sector in sectors),
            )
            for level in levels
        ),
    ]
    return counted(
        "participation",
        title=Text(
            de="Beteiligung nach Sektor und Ebene", en="Participation by sector and level"
        ).in_language(language),
        lead=Text(
            de="Wer ist wo vertreten? Der erste Balken zeigt die Partner im Netzwerk, die anderen "
            "die Sitze auf jeder Ebene; alle sind gleich lang, Zahlen sind Anzahlen.",
            en="Who is represented where? The first bar shows the partners in the network, the "
            "others the seats at each level; all are equally long, numbers are counts.",
        ).in_language(language),
        of=Text(de="Ebene", en="level").in_language(language),
        series=tuple(
            (SECTORS[each] if each else NOT_RECORDED).in_language(language) for each in sectors
        ),
        bars=tuple(bar for bar in bars if bar.total),
        shares=True,
    )


def _seats(rows: list[Participation], sector: Sector | None, level: Level | None) -> int:
    return sum(row.seats for row in rows if row.group == sector and row.level == level)


def exchange_chart(network: Network, language: Language) -> Chart:
    """How often partners exchange, and what both sides say of it."""
    rows = exchange_rhythm(network)
    series = (
        Text(de="von beiden bestätigt", en="confirmed by both"),
        Text(de="von einer Seite berichtet", en="reported by one side"),
        Text(de="Angaben unterscheiden sich", en="reports differ"),
    )
    return counted(
        "exchange",
        title=Text(
            de="Wie oft Austausch stattfindet", en="How often exchange takes place"
        ).in_language(language),
        lead=Text(
            de="Erfasster Austausch zwischen Partnern und Gremien. Nicht erfasst heißt nicht, dass "
            "es ihn nicht gibt.",
            en="Recorded exchange between partners and bodies. What is not recorded may take "
            "place all the same.",
        ).in_language(language),
        of=Text(de="Rhythmus", en="rhythm").in_language(language),
        series=tuple(each.in_language(language) for each in series),
        bars=tuple(
            Bar(
                _RHYTHMS[each.rhythm].in_language(language),
                (each.confirmed, each.unconfirmed, each.differing),
            )
            for each in rows
        ),
    )
