"""Findings on the map: what the panel tells of them, and how they are drawn over it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.language import Language
from netmap.network import Network
from netmap.views.map_choice import Layer

_LAYERS = {
    Layer.OVERLAPS: (
        FindingKind.OVERLAP_GROUP,
        FindingKind.OVERLAP,
        FindingKind.SAME_TOPICS,
        FindingKind.SUBGROUP,
    ),
    Layer.ISOLATES: (
        FindingKind.NO_TIE,
        FindingKind.COMPONENT,
        FindingKind.SEAT_WITHOUT_EXCHANGE,
        FindingKind.EXCHANGE_WITHOUT_SEAT,
        FindingKind.BODY_WITHOUT_MEMBERS,
    ),
    Layer.MISSING: (
        FindingKind.MISSING_EXCHANGE,
        FindingKind.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION,
        FindingKind.PARTNER_WITHOUT_REGULAR_EXCHANGE_WITH_COORDINATION,
        FindingKind.COORDINATING_OFFICES_WITHOUT_CONTACT,
        FindingKind.GROUP_WITHOUT_LINE_TO_STEERING,
        FindingKind.STEERING_WITHOUT_LINE_TO_POLITICS,
        FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY,
    ),
}
LAYER_OF = {kind: layer for layer, kinds in _LAYERS.items() for kind in kinds}
"""The layer in which findings of a kind are drawn; others are told in the panel alone."""


def findings_of(
    network: Network, findings: Sequence[Finding], language: Language, *, with_links: bool
) -> list[dict[str, Any]]:
    """Findings as the scripts of the map take them, without what is for the coordinator alone.

    Args:
        network: What the map shows; findings about nobody who is there are left out.
        findings: In the order in which they are read.
        language: Of their words.
        with_links: With the id, of which addresses of the application are made.
    """
    told = []
    for finding in findings:
        index = network.actor_index
        actors = [index[each.id] for each in finding.subjects if each.id in index]
        if finding.confidential or not actors:
            continue
        layer = LAYER_OF.get(finding.kind)
        told.append(
            {
                "title": finding.title.in_language(language),
                "good": finding.positive,
                "text": finding.suggestion.in_language(language),
                "total": finding.total_of_kind,
                "evidence": [line.in_language(language) for line in finding.evidence],
                "actors": actors,
                **({"layer": layer.value} if layer else {}),
                **({"id": finding.id} if with_links else {}),
            }
        )
    return told
