"""Bridges as text for people: what hangs on whom, and what would change without it."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.bridges import Bridge, BridgeKind
from netmap.findings.words import NAMES_IN_SENTENCE, counted, names, quoted
from netmap.language import Language, Text, decimal, same

_NONE = Text(
    de="Keine Stelle, an der das Netzwerk an einem einzigen Akteur oder Kontakt hängt.",
    en="Nowhere does the network hang on one actor or one tie.",
)
_ACTOR = Text(
    de="{name} verbindet {far} mit dem übrigen Netzwerk ({pairs}).",
    en="{name} connects {far} with the rest of the network ({pairs}).",
)
_TIE = Text(
    de="Über den Kontakt von {near} und {other} {verb} {far} verbunden ({pairs}).",
    en="By the tie of {near} and {other} {far} {verb} connected ({pairs}).",
)
_PAIRS = (
    Text(de="Verbindung zwischen zweien, die sonst wegfiele", en="pair would lose touch"),
    Text(de="Verbindungen zwischen zweien, die sonst wegfielen", en="pairs would lose touch"),
)
_MEASURES = Text(
    de="  Zwischenzentralität {betweenness}, Einschränkung {constraint}, "
    "unterschiedliche Kontakte {size}",
    en="  Betweenness {betweenness}, constraint {constraint}, effective size {size}",
)
_ROLES = (
    ("coordinator", Text(de="im eigenen Bereich", en="within its sector")),
    ("consultant", Text(de="in einem anderen Bereich", en="within another sector")),
    ("gatekeeper", Text(de="in den eigenen Bereich hinein", en="into its sector")),
    ("representative", Text(de="aus dem eigenen Bereich hinaus", en="out of its sector")),
    ("liaison", Text(de="zwischen zwei anderen Bereichen", en="between two other sectors")),
)
_BROKERS = Text(de="; vermittelt {roles}", en="; mediates {roles}")
_PERSON = Text(de="Eine Person", en="A person")


def bridges_text(rows: Sequence[Bridge], language: Language, *, called: dict[str, str]) -> str:
    """A sentence a bridge, and a line of measures where they were asked for.

    Args:
        rows: Bridges, in their order.
        language: Of the text.
        called: What to call those that would lose touch, by id.
    """
    if not rows:
        return _NONE.in_language(language)
    return "\n".join(line.in_language(language) for row in rows for line in _lines(row, called))


def _lines(row: Bridge, called: dict[str, str]) -> list[Text]:
    far_names = [called[each] for part in row.parts for each in part]
    far = names(far_names, most=NAMES_IN_SENTENCE)
    pairs = counted(row.pairs_lost, *_PAIRS)
    who = [quoted(name) if name else _PERSON for name in row.names]
    if row.kind is BridgeKind.TIE:
        one = len(far_names) == 1
        verb = Text(de="ist", en="is") if one else Text(de="sind", en="are")
        return [_TIE.format(near=who[0], other=who[1], far=far, verb=verb, pairs=pairs)]
    lines = [_ACTOR.format(name=who[0], far=far, pairs=pairs)]
    if row.measures is not None:
        told = _MEASURES.format(
            betweenness=_number(row.measures.betweenness),
            constraint=_number(row.measures.constraint),
            size=_number(row.measures.effective_size),
        )
        counts = row.measures.roles.model_dump() if row.measures.roles else {}
        roles = [
            Text(de="{role} ({count})", en="{role} ({count})").format(
                role=words, count=counts[name]
            )
            for name, words in _ROLES
            if counts.get(name)
        ]
        if roles:
            told = Text(de="{told}{more}", en="{told}{more}").format(
                told=told, more=_BROKERS.format(roles=_joined(roles))
            )
        lines.append(told)
    return lines


def _joined(parts: Sequence[Text]) -> Text:
    return Text(de=", ".join(p.de for p in parts), en=", ".join(p.en for p in parts))


def _number(value: float) -> Text:
    return same("–") if value != value else decimal(f"{value:.2f}")  # noqa: PLR0124 (NaN)
