"""Who stands apart as text for people."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from netmap.analyses.isolation.rows import Aspect, Isolate, Reason
from netmap.findings.go_betweens import OF_A_PART, contact, grounds
from netmap.findings.words import quoted, sentences
from netmap.language import Language, Text

_NONE = Text(
    de="Nach dem, was erfasst ist, steht niemand für sich.",
    en="As far as recorded, nobody stands apart.",
)
_TITLES = {
    Aspect.NO_TIE: Text(de="Noch keine Verbindung erfasst", en="No tie recorded yet"),
    Aspect.SEAT_WITHOUT_EXCHANGE: Text(
        de="Sitz ohne erfassten Austausch", en="Seat without recorded exchange"
    ),
    Aspect.EXCHANGE_WITHOUT_SEAT: Text(
        de="Austausch ohne erfassten Sitz", en="Exchange without a recorded seat"
    ),
    Aspect.BODY_WITHOUT_MEMBERS: Text(
        de="Gremium ohne erfasste Mitglieder", en="Body without recorded members"
    ),
    Aspect.COMPONENT: Text(
        de="Teil ohne erfasste Verbindung zum übrigen Netzwerk",
        en="Part without a recorded tie to the rest of the network",
    ),
    Aspect.HANGS_ON_PERSON: Text(
        de="Alle erfassten Verbindungen über eine Person", en="All recorded ties over one person"
    ),
    Aspect.HANGS_ON_TIE: Text(de="Eine einzige Verbindung erfasst", en="One tie recorded"),
    Aspect.OUTDATED: Text(de="Ältere Angaben", en="Older reports"),
    Aspect.NOT_ASKED: Text(de="Noch nicht gefragt", en="Not asked yet"),
    Aspect.LEFT_OUT: Text(
        de="Bewusst außen vor (nur für die Koordination)",
        en="Left out on purpose (for the coordinator alone)",
    ),
}
_REASONS = {
    Reason.LEFT_OUT: Text(de="bewusst außen vor", en="left out on purpose"),
    Reason.NOT_ASKED: Text(de="noch nicht gefragt", en="not asked yet"),
    Reason.NO_ANSWER: Text(de="gefragt, noch ohne Antwort", en="asked, no answer yet"),
    Reason.OUTDATED: Text(de="Angaben sind älter", en="what is known is older"),
    Reason.ANSWERED: Text(de="gefragt, mit Antwort", en="asked and answered"),
    Reason.UNKNOWN: Text(
        de="ob gefragt wurde, ist nicht bekannt", en="whether it was asked is not known"
    ),
}
_LINE = Text(de="- {name} ({reason}){more}.", en="- {name} ({reason}){more}.")
_VIA = Text(de=", über {via}", en=", over {via}")
_WITH = Text(de=", mit {count} weiteren", en=", with {count} more")


def isolates_text(rows: Sequence[Isolate], language: Language) -> str:
    """One line a row under the title of its aspect, with who could make the contact and why."""
    if not rows:
        return _NONE.in_language(language)
    blocks: list[str] = []
    for aspect, group in groupby(rows, key=lambda row: row.aspect):
        same = list(group)
        title = f"{_TITLES[aspect].in_language(language)} ({len(same)})"
        lines = [_line(row).in_language(language) for row in same]
        blocks.append("\n".join([title, *lines]))
    return "\n\n".join(blocks)


def _line(row: Isolate) -> Text:
    more = Text(de="", en="")
    if row.via_name is not None:
        more = _VIA.format(via=quoted(row.via_name))
    elif len(row.part_ids) > 1:
        more = _WITH.format(count=len(row.part_ids) - 1)
    line = _LINE.format(name=quoted(row.name), reason=_REASONS[row.reason], more=more)
    if row.bridge is None:
        return line
    name = OF_A_PART if row.aspect is Aspect.COMPONENT else quoted(row.name)
    return sentences(line, contact(row.bridge), *grounds(row.bridge, name)[:1])
