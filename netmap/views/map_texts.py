"""What the page of the map says around the drawing, in both languages."""

from __future__ import annotations

from netmap.language import Language, Text
from netmap.views.layout_places import BandKind
from netmap.views.map_choice_texts import CHOICE_SCRIPT_TEXTS, CHOICE_TEXTS
from netmap.views.map_edit_texts import EDIT_TEXTS

BAND_TITLES = {
    BandKind.POLITICAL: Text(de="Politische Ebene", en="Political level"),
    BandKind.STEERING: Text(de="Steuernde Ebene", en="Steering level"),
    BandKind.OPERATIONAL: Text(de="Operative Ebene", en="Operational level"),
    BandKind.AD_HOC: Text(de="Ad hoc", en="Ad hoc"),
    BandKind.LEVEL_UNKNOWN: Text(
        de="Gremien, deren Ebene nicht erfasst ist", en="Bodies whose level is not recorded"
    ),
    BandKind.NO_SEAT: Text(
        de="Verbunden, ohne erfassten Sitz in einem Gremium",
        en="Connected, no seat in a body recorded",
    ),
    BandKind.ISOLATED: Text(de="Noch keine Verbindung erfasst", en="No tie recorded yet"),
}

_TEXTS = {
    "map": Text(de="Netzwerkkarte", en="Network map"),
    "as_of": Text(de="Stand: {date}", en="As of {date}"),
    "sizes": Text(
        de="{bodies} Gremien, {organizations} weitere Organisationen, {persons} Personen und "
        "Funktionen, {ties} Verbindungen",
        en="{bodies} bodies, {organizations} other organisations, {persons} persons and "
        "functions, {ties} ties",
    ),
    "left_out": Text(
        de="Gezeichnet sind {drawn} von {everybody} Akteuren: die Gremien und wer die meisten "
        "Verbindungen hat. Alle anderen stehen in den Listen, jeder mit seiner Umgebung auf einer "
        "eigenen Seite.",
        en="Drawn are {drawn} of {everybody} actors: the bodies and whoever has most ties. All "
        "others are in the lists, each with its surroundings on a page of its own.",
    ),
    "compared": Text(de="Verglichen mit {date}", en="Compared with {date}"),
    "not_there": Text(de="damals nicht dabei", en="not there then"),
    "only_here": Text(de="Nur auf dieser Karte", en="On this map only"),
    "only_there": Text(de="Nur auf der anderen", en="On the other one only"),
    "nobody_else": Text(de="niemand", en="nobody"),
    "same_places": Text(
        de="Verglichen mit {date}: Wer auch dort dabei ist, steht auf beiden Karten gleich.",
        en="Compared with {date}: whoever is there as well stands in the same place on both maps.",
    ),
    "drawing": Text(de="Zeichnung des Netzwerks", en="Drawing of the network"),
    "drawing_help": Text(
        de="Klick auf ein Zeichen zeigt seine Verbindungen. Ziehen verschiebt, Strg und Mausrad "
        "vergrößern. Mit der Tastatur: Pfeiltasten, Plus, Minus, 0 für die ganze Karte, Escape "
        "hebt die Auswahl auf. Alles, was die Zeichnung zeigt, steht auch in den Tabellen "
        "darunter.",
        en="Click a mark to see its ties. Drag to move, Ctrl and mouse wheel to zoom. By "
        "keyboard: arrow keys, plus, minus, 0 for the whole map, Escape to clear the selection. "
        "Everything that the drawing shows is in the tables below as well.",
    ),
    "no_script": Text(
        de="Die Zeichnung braucht JavaScript. Die Tabellen zeigen dieselben Angaben.",
        en="The drawing needs JavaScript. The tables show the same.",
    ),
    "nobody": Text(
        de="Zu diesem Stand ist niemand erfasst. Ein anderes Datum zeigt vielleicht mehr; ein "
        "Import ergänzt, was fehlt.",
        en="Nobody is recorded at this date. Another date may show more; an import adds what is "
        "missing.",
    ),
    "search": Text(de="Suchen und zeigen", en="Find and show"),
    "search_hint": Text(de="Name, Funktion, Art oder Thema", en="Name, function, kind or topic"),
    "hits": Text(de="Treffer", en="Hits"),
    "no_hits": Text(de="Keine Treffer", en="No hits"),
    "hit_count": Text(de="{count} Treffer", en="{count} hits"),
    "hits_cut": Text(
        de="Die ersten {shown} von {count} Treffern", en="The first {shown} of {count} hits"
    ),
    "tools": Text(de="Ansicht", en="View"),
    "zoom_in": Text(de="Vergrößern", en="Zoom in"),
    "zoom_out": Text(de="Verkleinern", en="Zoom out"),
    "fit": Text(de="Ganze Karte", en="Whole map"),
    "larger": Text(de="Größere Schrift", en="Larger text"),
    "smaller": Text(de="Kleinere Schrift", en="Smaller text"),
    "full_screen": Text(de="Vollbild", en="Full screen"),
    "legend": Text(de="Legende: was zu sehen ist", en="Legend: what is shown"),
    "legend_actors": Text(de="Wer", en="Who"),
    "legend_ties": Text(de="Verbindungen", en="Ties"),
    "legend_hint": Text(
        de="Haken entfernen blendet aus. Ein ausgewählter Akteur zeigt immer alle seine "
        "Verbindungen.",
        en="Remove a tick to hide. A selected actor always shows all its ties.",
    ),
    "legend_size": Text(
        de="Gremien: je mehr Mitglieder, desto größer das Zeichen.",
        en="Bodies: the more members, the larger the mark.",
    ),
    "panel": Text(de="Auswahl und Hinweise", en="Selection and findings"),
    "panel_empty": Text(
        de="Ein Zeichen anklicken oder einen Namen suchen, um Verbindungen zu sehen.",
        en="Click a mark or search for a name to see ties.",
    ),
    "clear": Text(de="Auswahl aufheben", en="Clear selection"),
    "no_ties": Text(
        de="Noch keine Verbindung erfasst. Stimmt das?", en="No tie recorded yet. Is that so?"
    ),
    "selected": Text(
        de="Ausgewählt: {name}, {noun}, {count} Verbindungen",
        en="Selected: {name}, {noun}, {count} ties",
    ),
    "selected_one": Text(
        de="Ausgewählt: {name}, {noun}, 1 Verbindung", en="Selected: {name}, {noun}, 1 tie"
    ),
    "cleared": Text(de="Auswahl aufgehoben", en="Selection cleared"),
    "finding_shown": Text(
        de="Hinweis gezeigt: {title}, {count} Beteiligte",
        en="Finding shown: {title}, {count} involved",
    ),
    "well": Text(de="Was gut läuft", en="What works well"),
    "suggestions": Text(de="Anregungen zum Gespräch", en="Suggestions to talk about"),
    "shown_of": Text(de="{shown} von {total}", en="{shown} of {total}"),
    "findings_here": Text(de="Hinweise dazu", en="Findings about it"),
    "evidence": Text(de="Worauf das beruht", en="What this stands on"),
    "involved": Text(de="Beteiligte", en="Who is involved"),
    "show_on_map": Text(de="Auf der Karte zeigen", en="Show on the map"),
    "tables": Text(de="Alle Angaben als Tabelle", en="Everything as a table"),
    "table_bodies": Text(de="Gremien", en="Bodies"),
    "table_organizations": Text(de="Organisationen", en="Organisations"),
    "table_persons": Text(de="Personen und Funktionen", en="Persons and functions"),
    "name": Text(de="Name", en="Name"),
    "type": Text(de="Art", en="Type"),
    "level": Text(de="Ebene", en="Level"),
    "function": Text(de="Funktion", en="Function"),
    "sector": Text(de="Bereich", en="Sector"),
    "topics": Text(de="Themen", en="Topics"),
    "members": Text(de="Sitze und Mitglieder", en="Seats and members"),
    "seats": Text(de="Sitze", en="Seats"),
    "ties": Text(de="Weitere Verbindungen", en="Other ties"),
    "not_recorded": Text(de="nicht erfasst", en="not recorded"),
    "provenance": Text(de="Zur Herkunft der Angaben", en="Where this comes from"),
    "sources": Text(de="Angaben aus: {sources}.", en="Taken from: {sources}."),
    "more_sources": Text(de="{count} weitere Quellen", en="{count} more sources"),
    "unrecorded": Text(
        de="Gezeigt wird, was zu diesem Stand erfasst ist. Eine nicht erfasste Verbindung ist "
        "nicht unbedingt eine fehlende. Alle Hinweise sind Anregungen zum Gespräch: bitte "
        "bestätigen, ergänzen oder berichtigen.",
        en="Shown is what is recorded at this date. A tie that is not recorded is not "
        "necessarily missing. All findings are suggestions to talk about: please confirm, "
        "supplement or revise.",
    ),
    "placing": Text(
        de="Gremien stehen nach Ebenen in Bändern; Personen und Organisationen stehen um das "
        "Gremium, das sie leiten oder in dem sie sitzen. Der Abstand ist kein Maß für Nähe.",
        en="Bodies stand in bands by level; persons and organisations stand around the body that "
        "they lead or sit in. Distance does not measure closeness.",
    ),
    "placing_free": Text(
        de="Wer verbunden ist, wird zusammengezogen, alle anderen stoßen sich ab. Der Abstand ist "
        "nur ein ungefähres Maß für Nähe; wo jemand steht, hat sonst keine Bedeutung.",
        en="Ties pull together, all others are pushed apart. Distance is a rough measure of "
        "closeness at best; where anybody stands means nothing else.",
    ),
    "made_with": Text(
        de="Erstellt mit netmap {version}, Datenstand {revision}. Die Karte kann Namen von "
        "Personen enthalten: Nur weitergeben, an wen sie gerichtet ist.",
        en="Made with netmap {version}, data revision {revision}. The map may hold names of "
        "persons: pass it on only to those it is meant for.",
    ),
}


def texts(language: Language) -> dict[str, str]:
    """All texts in one language; braces hold what is filled in later."""
    known = {**_TEXTS, **CHOICE_TEXTS, **EDIT_TEXTS}
    return {name: text.in_language(language) for name, text in known.items()}


# What the scripts say; the rest stands in the page.
SCRIPT_TEXTS = (
    *CHOICE_SCRIPT_TEXTS,
    "no_hits",
    "hit_count",
    "hits_cut",
    "panel_empty",
    "clear",
    "no_ties",
    "selected",
    "selected_one",
    "cleared",
    "finding_shown",
    "well",
    "suggestions",
    "shown_of",
    "findings_here",
    "evidence",
    "involved",
    "show_on_map",
    "sector",
    "topics",
    "type",
    "function",
)
