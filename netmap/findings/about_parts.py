"""Findings about parts that hang together by themselves, on one person, one tie, or old reports."""

from __future__ import annotations

from netmap.analyses.isolation.rows import Isolate
from netmap.findings.go_betweens import OF_A_PART, contact, first_step, grounds
from netmap.findings.isolation_parts import Parts
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, date_text, labelled, names, quoted
from netmap.language import Text


def component(material: Material, row: Isolate) -> Parts:
    """A part of the network that is connected to nothing else, as far as recorded."""
    called = material.names_of(row.part_ids)
    statement = Text(
        de="Zwischen {names} und dem übrigen Netzwerk ist noch keine Verbindung erfasst. Stimmt "
        "das?",
        en="No tie between {names} and the rest of the network is recorded yet. Is that so?",
    ).format(names=names(called, most=NAMES_IN_SENTENCE, dative=True))
    gain = Text(
        de="Beide Seiten könnten früher erfahren, was die andere plant.",
        en="Both sides could hear earlier what the other plans.",
    )
    evidence = [
        labelled(
            Text(
                de="Untereinander verbunden ({count})", en="Tied among themselves ({count})"
            ).format(count=len(called)),
            names(called),
        ),
        *grounds(row.bridge, OF_A_PART),
    ]
    return [statement, contact(row.bridge), gain], evidence


def hangs_on_person(material: Material, row: Isolate) -> Parts:
    """A partner whose ties are all carried by one person."""
    near = material.names_of(row.part_ids)
    statement = Text(
        de="Alle {count} erfassten Verbindungen von {name} laufen über {via}. Könnte eine "
        "Vertretung entlasten?",
        en="All {count} recorded ties of {name} run over {via}. Could a deputy bring relief?",
    ).format(
        count=len(near), name=material.name(material.index(row.id)), via=quoted(row.via_name or "")
    )
    gain = Text(
        de="Die Verbindungen könnten dann auch in Urlaubszeiten und bei einem Wechsel bestehen.",
        en="Then the ties could last through holidays and a change of hands.",
    )
    return [statement, gain], [_tied_to(near)]


def hangs_on_tie(material: Material, row: Isolate) -> Parts:
    """A partner that is tied to one other alone."""
    name = material.name(material.index(row.id))
    statement = Text(
        de="Zu {name} ist eine einzige Verbindung erfasst: {via}. Gibt es weitere?",
        en="One tie of {name} is recorded: {via}. Are there more?",
    ).format(name=name, via=quoted(row.via_name or ""))
    gain = Text(
        de="Ein zweiter Kontakt könnte beide Seiten entlasten.",
        en="A second contact could relieve both sides.",
    )
    evidence = [_tied_to(material.names_of(row.part_ids)), *first_step(row.bridge, name)]
    return [statement, gain], evidence


def outdated(material: Material, row: Isolate) -> Parts:
    """A partner of which nothing was reported for long."""
    name, told = material.name(material.index(row.id)), date_text(row.reported_at or "")
    statement = Text(
        de="Die Angaben zu den Verbindungen von {name} haben den Stand {told}. Gelten sie noch?",
        en="What is recorded about the ties of {name} dates from {told}. Does it still hold?",
    ).format(name=name, told=told)
    gain = Text(
        de="Ein kurzer Abgleich könnte allen ein aktuelles Bild geben.",
        en="A short check could give all a picture that is up to date.",
    )
    evidence = [labelled(Text(de="Zuletzt gemeldet", en="Last reported"), told)]
    return [statement, gain], evidence


def _tied_to(near: list[str]) -> Text:
    label = Text(de="Verbunden mit ({count})", en="Tied to ({count})").format(count=len(near))
    return labelled(label, names(near))
