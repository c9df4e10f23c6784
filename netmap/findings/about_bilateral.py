"""Findings about many talks of two on one topic that one existing meeting could take up."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, counted, labelled, names, on_topics, sentences
from netmap.language import Text

_TALK = Text(de="Zweierkontakt", en="talk of two")
_TALKS = Text(de="Zweierkontakte", en="talks of two")


def bilateral_ties(material: Material) -> Iterator[Finding]:
    """Groups of partners that talk about a topic two by two."""
    for row in material.missing[MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY]:
        yield _finding(material, row)


def _finding(material: Material, row: MissingLink) -> Finding:
    centre = material.index(row.source_id)
    others = [material.index(each) for each in row.other_ids]
    called = [material.called(each) for each in others]
    ties = counted(len(row.tie_ids), _TALK, _TALKS)
    topics = on_topics(row.topic_names)
    statement = Text(
        de="{name} und {others} sprechen {topics} jeweils zu zweit; ein Gremium, in dem sie sich "
        "treffen, ist nicht erfasst.",
        en="{name} and {others} talk {topics} two by two; no body in which they meet is recorded.",
    ).format(
        name=material.name(centre),
        others=names(called, most=NAMES_IN_SENTENCE),
        topics=topics,
    )
    gain = Text(
        de="Alle hätten denselben Stand und weniger Einzelabstimmungen.",
        en="All would know the same, with fewer talks one by one.",
    )
    return material.finding(
        FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY,
        [centre, *others],
        [statement, _proposal(material, row), gain],
        evidence=[
            labelled(
                Text(de="Erfasster Austausch", en="Recorded exchange"), sentences(ties, topics)
            ),
            labelled(
                Text(de="Beteiligte", en="Those involved"),
                names([material.called(centre), *called]),
            ),
        ],
        strength=row.strength,
    )


def _proposal(material: Material, row: MissingLink) -> Text:
    """An existing meeting first; where none works on the topic, a point that each may raise."""
    if row.target_id is None:
        return Text(
            de="Gibt es ein bestehendes Treffen, in dem ein gemeinsamer Tagesordnungspunkt "
            "genügen könnte?",
            en="Is there an existing meeting in which a joint item on the agenda could be enough?",
        )
    return Text(
        de="Könnte ein gemeinsamer Tagesordnungspunkt in {place} genügen, das bereits zum Thema "
        "arbeitet?",
        en="Could a joint item on the agenda of {place}, which works on the topic already, be "
        "enough?",
    ).format(place=material.name(material.index(row.target_id)))
