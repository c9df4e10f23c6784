"""What changed since a snapshot, as a chart."""

from __future__ import annotations

from collections import Counter

from netmap.analyses.comparison.change import Aspect, ChangeType
from netmap.analyses.comparison.compare import compare
from netmap.language import Language, Text
from netmap.network import Network
from netmap.views.charts.chart import Bar, Chart, counted

_ASPECTS = {
    Aspect.BODY: Text(de="Gremien", en="bodies"),
    Aspect.ACTOR: Text(de="Partner und Personen", en="partners and persons"),
    Aspect.SEAT: Text(de="Sitze", en="seats"),
    Aspect.EXCHANGE: Text(de="Austausch", en="exchange"),
    Aspect.REPORTING_LINE: Text(de="Berichtswege", en="reporting lines"),
    Aspect.COOPERATION: Text(de="Kooperationen", en="cooperations"),
    Aspect.WORK: Text(de="Arbeit an Themen", en="work on topics"),
    Aspect.TOPIC: Text(de="Themen", en="topics"),
}
_SERIES = (
    Text(de="neu", en="new"),
    Text(de="geändert oder umbenannt", en="changed or renamed"),
    Text(de="nicht mehr da", en="no longer there"),
)


def change_chart(network: Network, before: Network, label: str, language: Language) -> Chart:
    """What came, changed and went since a snapshot; what is confidential does not count.

    >>> before = Network.from_pairs([("ada", "youth")])
    >>> after = Network.from_pairs([("ada", "youth"), ("bo", "youth")])
    >>> [bar.total for bar in change_chart(after, before, "Spring", Language.EN).bars][:3]
    [0, 1, 1]
    """
    counts = Counter((row.aspect, row.change) for row in compare(before, network))
    bars = tuple(
        Bar(
            title.in_language(language),
            (
                counts[aspect, ChangeType.CAME],
                counts[aspect, ChangeType.CHANGED] + counts[aspect, ChangeType.RENAMED],
                counts[aspect, ChangeType.WENT],
            ),
        )
        for aspect, title in _ASPECTS.items()
    )
    return counted(
        "changes",
        title=Text(
            de="Was sich seit dem Stand „{label}“ geändert hat",
            en='What changed since the snapshot "{label}"',
        )
        .format(label=label)
        .in_language(language),
        lead=Text(
            de="Gezählt ist, was erfasst wurde: Die Wirklichkeit kann schon früher anders gewesen "
            "sein.",
            en="What was recorded is counted: in reality it may have changed earlier.",
        ).in_language(language),
        of=Text(de="Was", en="what").in_language(language),
        series=tuple(each.in_language(language) for each in _SERIES),
        bars=bars,
    )
