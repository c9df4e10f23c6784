"""Finding: what an analysis suggests, with the evidence to check it by hand."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum
from hashlib import sha256

from pydantic import Field

from netmap.dates import PartialDate
from netmap.findings.kinds import FindingKind
from netmap.findings.methods import METHODS, THRESHOLDS_OF
from netmap.findings.thresholds import MEANINGS, Thresholds
from netmap.findings.words import INVITATION, sentences
from netmap.language import Text
from netmap.values import Part
from netmap.vocabulary import MarkStatus

__all__ = ["Assessment", "Finding", "FindingKind", "Subject", "SubjectType", "ThresholdShown"]


class SubjectType(StrEnum):
    """What a finding speaks about."""

    PERSON = "person"
    ORGANIZATION = "organization"
    BODY = "body"
    NETWORK = "network"
    SECTOR = "sector"


class Subject(Part):
    """Somebody, or something, that a finding speaks about."""

    id: str
    name: str
    type: SubjectType


class ThresholdShown(Part):
    """A threshold that decided whether a finding speaks.

    Attributes:
        name: Name of the setting, without its prefix.
    """

    name: str
    value: float
    meaning: Text


class Assessment(Part):
    """What people said about a finding.

    Attributes:
        status_word: The status in words.
        marked_by: Who marked it, in words; empty where nobody logs in.
        data_changed: What the finding stands on reads otherwise now.
        mark_id: Id of the record that says so.
        version: Version of that record, for who changes it.
    """

    status: MarkStatus
    status_word: Text
    note: str = ""
    marked_by: str = ""
    marked_at: PartialDate | None = None
    data_changed: bool = False
    mark_id: str
    version: int


class Finding(Part):
    """A suggestion to talk about, never a verdict.

    Attributes:
        id: Made of kind and subjects, so that it is the same from one run to the next.
        kind: What kind of suggestion it is.
        title: The kind in words.
        positive: It says what works well.
        subjects: What it speaks about, in the order in which the suggestion names them.
        suggestion: Statement, question or proposal, and the invitation to confirm, supplement or
            revise.
        evidence: What a reader can check by hand, a line each.
        method: How it was found, with source.
        thresholds: The thresholds that decided.
        strength: How much speaks for it, in [0, 1]; each kind's method says what it counts.
        strength_word: The same in a word.
        confidential: For the eyes of the coordinating office alone.
        total_of_kind: Findings of this kind, shown or not.
        data: Stands for the evidence: a mark keeps it, to know whether the data have changed.
        assessment: What people said about it; ``None`` where nobody said anything.
    """

    id: str
    kind: FindingKind
    title: Text
    positive: bool
    subjects: tuple[Subject, ...]
    suggestion: Text
    evidence: tuple[Text, ...]
    method: Text
    thresholds: tuple[ThresholdShown, ...]
    strength: float = Field(ge=0, le=1)
    strength_word: Text
    confidential: bool = False
    total_of_kind: int = Field(default=1, ge=1)
    data: str = ""
    assessment: Assessment | None = None

    @property
    def is_quiet(self) -> bool:
        """Whether people said that it is meant to be so, and nothing has changed since."""
        said = self.assessment
        return said is not None and said.status is MarkStatus.INTENDED and not said.data_changed


STRENGTH_WORDS = (
    (2 / 3, Text(de="deutlich", en="clear")),
    (1 / 3, Text(de="mittel", en="moderate")),
    (0.0, Text(de="leicht", en="slight")),
)
"""Words for strengths, each from its lower end on."""


def finding(
    kind: FindingKind,
    subjects: Sequence[Subject],
    suggestion: Iterable[Text],
    *,
    evidence: Iterable[Text],
    strength: float,
    thresholds: Thresholds,
    aside: Collection[Text] = (),
) -> Finding:
    """A finding of a kind, with what every finding of that kind says.

    Args:
        kind: The kind.
        subjects: What it speaks about.
        suggestion: Sentences, before the invitation.
        evidence: What a reader can check.
        strength: How much speaks for it.
        thresholds: Those that decided.
        aside: Evidence that others move, such as what chance would bring about: a change of it
            is none of the data that the finding stands on.
    """
    values = thresholds.model_dump()
    evidence = tuple(evidence)
    return Finding(
        id=finding_id(kind, [subject.id for subject in subjects]),
        kind=kind,
        title=kind.title_text,
        positive=kind.is_positive,
        subjects=tuple(subjects),
        suggestion=sentences(*suggestion, INVITATION),
        evidence=evidence,
        method=METHODS[kind],
        thresholds=tuple(
            ThresholdShown(name=name, value=values[name], meaning=MEANINGS[name])
            for name in THRESHOLDS_OF.get(kind, ())
        ),
        strength=strength,
        strength_word=next(word for least, word in STRENGTH_WORDS if strength >= least),
        confidential=kind.is_confidential,
        data=_digest([line.de for line in evidence if line not in aside]),
    )


def finding_id(kind: FindingKind, subject_ids: Iterable[str]) -> str:
    """The id of a finding: the same whatever the order of its subjects.

    >>> finding_id(FindingKind.OVERLAP, ["b", "a"]) == finding_id(FindingKind.OVERLAP, ["a", "b"])
    True
    """
    return _digest([kind.value, *sorted(subject_ids)])


def _digest(texts: list[str]) -> str:
    return sha256(json.dumps(texts).encode()).hexdigest()[:16]
