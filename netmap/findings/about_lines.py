"""Findings about bodies whose results have no recorded way to the level above."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.missing_exchange import MissingLink, MissingLinkRule
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import LEVEL_NAMES, NAMES_IN_SENTENCE, labelled, names
from netmap.language import Text

_NONE_RECORDED = Text(de="nicht erfasst", en="not recorded")


def to_steering(material: Material) -> Iterator[Finding]:
    """Working groups without a line to the steering level."""
    for row in material.missing[MissingLinkRule.GROUP_WITHOUT_LINE_TO_STEERING]:
        body, upper = _ends(material, row)
        name = material.name(body)
        statement = Text(
            de="Für {name} ist kein Berichtsweg ins Steuergremium erfasst.",
            en="For {name} no reporting line to the steering level is recorded.",
        ).format(name=name)
        if upper is None:
            question = Text(
                de="Könnte ein fester Tagesordnungspunkt helfen?",
                en="Could a fixed item on the agenda help?",
            )
        else:
            question = Text(
                de="Könnte ein fester Tagesordnungspunkt in {upper} helfen?",
                en="Could a fixed item on the agenda of {upper} help?",
            ).format(upper=material.name(upper))
        gain = Text(
            de="Das Steuergremium könnte auf Ergebnisse aufbauen, und {name} könnte Rückmeldung "
            "und Rückhalt bekommen.",
            en="The steering level could build on results, and {name} could get feedback and "
            "backing.",
        ).format(name=name)
        carry = Text(
            de="Wer schon in beiden Runden mitwirkt, könnte den Bericht mitnehmen: {names}.",
            en="Who already takes part in both could carry the report: {names}.",
        )
        parts = [statement, question, gain, *_carriers(material, row, carry)]
        yield _finding(material, row, FindingKind.GROUP_WITHOUT_LINE_TO_STEERING, parts)


def to_politics(material: Material) -> Iterator[Finding]:
    """Steering bodies that politics does not hear of, as far as recorded."""
    for row in material.missing[MissingLinkRule.STEERING_WITHOUT_LINE_TO_POLITICS]:
        body, upper = _ends(material, row)
        name = material.name(body)
        statement = Text(
            de="Für {name} ist kein Weg erfasst, auf dem Ergebnisse in die Politik kommen.",
            en="For {name} no way is recorded by which results reach politics.",
        ).format(name=name)
        if upper is None:
            question = Text(
                de="Könnte ein jährlicher Bericht im zuständigen Ausschuss helfen?",
                en="Could a yearly report in the committee in charge help?",
            )
        else:
            question = Text(
                de="Könnte ein jährlicher Bericht in {upper} helfen?",
                en="Could a yearly report in {upper} help?",
            ).format(upper=material.name(upper))
        gain = Text(
            de="Die Politik könnte sehen, was gemeinsam erreicht wurde, und {name} könnte "
            "Rückhalt für die nächsten Schritte gewinnen.",
            en="Politics could see what was reached together, and {name} could gain backing for "
            "the next steps.",
        ).format(name=name)
        carry = Text(
            de="Wer schon in der Politik mitwirkt, könnte den Bericht mitnehmen: {names}.",
            en="Who already takes part in politics could carry the report: {names}.",
        )
        parts = [statement, question, gain, *_carriers(material, row, carry)]
        yield _finding(material, row, FindingKind.STEERING_WITHOUT_LINE_TO_POLITICS, parts)


def _ends(material: Material, row: MissingLink) -> tuple[int, int | None]:
    upper = None if row.target_id is None else material.index(row.target_id)
    return material.index(row.source_id), upper


def _finding(material: Material, row: MissingLink, kind: FindingKind, parts: list[Text]) -> Finding:
    body, _ = _ends(material, row)
    return material.finding(
        kind,
        # The upper body may be another one tomorrow; the finding stays the same.
        [body],
        parts,
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
