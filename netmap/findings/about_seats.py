"""Findings about partners with a seat but no recorded exchange, and the reverse."""

from __future__ import annotations

from netmap.analyses.isolation.rows import Isolate
from netmap.findings.go_betweens import first_step
from netmap.findings.isolation_parts import Parts
from netmap.findings.material import Material
from netmap.findings.words import NAMES_IN_SENTENCE, labelled, names
from netmap.language import Text


def seat_without_exchange(material: Material, row: Isolate) -> Parts:
    """Who takes part in bodies, and of whom no exchange besides is recorded."""
    actor = material.index(row.id)
    rooms = material.names(sorted(material.ground.meets_in.get(actor, ())))
    statement = Text(
        de="{name} wirkt in {rooms} mit; Austausch außerhalb der Sitzungen ist noch nicht "
        "erfasst. Gibt es ihn?",
        en="{name} takes part in {rooms}; exchange outside the meetings is not recorded yet. Is "
        "there any?",
    ).format(name=material.name(actor), rooms=names(rooms, most=NAMES_IN_SENTENCE, dative=True))
    gain = Text(
        de="Eine feste Ansprechperson könnte beiden Seiten helfen: kurze Wege für {name}, frühe "
        "Rückmeldung für die anderen.",
        en="A fixed contact person could help both sides: quick answers for {name}, early "
        "feedback for the others.",
    ).format(name=material.name(actor))
    return [statement, gain], [
        labelled(Text(de="Sitze in", en="Seats in"), names(rooms)),
        *first_step(row.bridge, material.name(actor)),
    ]


def exchange_without_seat(material: Material, row: Isolate) -> Parts:
    """Who is in exchange, and of whom no seat is recorded."""
    actor = material.index(row.id)
    partners = material.in_exchange_with[actor]
    others = material.names(each for each in partners if material.spoken_of(each))
    statement = Text(
        de="{name} steht im Austausch mit {others}; ein Sitz in einem Gremium ist nicht erfasst. "
        "Ist das so gewollt?",
        en="{name} is in exchange with {others}; a seat in a body is not recorded. Is this "
        "intended?",
    ).format(name=material.name(actor), others=names(others, most=NAMES_IN_SENTENCE, dative=True))
    places = material.meeting_places(material.topics.get(actor, set()))[:1]
    if places:
        gain = Text(
            de="Ein Gastbeitrag in {place} könnte beiden nützen: {name} könnte eigene Themen "
            "einbringen, das Gremium eine weitere Sicht gewinnen.",
            en="A contribution as a guest in {place} could be of use to both: {name} could bring "
            "in its own topics, and the body could gain another view.",
        ).format(place=material.name(places[0]), name=material.name(actor))
    else:
        gain = Text(
            de="Ein Gastbeitrag in einem bestehenden Gremium könnte beiden Seiten nützen.",
            en="A contribution as a guest in an existing body could be of use to both sides.",
        )
    return [statement, gain], [
        labelled(Text(de="Austausch mit", en="Exchange with"), names(others)),
        *first_step(row.bridge, material.name(actor)),
    ]
