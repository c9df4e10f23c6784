"""Findings about more than two bodies in which the same people sit."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.overlaps.groups import OverlapGroup, overlap_groups
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.overlap_evidence import recorded
from netmap.findings.overlap_words import hours_texts
from netmap.findings.words import labelled, listed, names, number, quoted, sentences, topics
from netmap.language import Text, same


def groups(material: Material) -> Iterator[Finding]:
    """Three or more bodies that overlap as a whole."""
    silent = frozenset(material.network.actor_ids[each] for each in material.ground.silent)
    limits = material.thresholds.overlap_limits
    for row in overlap_groups(material.network, limits=limits, without=silent):
        yield _group(material, row)


def _group(material: Material, row: OverlapGroup) -> Finding:
    bodies = [material.index(body) for body in row.bodies]
    called = listed([quoted(name) for name in row.names], dative=True)
    facts = [
        Text(de="dieselben {count} Mitglieder", en="the same {count} members").format(
            count=len(row.member_ids)
        )
    ]
    statement = Text(
        de="Mögliche Überschneidung mehrerer Gremien: In {bodies} sitzen {facts}.",
        en="Possible overlap of several bodies: in {bodies} sit {facts}.",
    ).format(bodies=called, facts=listed(facts))
    common = []
    if row.topic_names:
        work = Text(de="Alle bearbeiten {topics}.", en="All work on {topics}.")
        common.append(work.format(topics=topics(row.topic_names)))
    return material.finding(
        FindingKind.OVERLAP_GROUP,
        bodies,
        [statement, *common, *_proposal(material, row, bodies)],
        evidence=_evidence(material, row, bodies),
        strength=row.min_jaccard,
    )


def _proposal(material: Material, row: OverlapGroup, bodies: list[int]) -> list[Text]:
    gain = Text(
        de="Alle hätten etwas davon: weniger Termine und einen gemeinsamen Stand.",
        en="All would gain: fewer meetings, and a shared state of affairs.",
    )
    if row.legal_basis_ids:
        basis = Text(
            de="Rechtlich vorgesehen: {names}; es geht daher allein um Abstimmung.",
            en="Required by law: {names}; so this is about coordination alone.",
        ).format(names=names(material.names_of(row.legal_basis_ids)))
        question = Text(
            de="Könnten abgestimmte Termine und Tagesordnungen entlasten?",
            en="Could coordinated dates and agendas be a relief?",
        )
        return [basis, question, gain]
    levels = {material.value(body, "level") for body in bodies} - {None}
    if len(levels) > 1:
        question = Text(
            de="Sie arbeiten auf verschiedenen Ebenen; ist das so gewollt? Könnten aufeinander "
            "folgende Termine entlasten?",
            en="They work on different levels; is this intended? Could meetings one after the "
            "other be a relief?",
        )
        return [question, gain]
    question = Text(
        de="Könnten gemeinsame Termine entlasten, oder könnten Aufgaben in weniger Gremien "
        "gebündelt werden?",
        en="Could joint meetings be a relief, or could tasks be brought together in fewer bodies?",
    )
    return [question, gain]


def _evidence(material: Material, row: OverlapGroup, bodies: list[int]) -> Iterator[Text]:
    yield labelled(Text(de="Mitglieder in allen", en="Members of all"), names(row.member_names))
    if row.organization_names:
        yield labelled(
            Text(de="Organisationen in allen", en="Organisations in all"),
            names(row.organization_names),
        )
    yield labelled(
        Text(de="Mitglieder gesamt", en="All members"),
        listed(
            [
                sentences(quoted(name), same(str(size)))
                for name, size in zip(row.names, row.sizes, strict=True)
            ]
        ),
    )
    yield labelled(
        Text(
            de="Anteil gemeinsamer Mitglieder der beiden unähnlichsten",
            en="Share of common members of the two that are least alike",
        ),
        number(row.min_jaccard),
    )
    if not row.exhaustive:
        yield Text(
            de="Es gibt sehr viele solcher Gruppen; gezeigt wird eine Auswahl, die jedes Paar "
            "enthält.",
            en="There are very many such groups; a choice is shown that holds every pair.",
        )
    yield from recorded(material, bodies)
    may_merge = len({material.value(body, "level") for body in bodies} - {None}) < 2
    hours = row.hours if may_merge else row.hours.model_copy(update={"merger": None})
    yield from hours_texts(hours)
