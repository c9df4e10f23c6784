"""What a reader can check by hand about bodies that overlap: names, numbers, hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import shorten

from netmap.analyses.overlaps.hours import FreedHours
from netmap.analyses.overlaps.structure import StructureOverlap
from netmap.findings.material import Material
from netmap.findings.overlap_words import KIND_NAMES, hours_texts, of_all, reason_texts
from netmap.findings.words import facts, labelled, listed, names, number, quoted, sentences
from netmap.language import Text, same

_LONGEST = 200
"""Characters of a purpose that a line of evidence quotes."""


def pair_evidence(
    material: Material,
    row: StructureOverlap,
    hours: FreedHours | None,
    *,
    organizations: bool = True,
) -> Iterator[Text]:
    """What two bodies have in common, what each has, and why the overlap is of its kind.

    Args:
        material: Where both are looked up.
        row: The pair.
        hours: Hours to show; ``None`` where none fit what is suggested.
        organizations: Also what they have in common by organisations.
    """
    pair = [material.index(body) for body in row.bodies]
    parts = [(row.members, Text(de="Mitglieder", en="members"))]
    if organizations:
        parts.append((row.organizations, Text(de="Organisationen", en="organisations")))
    for part, noun in parts:
        if not part.shared:
            continue
        label = Text(de="Gemeinsame {noun} ({of})", en="Common {noun} ({of})")
        yield labelled(label.format(noun=noun, of=of_all(part)), names(part.shared_names))
        yield labelled(
            Text(de="{noun} gesamt", en="All {noun}").format(noun=noun),
            listed(
                [
                    sentences(quoted(name), same(str(size)))
                    for name, size in zip(row.names, part.sizes, strict=True)
                ]
            ),
        )
    if row.hours and row.hours.members_in_all not in {None, row.members.shared}:
        yield labelled(
            Text(
                de="Davon in beiden mit regulärem Sitz, also nicht als Stellvertretung oder Gast",
                en="Of them with an ordinary seat in both, neither as a deputy nor as a guest",
            ),
            same(str(row.hours.members_in_all)),
        )
    yield labelled(
        Text(de="Art der Überschneidung", en="Kind of overlap"),
        facts([KIND_NAMES[row.kind], *reason_texts(row)]),
    )
    yield from recorded(material, pair)
    yield from hours_texts(hours)


def recorded(material: Material, bodies: Iterable[int]) -> Iterator[Text]:
    """What is recorded of the task of some bodies, and how often each meets."""
    bodies = list(bodies)
    for label, field in (
        (Text(de="Themen", en="Topics"), "topics"),
        (Text(de="Funktionen", en="Functions"), "functions"),
        (Text(de="Zielgruppen", en="Target groups"), "target_groups"),
        (Text(de="Zweck", en="Purpose"), "purpose"),
        (Text(de="Zuständigkeit", en="Competence"), "competence"),
        (Text(de="Rechtsgrundlage", en="Legal basis"), "legal_basis"),
    ):
        for body in bodies:
            texts = _texts(material, body, field)
            if texts:
                whose = Text(de="{label} von {body}", en="{label} of {body}")
                yield labelled(whose.format(label=label, body=material.name(body)), names(texts))
    for body in bodies:
        meetings = material.value(body, "meetings_per_year")
        if meetings is not None:
            whose = Text(de="Sitzungen im Jahr, {body}", en="Meetings a year, {body}")
            yield labelled(whose.format(body=material.name(body)), number(meetings))


def _texts(material: Material, body: int, field: str) -> list[str]:
    if field == "topics":
        return material.topic_names(material.topics.get(body, set()))
    value = material.value(body, field)
    if isinstance(value, str):
        return [shorten(value, _LONGEST, placeholder=" …")] if value else []
    return list(value or ())
