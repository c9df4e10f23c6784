"""Findings about exchange that one would expect and that is not recorded."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import (
    labelled,
    names,
    on_topics,
)
from netmap.language import Text
from netmap.vocabulary import Sector

PER_ACTOR = 2
"""The aim is not ever more bilateral ties: of one actor at most so many findings are shown."""

_GAINS = {
    Sector.POLITICS: Text(
        de="{gains} könnte früh erfahren, was politisch gewollt ist",
        en="{gains} could hear early what politics wants",
    ),
    Sector.ADMINISTRATION: Text(
        de="{gains} könnte Zuständigkeiten und Förderwege schneller klären",
        en="{gains} could clarify responsibilities and funding sooner",
    ),
    Sector.EDUCATION: Text(
        de="{gains} könnte Einblick in Schulen und Bildungsangebote gewinnen",
        en="{gains} could gain insight into schools and what education offers",
    ),
    Sector.BUSINESS: Text(
        de="{gains} könnte Kontakte zu Betrieben nutzen",
        en="{gains} could make use of contacts to companies",
    ),
    Sector.CIVIL_SOCIETY: Text(
        de="{gains} könnte Zugang zu Zielgruppen und Engagement vor Ort gewinnen",
        en="{gains} could gain access to target groups and local volunteers",
    ),
}
"""What one side could gain, by the sector of the other."""

_GAIN_FROM_BODY = Text(
    de="{gains} könnte Ergebnisse aus {other} früher aufnehmen",
    en="{gains} could take up results of {other} earlier",
)
_GAIN_ON_TOPICS = Text(
    de="{gains} könnte Erfahrungen von {other} {topics} nutzen",
    en="{gains} could make use of the experience of {other} {topics}",
)
_GAIN_FOR_BOTH = Text(
    de="{a} könnte Erfahrungen von {b} nutzen, {b} könnte eigene Vorhaben mit {a} abstimmen.",
    en="{a} could make use of the experience of {b}, {b} could coordinate its plans with {a}.",
)
_GAIN_FROM_ANY = Text(
    de="{gains} könnte Erfahrungen von {other} nutzen",
    en="{gains} could make use of the experience of {other}",
)


def missing_exchange(material: Material) -> Iterator[Finding]:
    """Bodies or partners on the same topic without exchange, a few for each actor."""
    shown: Counter[str] = Counter()
    for row in material.missing[MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE]:
        sides = (row.source_id, row.target_id or "")
        # Nobody is asked to begin an exchange with a body that may have done its work.
        lasting = any(material.index(side) in material.lasting for side in sides)
        if not lasting and max(shown[side] for side in sides) < PER_ACTOR:
            shown.update(sides)
            yield _missing(material, row)


def _missing(material: Material, row: MissingLink) -> Finding:
    a, b = material.index(row.source_id), material.index(row.target_id or "")
    shared = {material.network.topic_index[topic] for topic in row.topic_ids}
    known = material.topic_names(shared)
    statement = Text(
        de="Zwischen {a} und {b} ist {topics} kein Austausch erfasst. Wäre er für beide hilfreich?",
        en="No exchange between {a} and {b} {topics} is recorded. Would it help both?",
    ).format(a=material.name(a), b=material.name(b), topics=on_topics(known))
    gains = _gains(material, a, b)
    place = _place(material, (a, b), shared)
    evidence = [
        labelled(
            Text(de="Themen von {name}", en="Topics of {name}").format(name=material.name(each)),
            names(material.topic_names(material.topics.get(each, set()))),
        )
        for each in (a, b)
    ]
    evidence.append(
        Text(
            de="Zwischen beiden ist weder Austausch noch Berichtsweg, Kooperation oder eine "
            "gemeinsame Sitzung erfasst.",
            en="Neither exchange nor reporting line, cooperation or common meeting is recorded "
            "between the two.",
        )
    )
    return material.finding(
        FindingKind.MISSING_EXCHANGE,
        [a, b],
        [statement, gains, place] if place else [statement, gains],
        evidence=evidence,
        strength=row.strength,
    )


def _gains(material: Material, a: int, b: int) -> Text:
    """What each side could gain from the other; the same sentence is never said twice."""
    sides = ((a, b), (b, a))
    texts = [_gain_from(material, other) for _, other in sides]
    new = [
        material.topics.get(other, set()) - material.topics.get(gains, set())
        for gains, other in sides
    ]
    if texts[0] == texts[1]:
        if not all(new):
            return _GAIN_FOR_BOTH.format(a=material.name(a), b=material.name(b))
        texts = [_GAIN_ON_TOPICS, _GAIN_ON_TOPICS]
    first, second = (
        text.format(
            gains=material.name(gains),
            other=material.name(other),
            topics=on_topics(material.topic_names(topics)),
        )
        for text, (gains, other), topics in zip(texts, sides, new, strict=True)
    )
    return Text(de="{first}, {second}.", en="{first}, {second}.").format(first=first, second=second)


def _gain_from(material: Material, other: int) -> Text:
    if material.network.body_mask[other]:
        return _GAIN_FROM_BODY
    return _GAINS.get(material.value(other, "sector"), _GAIN_FROM_ANY)


def _place(material: Material, pair: tuple[int, int], shared: set[int]) -> Text | None:
    """Where both could meet without a new structure."""
    network = material.network
    bodies = [each for each in pair if network.body_mask[each]]
    if len(bodies) == 2:
        return Text(
            de="Ein gemeinsamer Tagesordnungspunkt könnte dafür genügen.",
            en="A joint item on the agenda could be enough for this.",
        )
    if bodies:
        guest = next(each for each in pair if each not in bodies)
        return Text(
            de="Ein Gastbeitrag von {guest} in {body} könnte dafür genügen.",
            en="A contribution of {guest} as a guest in {body} could be enough for this.",
        ).format(guest=material.name(guest), body=material.name(bodies[0]))
    for place in material.meeting_places(shared):
        inside = [each for each in pair if place in material.ground.meets_in.get(each, ())]
        if inside:
            return Text(
                de="{inside} wirkt in {place} mit; dort könnten sich beide treffen.",
                en="{inside} takes part in {place}; both could meet there.",
            ).format(inside=material.name(inside[0]), place=material.name(place))
    return None
