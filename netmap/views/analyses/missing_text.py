"""Missing exchange as text for people: a question a row, the way of today, who could help."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.missing.candidates import LinkCandidate
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.findings.words import NAMES_IN_SENTENCE, names, on_topics, quoted, sentences
from netmap.language import Language, Text, decimal

_NONE = Text(
    de="Keine fehlenden Verbindungen mit diesen Regeln.",
    en="No missing links by these rules.",
)

_SOMEBODY = Text(de="der Ebene darüber", en="the level above")

_LINES: dict[MissingLinkRule, Text] = {
    MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE: Text(
        de="Zwischen {a} und {b} ist {topics} kein Austausch erfasst.",
        en="No exchange between {a} and {b} {topics} is recorded.",
    ),
    MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY: Text(
        de="{a} und {others} sprechen {topics} jeweils zu zweit; ein gemeinsames Gremium ist "
        "nicht erfasst.",
        en="{a} and {others} talk {topics} two by two; no common body is recorded.",
    ),
    MissingLinkRule.GROUP_WITHOUT_LINE_TO_STEERING: Text(
        de="Für {a} ist kein Berichtsweg ins Steuergremium erfasst.",
        en="For {a} no reporting line to the steering level is recorded.",
    ),
    MissingLinkRule.STEERING_WITHOUT_LINE_TO_POLITICS: Text(
        de="Für {a} ist kein Weg erfasst, auf dem Ergebnisse in die Politik kommen.",
        en="For {a} no way is recorded by which results reach politics.",
    ),
    MissingLinkRule.STEERING_WITHOUT_RETURN_FROM_POLITICS: Text(
        de="Für {a} ist ein Weg in die Politik erfasst, aber keiner, auf dem Beschlüsse "
        "zurückkommen.",
        en="For {a} a way to politics is recorded, but none by which decisions come back.",
    ),
    MissingLinkRule.LINE_WITHOUT_RETURN: Text(
        de="{b} berichtet an {a}; eine Rückmeldung ist nicht erfasst.",
        en="{b} reports to {a}; no feedback is recorded.",
    ),
    MissingLinkRule.STEERING_SEAT_WITHOUT_WORKING_LEVEL: Text(
        de="{a} wirkt in {others} mit; ein Sitz oder Berichtsweg der eigenen Arbeitsebene ist "
        "nicht erfasst.",
        en="{a} takes part in {others}; no seat or line of its own working level is recorded.",
    ),
    MissingLinkRule.WORKING_SEAT_WITHOUT_STEERING_LEVEL: Text(
        de="{a} wirkt in {others} mit; ein Weg in die Steuerung ist nicht erfasst.",
        en="{a} takes part in {others}; no way to the steering level is recorded.",
    ),
    MissingLinkRule.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION: Text(
        de="Zwischen {a} und der Koordinierungsstelle ist kein Austausch erfasst.",
        en="No exchange between {a} and the coordinating office is recorded.",
    ),
    MissingLinkRule.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION: Text(
        de="Der Austausch zwischen {a} und der Koordinierungsstelle ist als selten oder "
        "unregelmäßig erfasst.",
        en="Exchange between {a} and the coordinating office is recorded as rare or irregular.",
    ),
    MissingLinkRule.COORDINATING_OFFICES_WITHOUT_CONTACT: Text(
        de="Zwischen {a} und {b} ist kein Kontakt erfasst.",
        en="No contact between {a} and {b} is recorded.",
    ),
    MissingLinkRule.ONE_SIDED_REPORT: Text(
        de="Den Austausch zwischen {a} und {b} nennt nur eine Seite.",
        en="Only one side reports the exchange between {a} and {b}.",
    ),
    MissingLinkRule.DIFFERENT_NUMBERS: Text(
        de="{a} und {b} nennen verschieden viele Kontakte im Jahr.",
        en="{a} and {b} name different numbers of contacts a year.",
    ),
    MissingLinkRule.TIE_NOT_RENEWED: Text(
        de="Die Angaben zum Austausch zwischen {a} und {b} sind älter; gelten sie noch?",
        en="The reports on exchange between {a} and {b} are older; do they still hold?",
    ),
}
_PLACE = Text(
    de="Das bestehende Gremium {b} könnte es aufnehmen.", en="The existing body {b} could take it."
)
_WAY = Text(de="Kürzester erfasster Weg: {way}.", en="Shortest recorded way: {way}.")
_VIA = Text(de="Anknüpfen ließe sich über {names}.", en="Where to start: {names}.")
_CANDIDATE = Text(
    de="{a} und {b} kennen beide {common} (Ressourcen-Index {index}).",
    en="{a} and {b} both know {common} (resource allocation {index}).",
)
_NO_CANDIDATE = Text(
    de="Die Gestalt des Netzwerks legt keine weitere Verbindung nahe.",
    en="The shape of the network suggests no further link.",
)


def candidates_text(rows: Sequence[LinkCandidate], language: Language) -> str:
    """One line a candidate, in the order given."""
    if not rows:
        return _NO_CANDIDATE.in_language(language)
    return "\n".join(
        _CANDIDATE.format(
            a=quoted(row.source_name),
            b=quoted(row.target_name),
            common=names(row.common_names, most=NAMES_IN_SENTENCE),
            index=decimal(f"{row.resource_allocation:.2f}"),
        ).in_language(language)
        for row in rows
    )


def missing_text(rows: Sequence[MissingLink], language: Language) -> str:
    """One line a row, in the order given."""
    if not rows:
        return _NONE.in_language(language)
    return "\n".join(_line(row).in_language(language) for row in rows)


def _line(row: MissingLink) -> Text:
    b = _SOMEBODY if row.target_name is None else quoted(row.target_name)
    said = [
        _LINES[row.rule].format(
            a=quoted(row.source_name),
            b=b,
            others=names(row.other_names, most=NAMES_IN_SENTENCE, dative=True),
            topics=on_topics(row.topic_names),
        )
    ]
    if row.rule is MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY and row.target_name:
        said.append(_PLACE.format(b=b))
    elif row.path_names and len(row.path_names) > 2:
        said.append(_WAY.format(way=" – ".join(row.path_names)))
    if row.via_names:
        said.append(_VIA.format(names=names(row.via_names, most=NAMES_IN_SENTENCE)))
    return sentences(*said)
