"""Findings about bodies that are almost wholly within others, recorded as their part or not."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.overlaps.facts import OverlapFact
from netmap.analyses.overlaps.structure import StructureOverlap
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.overlap_evidence import pair_evidence
from netmap.language import Text


def subgroups(material: Material) -> Iterator[Finding]:
    """Bodies within bodies; that a recorded part is so by itself says nothing.

    Who asks whether a body's work is done does not ask where it belongs.
    """
    for row in material.structures:
        lasting = any(material.index(body) in material.lasting for body in row.bodies)
        if lasting or not _is_within(material, row):
            continue
        if row.nested or not material.speaks(row):
            yield _subgroup(material, row)


def _is_within(material: Material, row: StructureOverlap) -> bool:
    """Whether one body is almost wholly in the other, and a part almost the same as the whole."""
    limits, part = material.thresholds, row.members
    if part.jaccard is None or part.overlap_coefficient is None:
        return False
    return (
        part.shared >= limits.overlap_min_shared
        and part.overlap_coefficient >= limits.overlap_min_containment
        and (not row.nested or part.jaccard >= limits.overlap_min_jaccard)
    )


def _subgroup(material: Material, row: StructureOverlap) -> Finding:
    first, second = (material.index(body) for body in row.bodies)
    containment = row.members.containment or (0.0, 0.0)
    recorded = [each.bodies for each in row.reasons if each.fact is OverlapFact.PART_OF]
    if recorded:
        inner_first = recorded[0][0] == row.bodies[0]
    else:
        inner_first = containment[0] >= containment[1]
    inner, outer = (first, second) if inner_first else (second, first)
    size = row.members.sizes[0 if inner_first else 1]
    fields = {
        "inner": material.name(inner),
        "outer": material.name(outer),
        "shared": row.members.shared,
        "size": size,
        "total": sum(row.members.sizes) - row.members.shared,
    }
    if row.nested:
        statement = Text(
            de="{inner} gehört zu {outer} und hat fast dieselben Mitglieder ({shared} von "
            "{total} sitzen in beiden) – so gewollt?",
            en="{inner} is part of {outer} and has almost the same members ({shared} of {total} "
            "sit in both) – is this intended?",
        )
        advice = Text(
            de="Wenn nicht, könnten gemeinsame Termine beide entlasten.",
            en="If not, joint meetings could be a relief for both.",
        )
    else:
        statement = Text(
            de="{inner} ist {how} Teil von {outer} ({shared} von {size} Mitgliedern sitzen auch "
            "dort) – so gewollt?",
            en="{inner} is {how} part of {outer} ({shared} of {size} members sit there too) – is "
            "this intended?",
        )
        advice = Text(
            de="Wenn ja, könnte {inner} als Untergruppe von {outer} erfasst werden; wenn nicht, "
            "könnten gemeinsame Termine beide entlasten.",
            en="If so, {inner} could be recorded as a subgroup of {outer}; if not, joint meetings "
            "could be a relief for both.",
        )
    how = (
        Text(de="vollständig", en="wholly")
        if row.members.shared == size
        else Text(de="fast vollständig", en="almost wholly")
    )
    hours = row.hours and row.hours.model_copy(update={"merger": None})
    return material.finding(
        FindingKind.SUBGROUP,
        [inner, outer],
        [statement.format(how=how, **fields), advice.format(**fields)],
        evidence=pair_evidence(material, row, hours, organizations=False),
        strength=containment[0 if inner_first else 1],
    )
