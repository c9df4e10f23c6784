"""Findings about pairs of bodies that share members, organisations or topics, each by its kind."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.missing.link import MissingLinkRule
from netmap.analyses.overlaps.facts import OverlapFact
from netmap.analyses.overlaps.hours import FreedHours
from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.side_by_side import PartOverlap
from netmap.analyses.overlaps.structure import StructureOverlap
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.overlap_chance import chance_of
from netmap.findings.overlap_evidence import pair_evidence
from netmap.findings.overlap_words import of_all
from netmap.findings.words import listed, names, on_topics, topics
from netmap.language import Text

_GAIN = Text(
    de="Beide hätten etwas davon: weniger Termine für die gemeinsamen Mitglieder und einen "
    "gemeinsamen Stand.",
    en="Both would gain: fewer meetings for the common members, and a shared state of affairs.",
)
_JOIN = Text(
    de="Könnte ein gemeinsamer Termin entlasten? Oder könnte bei gleichem Auftrag eines der "
    "beiden Gremien die Arbeit bündeln?",
    en="Could a joint meeting be a relief? Or, if their task is the same, could one of the two "
    "bodies bring the work together?",
)
_COORDINATE = Text(
    de="Könnten abgestimmte Termine und Tagesordnungen entlasten?",
    en="Could coordinated dates and agendas be a relief?",
)
_MAY_MERGE = frozenset({OverlapKind.NEAR_DUPLICATE, OverlapKind.UNCLEAR})
_MAY_MEET_ON_ONE_DAY = _MAY_MERGE | {
    OverlapKind.SAME_PEOPLE_OTHER_TOPICS,
    OverlapKind.OTHER_COMPETENCE,
}


def overlaps(material: Material) -> Iterator[Finding]:
    """Bodies with many common members or organisations; parts of each other stand elsewhere."""
    for row in material.structures:
        if not row.nested and material.speaks(row):
            yield _overlap(material, row)


def same_topics(material: Material) -> Iterator[Finding]:
    """Bodies on the same topics with other members, where some link is recorded already.

    Where none is, the finding about missing exchange asks; ad hoc bodies that outlast their
    occasion are offered nothing new.
    """
    asked = {
        (link.source_id, link.target_id)
        for link in material.missing[MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE]
    }
    for row in material.structures:
        if row.kind is not OverlapKind.SAME_TOPICS_OTHER_PEOPLE or row.bodies in asked:
            continue
        lasting = any(material.index(body) in material.lasting for body in row.bodies)
        if not material.speaks(row) and not lasting:
            yield _same_topics(material, row)


def _overlap(material: Material, row: StructureOverlap) -> Finding:
    """One finding a pair; members give the headline where they speak, else organisations."""
    first, second = (material.index(body) for body in row.bodies)
    by_members = material.is_enough(row.members)
    noun = (
        Text(de="Mitgliedern", en="members")
        if by_members
        else Text(de="Organisationen", en="organisations")
    )
    speaking = row.members if by_members else row.organizations
    shared = [Text(de="{of} {noun}", en="{of} {noun}").format(of=of_all(speaking), noun=noun)]
    if row.topics.shared:
        shared.append(topics(row.topics.shared_names))
    statement = Text(
        de="Mögliche Überschneidung: {a} und {b} teilen {facts}.",
        en="Possible overlap: {a} and {b} share {facts}.",
    ).format(a=material.name(first), b=material.name(second), facts=listed(shared))
    chance = list(chance_of(material, row.members))
    return material.finding(
        FindingKind.OVERLAP,
        (first, second),
        [statement, *_proposal(material, row)],
        evidence=[
            *pair_evidence(material, row, _hours(row)),
            *chance,
        ],
        aside=chance,
        strength=_strength(row.members, row.organizations),
    )


def _hours(row: StructureOverlap) -> FreedHours | None:
    """Hours that fit what is suggested."""
    if row.hours is None or row.kind not in _MAY_MEET_ON_ONE_DAY:
        return None
    return row.hours if row.kind in _MAY_MERGE else row.hours.model_copy(update={"merger": None})


def _strength(members: PartOverlap, organizations: PartOverlap) -> float:
    """Mean of both shares: the same houses with other people at the table are a weaker sign.

    Where no house is common, the share of members stands alone.
    """
    by_members = members.jaccard or 0.0
    return (by_members + (organizations.jaccard or 0.0)) / 2 if organizations.shared else by_members


def _proposal(material: Material, row: StructureOverlap) -> list[Text]:
    """What could relieve both, by the kind of overlap."""
    match row.kind:
        case OverlapKind.SAME_PEOPLE_OTHER_TOPICS:
            question = Text(
                de="Ihre Aufgaben unterscheiden sich. Könnten Sitzungen nacheinander am selben "
                "Tag entlasten?",
                en="Their tasks differ. Could meetings one after the other on the same day be a "
                "relief?",
            )
            gain = Text(
                de="Jedes Gremium behielte seine Themen, und die gemeinsamen Mitglieder sparten "
                "Wege.",
                en="Each body would keep its topics, and the common members would travel less.",
            )
            return [question, gain]
        case OverlapKind.SAME_TOPICS_OTHER_PEOPLE:
            question = Text(
                de="Dieselben Organisationen entsenden überwiegend andere Personen. Könnten beide "
                "Gremien Ergebnisse austauschen oder eine Sitzung gemeinsam abhalten?",
                en="The same organisations mostly send other people. Could both bodies exchange "
                "results, or hold a meeting together?",
            )
            return [question, _WORKED_OUT_ONCE]
        case OverlapKind.SAME_ORGANIZATIONS:
            question = Text(
                de="Dieselben Organisationen entsenden überwiegend andere Personen. Könnte eine "
                "Absprache im jeweiligen Haus entlasten?",
                en="The same organisations mostly send other people. Could an agreement inside "
                "each house be a relief?",
            )
            gain = Text(
                de="Jede Organisation hätte einen gemeinsamen Stand aus beiden Gremien.",
                en="Each organisation would have one state of affairs from both bodies.",
            )
            return [question, gain]
        case OverlapKind.DORMANT_OR_AD_HOC:
            return _hand_over(material, row)
        case OverlapKind.OTHER_COMPETENCE:
            return [*_apart(material, row), _GAIN]
        case OverlapKind.UNCLEAR if not all(row.topics.sizes):
            unknown = [
                name for name, size in zip(row.names, row.topics.sizes, strict=True) if not size
            ]
            open_question = Text(
                de="Themen von {names} sind noch nicht erfasst.",
                en="Topics of {names} are not recorded yet.",
            ).format(names=names(unknown))
            return [open_question, _JOIN, _GAIN]
        case _:
            return [_JOIN, _GAIN]


_WORKED_OUT_ONCE = Text(
    de="Beide hätten etwas davon: Was das eine erarbeitet, könnte das andere nutzen.",
    en="Both would gain: what the one works out the other could use.",
)


def _apart(material: Material, row: StructureOverlap) -> list[Text]:
    """Why two bodies are coordinated and not merged, and the question that follows."""
    legal = [
        material.index(reason.bodies[0])
        for reason in row.reasons
        if reason.fact is OverlapFact.LEGAL_BASIS
    ]
    if legal:
        basis = Text(
            de="{names} {verb} rechtlich vorgesehen; es geht daher allein um Abstimmung.",
            en="{names} {verb} required by law; so this is about coordination alone.",
        ).format(
            names=names(material.names(legal)),
            verb=Text(de="ist", en="is") if len(legal) == 1 else Text(de="sind", en="are"),
        )
        return [basis, _COORDINATE]
    if any(reason.fact is OverlapFact.OTHER_COMPETENCE for reason in row.reasons):
        basis = Text(
            de="Ihre Zuständigkeiten sind verschieden erfasst; es geht daher allein um Abstimmung.",
            en="Their competences are recorded as different; so this is about coordination alone.",
        )
        return [basis, _COORDINATE]
    question = Text(
        de="Sie arbeiten auf verschiedenen Ebenen; ist das so gewollt? Könnten aufeinander "
        "folgende Termine entlasten?",
        en="They work on different levels; is this intended? Could meetings one after the other "
        "be a relief?",
    )
    return [question]


def _hand_over(material: Material, row: StructureOverlap) -> list[Text]:
    """What a body that stays could take up from one that is ad hoc, dormant or does not meet."""
    passing = material.index(row.reasons[0].bodies[0])
    (staying,) = [body for body in map(material.index, row.bodies) if body != passing]
    reasons = {reason.fact for reason in row.reasons}
    if OverlapFact.DORMANT in reasons:
        statement = Text(de="{passing} ruht derzeit.", en="{passing} is dormant.")
    elif OverlapFact.NO_MEETINGS in reasons:
        statement = Text(
            de="{passing} tagt nach den Angaben derzeit nicht.",
            en="By the records, {passing} does not meet at present.",
        )
    else:
        statement = Text(de="{passing} ist ein Ad-hoc-Gremium.", en="{passing} is an ad hoc body.")
    question = Text(
        de="Könnte {staying} offene Punkte und Ergebnisse aufnehmen?",
        en="Could {staying} take up open points and results?",
    )
    gain = Text(
        de="Die gemeinsamen Mitglieder gewönnen Zeit, und die Ergebnisse lebten weiter.",
        en="The common members would gain time, and the results would live on.",
    )
    fields = {"passing": material.name(passing), "staying": material.name(staying)}
    return [statement.format(**fields), question.format(**fields), gain]


def _same_topics(material: Material, row: StructureOverlap) -> Finding:
    first, second = (material.index(body) for body in row.bodies)
    statement = Text(
        de="{a} und {b} arbeiten {topics}, überwiegend mit anderen Mitgliedern.",
        en="{a} and {b} work {topics}, mostly with other members.",
    ).format(
        a=material.name(first), b=material.name(second), topics=on_topics(row.topics.shared_names)
    )
    question = Text(
        de="Könnten beide Ergebnisse austauschen oder, bei gleichem Auftrag, die Arbeit an einem "
        "Ort bündeln?",
        en="Could both exchange results or, if their task is the same, bring the work together in "
        "one place?",
    )
    return material.finding(
        FindingKind.SAME_TOPICS,
        (first, second),
        [statement, question, _WORKED_OUT_ONCE],
        evidence=pair_evidence(material, row, None),
        strength=row.topics.jaccard or 0.0,
    )
