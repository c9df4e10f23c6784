"""Findings about decisions that may not reach the working level inside a house."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, labelled, names
from netmap.language import Text

_NONE_RECORDED = Text(de="nicht erfasst", en="not recorded")


def steering_seats(material: Material) -> Iterator[Finding]:
    """Organisations in steering whose own working level nothing recorded reaches.

    The reverse gives no finding: that a working group has no line to steering is asked of the
    group, once for all who sit in it.
    """
    for row in material.missing[MissingLinkRule.STEERING_SEAT_WITHOUT_WORKING_LEVEL]:
        yield _finding(material, row)


def _finding(material: Material, row: MissingLink) -> Finding:
    house = material.index(row.source_id)
    bodies = names(material.names_of(row.other_ids), most=NAMES_IN_SENTENCE, dative=True)
    fields = {"name": material.name(house), "bodies": bodies}
    statement = Text(
        de="{name} wirkt in {bodies} mit; ein Sitz oder Berichtsweg der eigenen Arbeitsebene ist "
        "nicht erfasst. Kommen Beschlüsse im eigenen Haus an?",
        en="{name} takes part in {bodies}; no seat or line of its own working level is recorded. "
        "Do decisions arrive in its own house?",
    ).format(**fields)
    gain = Text(
        de="{name} könnte benennen, wer Beschlüsse weitergibt; die Arbeitsebene könnte sie früher "
        "umsetzen, und das Steuergremium könnte hören, was in der Praxis trägt.",
        en="{name} could name who passes decisions on; the working level could act on them sooner, "
        "and the steering level could hear what works in practice.",
    ).format(**fields)
    return material.finding(
        FindingKind.STEERING_SEAT_WITHOUT_WORKING_LEVEL,
        [house],
        [statement, gain],
        evidence=[
            labelled(
                Text(de="Sitze in der Steuerung", en="Seats in steering"),
                names(material.names_of(row.other_ids)),
            ),
            labelled(
                Text(de="Wahrgenommen von", en="Held by"),
                names(row.via_names) if row.via_names else _NONE_RECORDED,
            ),
        ],
        strength=row.strength,
    )
