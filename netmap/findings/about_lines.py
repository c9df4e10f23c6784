"""Findings about bodies whose results have no recorded way to the level above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import LEVEL_NAMES, NAMES_IN_SENTENCE, labelled, names
from netmap.language import Text

_NONE_RECORDED = Text(de="nicht erfasst", en="not recorded")


@dataclass(frozen=True, slots=True)
class _Words:
    """How a finding speaks of the way up; ``{name}`` is the body, ``{upper}`` who is above.

    Attributes:
        question: Where nobody above is known.
        question_to: Where one body above suggests itself.
        carry: Introduces those who take part in both already.
    """

    statement: Text
    question: Text
    question_to: Text
    gain: Text
    carry: Text


_TO_STEERING = _Words(
    statement=Text(
        de="Für {name} ist kein Berichtsweg ins Steuergremium erfasst.",
        en="For {name} no reporting line to the steering level is recorded.",
    ),
    question=Text(
        de="Könnte ein fester Tagesordnungspunkt helfen?",
        en="Could a fixed item on the agenda help?",
    ),
    question_to=Text(
        de="Könnte ein fester Tagesordnungspunkt in {upper} helfen?",
        en="Could a fixed item on the agenda of {upper} help?",
    ),
    gain=Text(
        de="Das Steuergremium könnte auf Ergebnisse aufbauen, und {name} könnte Rückmeldung "
        "und Rückhalt bekommen.",
        en="The steering level could build on results, and {name} could get feedback and backing.",
    ),
    carry=Text(
        de="Wer schon in beiden Runden mitwirkt, könnte den Bericht mitnehmen: {names}.",
        en="Who already takes part in both could carry the report: {names}.",
    ),
)
_TO_POLITICS = _Words(
    statement=Text(
        de="Für {name} ist kein Weg erfasst, auf dem Ergebnisse in die Politik kommen.",
        en="For {name} no way is recorded by which results reach politics.",
    ),
    question=Text(
        de="Könnte ein jährlicher Bericht im zuständigen Ausschuss helfen?",
        en="Could a yearly report in the committee in charge help?",
    ),
    question_to=Text(
        de="Könnte ein jährlicher Bericht in {upper} helfen?",
        en="Could a yearly report in {upper} help?",
    ),
    gain=Text(
        de="Die Politik könnte sehen, was gemeinsam erreicht wurde, und {name} könnte "
        "Rückhalt für die nächsten Schritte gewinnen.",
        en="Politics could see what was reached together, and {name} could gain backing for "
        "the next steps.",
    ),
    carry=Text(
        de="Wer schon in der Politik mitwirkt, könnte den Bericht mitnehmen: {names}.",
        en="Who already takes part in politics could carry the report: {names}.",
    ),
)


def to_steering(material: Material) -> Iterator[Finding]:
    """Working groups without a line to the steering level."""
    for row in material.missing[MissingLinkRule.GROUP_WITHOUT_LINE_TO_STEERING]:
        yield _finding(material, row, FindingKind.GROUP_WITHOUT_LINE_TO_STEERING, _TO_STEERING)


def to_politics(material: Material) -> Iterator[Finding]:
    """Steering bodies that politics does not hear of, as far as recorded."""
    for row in material.missing[MissingLinkRule.STEERING_WITHOUT_LINE_TO_POLITICS]:
        yield _finding(material, row, FindingKind.STEERING_WITHOUT_LINE_TO_POLITICS, _TO_POLITICS)


def _ends(material: Material, row: MissingLink) -> tuple[int, int | None]:
    upper = None if row.target_id is None else material.index(row.target_id)
    return material.index(row.source_id), upper


def _finding(material: Material, row: MissingLink, kind: FindingKind, words: _Words) -> Finding:
    body, upper = _ends(material, row)
    name = material.name(body)
    question = (
        words.question if upper is None else words.question_to.format(upper=material.name(upper))
    )
    return material.finding(
        kind,
        # The upper body may be another one tomorrow; the finding stays the same.
        [body],
        [
            words.statement.format(name=name),
            question,
            words.gain.format(name=name),
            *_carriers(material, row, words.carry),
        ],
        evidence=_evidence(material, row),
        strength=row.strength,
    )


def _carriers(material: Material, row: MissingLink, sentence: Text) -> Iterator[Text]:
    if row.via_ids:
        carriers = names(material.names_of(row.via_ids), most=NAMES_IN_SENTENCE)
        yield sentence.format(names=carriers)


def _evidence(material: Material, row: MissingLink) -> Iterator[Text]:
    network = material.network
    body, upper = _ends(material, row)
    level = material.value(body, "level")
    yield labelled(
        Text(de="Ebene von {name}", en="Level of {name}").format(name=material.name(body)),
        _NONE_RECORDED if level is None else LEVEL_NAMES[level],
    )
    lines = zip(network.reporting.source.tolist(), network.reporting.target.tolist(), strict=True)
    receivers = sorted({receiver for sender, receiver in lines if sender == body})
    yield labelled(
        Text(de="Berichtet an", en="Reports to"),
        names(material.names(receivers)) if receivers else _NONE_RECORDED,
    )
    parent = int(network.parents[body])
    yield labelled(
        Text(de="Gehört zu", en="Part of"), material.name(parent) if parent >= 0 else _NONE_RECORDED
    )
    if upper is not None:
        yield labelled(
            Text(de="Möglicher Empfänger", en="Possible receiver"),
            material.name(upper),
        )
    if row.via_ids:
        label = Text(
            de="Mitglieder mit Verbindung zur oberen Ebene",
            en="Members with a tie to the upper level",
        )
        yield labelled(label, names(material.names_of(row.via_ids)))
