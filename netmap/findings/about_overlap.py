"""Findings about bodies that share members or organisations, and bodies within bodies."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from netmap.analyses.overlaps.shared import Overlap, member_overlap, organization_overlap
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import (
    labelled,
    listed,
    names,
    number,
    quoted,
    sentences,
    topics,
)
from netmap.language import Text

_LONGEST = 200
"""Characters of a purpose that a line of evidence quotes."""


def overlaps(material: Material) -> Iterator[Finding]:
    """Bodies with many common members or organisations, and bodies within bodies."""
    limits = material.thresholds
    by_members = {row.bodies: row for row in member_overlap(material.network)}
    by_organizations = {row.bodies: row for row in organization_overlap(material.network)}
    for pair in sorted(by_members.keys() | by_organizations.keys()):
        members, organizations = by_members.get(pair), by_organizations.get(pair)
        first, second = material.index(pair[0]), material.index(pair[1])
        if not material.spoken_of(first, second):
            continue
        rows = [
            row
            for row in (members, organizations)
            if row is not None
            and row.shared >= limits.overlap_min_shared
            and row.jaccard >= limits.overlap_min_jaccard
        ]
        nested = any(row.nested for row in (members, organizations) if row is not None)
        if nested or not rows:
            # Who asks whether a body's work is done does not ask where it belongs.
            lasting = first in material.lasting or second in material.lasting
            if members is not None and not lasting and _is_within(material, members):
                yield _subgroup(material, members)
        else:
            yield _overlap(material, (first, second), members, organizations, rows)


def _is_within(material: Material, row: Overlap) -> bool:
    """Whether one body is almost wholly in the other; that a part is so by itself says nothing."""
    limits = material.thresholds
    return (
        row.shared >= limits.overlap_min_shared
        and max(row.containment) >= limits.overlap_min_containment
        and (not row.nested or row.jaccard >= limits.overlap_min_jaccard)
    )


def _overlap(
    material: Material,
    pair: tuple[int, int],
    members: Overlap | None,
    organizations: Overlap | None,
    speaking: list[Overlap],
) -> Finding:
    """One finding a pair; the first of the ``speaking`` overlaps gives the headline."""
    first, second = pair
    common = material.topics.get(first, set()) & material.topics.get(second, set())
    noun = (
        Text(de="Mitgliedern", en="members")
        if speaking[0] is members
        else Text(de="Organisationen", en="organisations")
    )
    shared = [
        Text(de="{shared} von {total} {noun}", en="{shared} of {total} {noun}").format(
            shared=speaking[0].shared, total=_total(speaking[0]), noun=noun
        )
    ]
    if common:
        shared.append(topics(material.topic_names(common)))
    statement = Text(
        de="Mögliche Überschneidung: {a} und {b} teilen {facts}.",
        en="Possible overlap: {a} and {b} share {facts}.",
    ).format(a=material.name(first), b=material.name(second), facts=listed(shared))
    return material.finding(
        FindingKind.OVERLAP,
        pair,
        [statement, *_relief(material, pair)],
        evidence=_common(material, pair, members, organizations),
        strength=_strength(members, organizations),
    )


def _strength(members: Overlap | None, organizations: Overlap | None) -> float:
    """Mean of both shares: the same houses with other people at the table are a weaker sign.

    Where no houses are recorded, the share of members stands alone.
    """
    by_members = members.jaccard if members else 0.0
    return (by_members + organizations.jaccard) / 2 if organizations else by_members


def _total(row: Overlap) -> int:
    """Members, or organisations, that at least one of both has."""
    return sum(row.sizes) - row.shared


def _relief(material: Material, pair: tuple[int, int]) -> list[Text]:
    """What could relieve both; bodies required by law are never to be merged."""
    legal = [body for body in pair if material.value(body, "legal_basis")]
    levels = {material.value(body, "level") for body in pair} - {None}
    gain = Text(
        de="Beide hätten etwas davon: weniger Termine für die gemeinsamen Mitglieder und einen "
        "gemeinsamen Stand.",
        en="Both would gain: fewer meetings for the common members, and a shared state of affairs.",
    )
    if legal:
        basis = Text(
            de="{names} {verb} rechtlich vorgesehen; es geht daher allein um Abstimmung.",
            en="{names} {verb} required by law; so this is about coordination alone.",
        ).format(
            names=names(material.names(legal)),
            verb=Text(de="ist", en="is") if len(legal) == 1 else Text(de="sind", en="are"),
        )
        question = Text(
            de="Könnten abgestimmte Termine und Tagesordnungen entlasten?",
            en="Could coordinated dates and agendas be a relief?",
        )
        return [basis, question, gain]
    if len(levels) > 1:
        question = Text(
            de="Sie arbeiten auf verschiedenen Ebenen; ist das so gewollt? Könnten aufeinander "
            "folgende Termine entlasten?",
            en="They work on different levels; is this intended? Could meetings one after the "
            "other be a relief?",
        )
        return [question, gain]
    question = Text(
        de="Könnte ein gemeinsamer Termin entlasten? Oder könnte bei gleichem Auftrag eines der "
        "beiden Gremien die Arbeit bündeln?",
        en="Could a joint meeting be a relief? Or, if their task is the same, could one of the "
        "two bodies bring the work together?",
    )
    return [question, gain]


def _subgroup(material: Material, row: Overlap) -> Finding:
    first, second = (material.index(body) for body in row.bodies)
    above = material.ground.above
    if row.nested:
        inner_first = second in above[first]
    else:
        inner_first = row.containment[0] >= row.containment[1]
    inner, outer = (first, second) if inner_first else (second, first)
    size = row.sizes[0 if inner_first else 1]
    share = row.containment[0 if inner_first else 1]
    fields = {
        "inner": material.name(inner),
        "outer": material.name(outer),
        "shared": row.shared,
        "size": size,
        "total": _total(row),
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
        if row.shared == size
        else Text(de="fast vollständig", en="almost wholly")
    )
    return material.finding(
        FindingKind.SUBGROUP,
        [inner, outer],
        [statement.format(how=how, **fields), advice.format(**fields)],
        evidence=_common(material, (first, second), row, None),
        strength=share,
    )


def _common(
    material: Material,
    pair: tuple[int, int],
    members: Overlap | None,
    organizations: Overlap | None,
) -> Iterator[Text]:
    """What two bodies have in common and what each has, by name and number."""
    for row, noun in (
        (members, Text(de="Mitglieder", en="members")),
        (organizations, Text(de="Organisationen", en="organisations")),
    ):
        if row is None:
            continue
        label = Text(
            de="Gemeinsame {noun} ({shared} von {total})",
            en="Common {noun} ({shared} of {total})",
        ).format(noun=noun, shared=row.shared, total=_total(row))
        yield labelled(label, names(material.names_of(row.shared_ids)))
        yield labelled(
            Text(de="{noun} gesamt", en="All {noun}").format(noun=noun),
            listed(
                [
                    sentences(quoted(name), Text(de=str(size), en=str(size)))
                    for name, size in zip(row.names, row.sizes, strict=True)
                ]
            ),
        )
    known = [sorted(material.topics.get(body, set())) for body in pair]
    for label, values in (
        (Text(de="Themen", en="Topics"), [material.topic_names(each) for each in known]),
        (Text(de="Funktionen", en="Functions"), _texts(material, pair, "functions")),
        (Text(de="Zielgruppen", en="Target groups"), _texts(material, pair, "target_groups")),
        (Text(de="Zweck", en="Purpose"), _texts(material, pair, "purpose")),
        (Text(de="Rechtsgrundlage", en="Legal basis"), _texts(material, pair, "legal_basis")),
    ):
        for body, texts in zip(pair, values, strict=True):
            if texts:
                whose = Text(de="{label} von {body}", en="{label} of {body}")
                yield labelled(
                    whose.format(label=label, body=material.name(body)), names(list(texts))
                )
    for body in pair:
        meetings = material.value(body, "meetings_per_year")
        if meetings is not None:
            whose = Text(de="Sitzungen im Jahr, {body}", en="Meetings a year, {body}")
            yield labelled(whose.format(body=material.name(body)), number(meetings))


def _texts(material: Material, pair: tuple[int, int], field: str) -> list[list[str]]:
    values = [material.value(body, field) for body in pair]
    return [
        [shorten(each, _LONGEST, placeholder=" …")]
        if isinstance(each, str) and each
        else list(each or ())
        for each in values
    ]
