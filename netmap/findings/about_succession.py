"""Findings about bodies that may have come out of others that have ended."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.overlaps.facts import OverlapFact, Reason
from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.structure import StructureOverlap
from netmap.analyses.overlaps.succession import ALWAYS
from netmap.findings.finding import Finding, Subject, SubjectType, finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.overlap_words import of_all
from netmap.findings.words import date_text, labelled, names, quoted
from netmap.language import Text
from netmap.network import Network
from netmap.vocabulary import Asked, Status


def successions(material: Material) -> Iterator[Finding]:
    """Bodies that began as another ended, with the same members, where nobody recorded it so.

    What is recorded is known, and of what was dissolved or merged nobody speaks any more.
    """
    rows = [row for row in material.all_structures if row.kind is OverlapKind.SUCCESSION]
    ever = material.network.at(ALWAYS) if rows else material.network
    for row in rows:
        told = {reason.fact: reason for reason in row.reasons}
        found = told.get(OverlapFact.ENDS_AS_OTHER_BEGINS)
        if found is None or OverlapFact.SUCCESSOR_RECORDED in told:
            continue
        if all(_spoken_of(ever, body) for body in row.bodies):
            yield _succession(material, ever, row, found)


def _spoken_of(ever: Network, body: str) -> bool:
    record = ever.actor(ever.actor_index[body])
    gone = getattr(record, "status", None) in {Status.DISSOLVED, Status.MERGED}
    return not gone and record.asked is not Asked.LEFT_OUT


def _succession(material: Material, ever: Network, row: StructureOverlap, found: Reason) -> Finding:
    old, new = found.bodies
    called = dict(zip(row.bodies, row.names, strict=True))
    by_members = material.is_enough(row.members)
    part = row.members if by_members else row.organizations
    noun = (
        Text(de="Mitglieder", en="members")
        if by_members
        else Text(de="Organisationen", en="organisations")
    )
    fields = {
        "old": quoted(called[old]),
        "new": quoted(called[new]),
        "of": of_all(part),
        "noun": noun,
    }
    statement = Text(
        de="{new} beginnt, als {old} endet; gemeinsame {noun}: {of}. Ist {new} aus {old} "
        "hervorgegangen?",
        en="{new} begins as {old} ends; common {noun}: {of}. Did {new} come out of {old}?",
    )
    advice = Text(
        de="Wenn ja, könnte die Nachfolge erfasst werden, damit die gemeinsame Geschichte "
        "erhalten bleibt.",
        en="If so, the succession could be recorded, so that the common history is kept.",
    )
    return finding(
        FindingKind.SUCCESSION,
        [Subject(id=body, name=called[body], type=SubjectType.BODY) for body in (new, old)],
        [statement.format(**fields), advice],
        evidence=_evidence(ever, row, old, new),
        strength=part.jaccard or 0.0,
        thresholds=material.thresholds,
    )


def _evidence(ever: Network, row: StructureOverlap, old: str, new: str) -> Iterator[Text]:
    called = dict(zip(row.bodies, row.names, strict=True))
    for label, body, field in (
        (Text(de="Ende von {body}", en="End of {body}"), old, "end_date"),
        (Text(de="Beginn von {body}", en="Start of {body}"), new, "start_date"),
    ):
        date = getattr(ever.actor(ever.actor_index[body]), field)
        yield labelled(label.format(body=quoted(called[body])), date_text(date))
    for part, label in (
        (row.members, Text(de="Gemeinsame Mitglieder ({of})", en="Common members ({of})")),
        (
            row.organizations,
            Text(de="Gemeinsame Organisationen ({of})", en="Common organisations ({of})"),
        ),
        (row.topics, Text(de="Gemeinsame Themen ({of})", en="Common topics ({of})")),
    ):
        if part.shared:
            yield labelled(label.format(of=of_all(part)), names(part.shared_names))
    yield Text(
        de="Verglichen sind alle jemals erfassten Sitze und Themen beider Gremien.",
        en="All seats and topics of both that were ever recorded are compared.",
    )
