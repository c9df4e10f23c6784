"""Findings about decisions of which no way back down is recorded."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, labelled, names
from netmap.language import Text
from netmap.vocabulary import Level

_NOBODY = Text(de="niemand erfasst", en="nobody recorded")


def from_politics(material: Material) -> Iterator[Finding]:
    """Steering bodies that politics hears of, and that hear nothing back, as far as recorded."""
    for row in material.missing[MissingLinkRule.STEERING_WITHOUT_RETURN_FROM_POLITICS]:
        name = material.name(material.index(row.source_id))
        statement = Text(
            de="Für {name} ist ein Weg in die Politik erfasst, aber keiner, auf dem Beschlüsse "
            "zurückkommen. Könnte eine kurze Rückmeldung nach der Sitzung helfen?",
            en="For {name} a way to politics is recorded, but none by which decisions come back. "
            "Could a short report after the meeting help?",
        ).format(name=name)
        gain = Text(
            de="{name} könnte Beschlüsse früh aufnehmen, und die Politik könnte sehen, was daraus "
            "wird.",
            en="{name} could take up decisions early, and politics could see what becomes of them.",
        ).format(name=name)
        yield material.finding(
            FindingKind.STEERING_WITHOUT_RETURN_FROM_POLITICS,
            [material.index(row.source_id)],
            [statement, gain, *_carriers(row)],
            evidence=[_both(row)],
            strength=row.strength,
        )


def along_lines(material: Material) -> Iterator[Finding]:
    """Reporting lines along which no decision returns, as recorded."""
    for row in material.missing[MissingLinkRule.LINE_WITHOUT_RETURN]:
        receiver, sender = material.index(row.source_id), material.index(row.target_id or "")
        # What a body hears of steering is asked of the body, whatever way it comes by.
        if (
            material.network.body_mask[sender]
            and material.value(receiver, "level") == Level.STEERING
        ):
            continue
        fields = {"sender": material.name(sender), "receiver": material.name(receiver)}
        statement = Text(
            de="{sender} berichtet an {receiver}; eine Rückmeldung ist nicht erfasst. Wäre sie "
            "für beide hilfreich?",
            en="{sender} reports to {receiver}; no feedback is recorded. Would it help both?",
        ).format(**fields)
        gain = Text(
            de="{sender} könnte erfahren, was aus den Ergebnissen wird, und {receiver} könnte "
            "sicher sein, dass Beschlüsse ankommen.",
            en="{sender} could hear what becomes of its results, and {receiver} could be sure that "
            "decisions arrive.",
        ).format(**fields)
        yield material.finding(
            FindingKind.LINE_WITHOUT_RETURN,
            [sender, receiver],
            [statement, gain, *_carriers(row)],
            evidence=[_both(row)],
            strength=row.strength,
        )


def _carriers(row: MissingLink) -> Iterator[Text]:
    if row.via_names:
        yield Text(
            de="Wer schon in beiden Runden mitwirkt, könnte sie mitnehmen: {names}.",
            en="Who already takes part in both could carry it: {names}.",
        ).format(names=names(row.via_names, most=NAMES_IN_SENTENCE))


def _both(row: MissingLink) -> Text:
    return labelled(
        Text(de="In beiden Runden", en="In both"),
        names(row.via_names) if row.via_names else _NOBODY,
    )
