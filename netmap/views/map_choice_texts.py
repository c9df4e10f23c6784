"""What the map says of choosing what it shows, in both languages."""

from __future__ import annotations

from netmap.language import Text
from netmap.views.map_choice import Arrangement, Colour, Fold, Layer

COLOUR_TITLES = {
    Colour.LEVEL: Text(de="Ebene", en="Level"),
    Colour.KIND: Text(de="Art", en="Kind"),
    Colour.SECTOR: Text(de="Bereich", en="Sector"),
}
ARRANGEMENT_TITLES = {
    Arrangement.BANDS: Text(de="nach Ebenen", en="by levels"),
    Arrangement.FREE: Text(de="frei", en="free"),
}
FOLD_TITLES = {
    Fold.AUTO: Text(de="wenn es viele sind", en="where there are many"),
    Fold.NONE: Text(de="niemand", en="nobody"),
    Fold.HOUSES: Text(de="Personen in ihre Organisation", en="persons into their organisation"),
    Fold.CIRCLES: Text(de="alle in ihr Gremium", en="all into their body"),
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
    "choose": Text(de="Legende und Auswahl", en="Legend and choice"),
    "who": Text(de="Wer", en="Who"),
    "levels": Text(de="Ebene", en="Level"),
    "sectors": Text(de="Bereich", en="Sector"),
    "colour_by": Text(de="Farbe und Form nach", en="Colour and shape by"),
    "topic": Text(de="Thema", en="Topic"),
    "every_topic": Text(de="Alle Themen", en="All topics"),
    "fold": Text(de="Eingeklappt", en="Folded"),
    "arrange": Text(de="Anordnung", en="Arrangement"),
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
        de="{count} Akteure sind hier eingeklappt.", en="{count} actors are folded in here."
    ),
    "stands_for_one": Text(de="1 Akteur ist hier eingeklappt.", en="1 actor is folded in here."),
    "unfold": Text(de="Aufklappen", en="Unfold"),
    "fold_again": Text(de="Wieder einklappen", en="Fold again"),
    "folded": Text(de="{count} davon eingeklappt.", en="{count} of them folded."),
    "time": Text(de="Zeit", en="Time"),
    "time_hint": Text(
        de="Tage, an denen etwas beginnt oder endet", en="Days on which something begins or ends"
    ),
    "turn": Text(
        de="{date}: {begun} begonnen, {ended} beendet",
        en="{date}: {begun} begun, {ended} ended",
    ),
    "before_all": Text(de="Tag wählen", en="Choose a day"),
    "opening": Text(de="Karte wird geladen …", en="The map is being opened …"),
    "not_opened": Text(
        de="Die Karte ließ sich nicht laden. Bitte die Seite neu laden.",
        en="The map could not be opened. Please reload the page.",
    ),
    "move": Text(de="Anordnen", en="Arrange"),
    "move_on": Text(
        de="Anordnen an: Zeichen mit der Maus ziehen, oder auswählen und mit den Pfeiltasten "
        "verschieben. Bis die Anordnung gespeichert ist, merkt sie sich nur dieser Browser.",
        en="Arranging: drag marks with the mouse, or select one and move it with the arrow keys. "
        "Until the arrangement is saved, this browser alone keeps it.",
    ),
    "move_off": Text(de="Anordnen beendet", en="Arranging ended"),
    "unmove": Text(de="Plätze zurücksetzen", en="Put places back"),
    "unmoved": Text(de="Alle stehen wieder am alten Platz", en="Everybody stands where they were"),
    "pin": Text(de="Anordnung speichern", en="Keep this arrangement"),
    "pin_named": Text(
        de="Bitte der Ansicht einen Namen geben und speichern.",
        en="Please give the view a name, and save it.",
    ),
    "view_copied": Text(de="Link kopiert", en="Link copied"),
    "view_here": Text(
        de="Der Link steht zum Kopieren im Feld.", en="The link stands in the field, to be copied."
    ),
    "view_remove": Text(
        de="Ansicht {name} aus diesem Browser entfernen",
        en="Remove the view {name} from this browser",
    ),
    "view_take": Text(de="Im Netzwerk speichern", en="Keep with the network"),
    "view_removed": Text(de="Ansicht entfernt: {name}", en="View removed: {name}"),
    "open_tables": Text(de="Tabellen öffnen", en="Open the tables"),
    "picture": Text(de="Als Bild speichern (PNG)", en="Save as picture (PNG)"),
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
    "stands_for_one",
    "unfold",
    "fold_again",
    "folded",
    "turn",
    "before_all",
    "opening",
    "not_opened",
    "move_on",
    "move_off",
    "unmoved",
    "pin_named",
    "view_copied",
    "view_here",
    "view_remove",
    "view_take",
    "view_removed",
    "evidence_link",
    "actor_link",
)
