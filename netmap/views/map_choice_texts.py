"""What the map says of choosing what it shows, in both languages."""

from __future__ import annotations

from netmap.language import Text
from netmap.views.map_choice import Colour, Layer

COLOUR_TITLES = {
    Colour.LEVEL: Text(de="Ebene", en="Level"),
    Colour.KIND: Text(de="Art", en="Kind"),
    Colour.SECTOR: Text(de="Bereich", en="Sector"),
}
KIND_TITLES = {
    "body": Text(de="Gremien", en="Bodies"),
    "organization": Text(de="Organisationen", en="Organisations"),
    "person": Text(de="Personen und Funktionen", en="Persons and functions"),
}
LAYER_TITLES = {
    Layer.OVERLAPS: Text(de="Mögliche Überschneidungen", en="Possible overlaps"),
    Layer.ISOLATES: Text(de="Wenig verbunden", en="Hardly connected"),
    Layer.MISSING: Text(de="Austausch nicht erfasst", en="Exchange not recorded"),
}
CHOICE_TEXTS = {
    "choose": Text(de="Auswählen, was zu sehen ist", en="Choose what is shown"),
    "who": Text(de="Wer", en="Who"),
    "levels": Text(de="Ebene", en="Level"),
    "sectors": Text(de="Bereich", en="Sector"),
    "colour_by": Text(de="Farbe und Form nach", en="Colour and shape by"),
    "topic": Text(de="Thema", en="Topic"),
    "every_topic": Text(de="Alle Themen", en="All topics"),
    "in_houses": Text(
        de="Personen in ihren Organisationen zeigen", en="Show persons inside their organisations"
    ),
    "layers": Text(de="Hinweise einzeichnen", en="Draw findings"),
    "apply": Text(de="Anwenden", en="Apply"),
    "reset": Text(de="Alles zeigen", en="Show everything"),
    "shown": Text(
        de="Gezeigt: {bodies} Gremien, {organizations} weitere Organisationen, {persons} Personen "
        "und Funktionen.",
        en="Shown: {bodies} bodies, {organizations} other organisations, {persons} persons and "
        "functions.",
    ),
    "nobody_shown": Text(
        de="Niemand entspricht dieser Auswahl. „Alles zeigen“ hebt sie auf.",
        en="Nobody matches this choice. “Show everything” takes it back.",
    ),
    "level_hint": Text(
        de="Ebene zeigt die Gremien der Ebene und alle, die darin sitzen; Thema zeigt, wer daran "
        "arbeitet oder in einem Gremium sitzt, das es tut.",
        en="Level shows the bodies of the level and whoever sits in one; topic shows who works on "
        "it or sits in a body that does.",
    ),
    "focus": Text(de="Umgebung zeigen", en="Show surroundings"),
    "focus_on": Text(de="Umgebung von {name}", en="Surroundings of {name}"),
    "focus_steps": Text(de="Wie weit", en="How far"),
    "steps_1": Text(de="direkt verbunden", en="directly tied"),
    "steps_2": Text(de="über eine Station", en="with one between"),
    "focus_end": Text(de="Ganze Karte zeigen", en="Show the whole map"),
    "path_from": Text(de="Weg zu jemandem suchen", en="Find a way to somebody"),
    "path_asked": Text(
        de="Weg von {name}: jetzt das Ziel anklicken oder suchen. Escape bricht ab.",
        en="Way from {name}: now click or search for its end. Escape stops.",
    ),
    "path": Text(de="Weg von {name} zu {other}", en="Way from {name} to {other}"),
    "path_steps_one": Text(de="Direkt verbunden.", en="Tied directly."),
    "path_steps": Text(
        de="Ein kürzester Weg über {count} Verbindungen; es kann weitere geben.",
        en="One shortest way of {count} ties; there may be others.",
    ),
    "path_none": Text(
        de="Zwischen beiden ist kein Weg erfasst.", en="No way between the two is recorded."
    ),
    "stands_for": Text(
        de="{count} Personen sind hier eingeklappt.", en="{count} persons are folded in here."
    ),
    "evidence_link": Text(de="Hinweis mit Belegen öffnen", en="Open the finding with its evidence"),
    "actor_link": Text(de="Seite öffnen", en="Open page"),
}
CHOICE_SCRIPT_TEXTS = (
    "shown",
    "nobody_shown",
    "focus",
    "focus_on",
    "steps_1",
    "steps_2",
    "focus_end",
    "path_from",
    "path_asked",
    "path",
    "path_steps_one",
    "path_steps",
    "path_none",
    "stands_for",
    "evidence_link",
    "actor_link",
)
