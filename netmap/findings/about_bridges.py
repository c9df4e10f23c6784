"""Findings about links that hang on one person: appreciation, and a question about a deputy."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.bridges import Bridge, bridges
from netmap.analyses.representation import ActorType
from netmap.findings.finding import Finding, Subject, SubjectType, finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, labelled, names, quoted
from netmap.language import Text

_SMALL_NUMBERS = {
    2: Text(de="zwei", en="two"),
    3: Text(de="drei", en="three"),
    4: Text(de="vier", en="four"),
    5: Text(de="fünf", en="five"),
    6: Text(de="sechs", en="six"),
}


def important_bridges(material: Material) -> Iterator[Finding]:
    """Persons on whom a link hangs, by their function where one is recorded."""
    found = bridges(material.network, min_part=material.thresholds.bridge_min_part)
    persons = [row for row in found if row.types == (ActorType.PERSON,)]
    for row in sorted(persons, key=lambda row: (row.names[0].casefold(), row.ids)):
        if material.spoken_of(material.index(row.ids[0])):
            yield _bridge(material, row)


def _bridge(material: Material, row: Bridge) -> Finding:
    count = len(row.parts) + 1
    far = [name for part in row.parts for name in material.names_of(part)]
    statement = Text(
        de="Wichtige Brücke: {name} verbindet {count} Teile des Netzwerks. So {verb} {far} "
        "mit den übrigen verbunden.",
        en="Important bridge: {name} connects {count} parts of the network. So {far} {verb} "
        "connected with the rest.",
    ).format(
        name=quoted(row.names[0]),
        count=_SMALL_NUMBERS.get(count, Text(de=str(count), en=str(count))),
        far=names(far, most=NAMES_IN_SENTENCE),
        verb=Text(de="ist", en="is") if len(far) == 1 else Text(de="sind", en="are"),
    )
    question = Text(
        de="Könnte eine Vertretung entlasten? Der Kontakt könnte dann auch bei Urlaub oder "
        "Wechsel bestehen bleiben, und beide Seiten könnten sich auf ihn verlassen.",
        en="Could a deputy be a relief? The contact could then last through holidays and changes "
        "of post, and both sides could rely on it.",
    )
    evidence = [
        labelled(
            Text(de="{name} ist verbunden mit", en="{name} is tied to").format(
                name=quoted(row.names[0])
            ),
            names(material.names_of(row.near_ids)),
        ),
        *(
            labelled(
                Text(
                    de="Über keinen anderen erfassten Weg mit dem größten Teil verbunden ({count})",
                    en="Connected with the largest part in no other recorded way ({count})",
                ).format(count=len(part)),
                names(material.names_of(part)),
            )
            for part in row.parts
        ),
        Text(
            de="Organisationen und Gremien im größten Teil: {count}",
            en="Organisations and bodies in the largest part: {count}",
        ).format(count=row.main_size),
    ]
    return finding(
        FindingKind.BRIDGE,
        [Subject(id=row.ids[0], name=row.names[0], type=SubjectType.PERSON)],
        [statement, question],
        evidence=evidence,
        strength=row.strength,
        thresholds=material.thresholds,
    )
