"""What findings about isolation are made of: statement, evidence, and who was asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from netmap.analyses.isolation.rows import Isolate
from netmap.findings.material import Material
from netmap.findings.words import date_text, labelled, names
from netmap.language import Text
from netmap.vocabulary import Asked

Parts = tuple[list[Text], list[Text]]
"""Sentences of the suggestion, and lines of evidence."""

Sayer = Callable[[Material, Isolate], Parts]
"""Says what a row of one aspect means."""

ASKED_LINES = {
    Asked.ANSWERED: Text(
        de="Nach Verbindungen gefragt: ja, mit Antwort.", en="Asked about ties: yes, and answered."
    ),
    Asked.NO_ANSWER: Text(
        de="Nach Verbindungen gefragt: ja, noch ohne Antwort.",
        en="Asked about ties: yes, no answer yet.",
    ),
    Asked.NOT_ASKED: Text(
        de="Nach Verbindungen gefragt: noch nicht.", en="Asked about ties: not yet."
    ),
    None: Text(de="Nach Verbindungen gefragt: nicht bekannt.", en="Asked about ties: not known."),
}

_STRENGTHS: dict[Asked | None, float] = {Asked.ANSWERED: 1.0, Asked.NOT_ASKED: 0.25}
_STRENGTH_UNKNOWN = 0.5


def strength(asked: Asked | None) -> float:
    """How much an unrecorded tie says, by whether somebody was asked for it."""
    return _STRENGTHS.get(asked, _STRENGTH_UNKNOWN)


def former_ties(row: Isolate) -> Iterator[Text]:
    """That there once were ties, where there were."""
    if row.tied_until is not None:
        yield labelled(
            Text(de="Eine frühere Verbindung bestand bis", en="A former tie lasted until"),
            date_text(row.tied_until),
        )


def topics(material: Material, actor: int) -> Iterator[Text]:
    """Its topics, where any are known."""
    known = material.topics.get(actor)
    if known:
        yield labelled(Text(de="Themen", en="Topics"), names(material.topic_names(known)))
