"""What the map says where it can be changed, in both languages."""

from __future__ import annotations

from netmap.language import Language, Text

_SCRIPTS = {
    "change": Text(de="Ändern", en="Change"),
    "change_tie": Text(de="Ändern: {title} {name}", en="Change: {title} {name}"),
    "draw_tie": Text(de="Verbindung ziehen", en="Draw a tie"),
    "ask_start": Text(
        de="Wo beginnt die Verbindung? Bitte in der Zeichnung anklicken, suchen oder in der "
        "Tabelle wählen.",
        en="Where does the tie begin? Please click it in the drawing, search for it or choose it "
        "in the table.",
    ),
    "ask_end": Text(
        de="Verbindung von {name}: jetzt das andere Ende anklicken, suchen oder in der Tabelle "
        "wählen.",
        en="Tie from {name}: now click its other end, search for it or choose it in the table.",
    ),
    "ask_stops": Text(de="Escape bricht ab.", en="Escape stops."),
    "ask_other": Text(
        de="{name} ist schon der Anfang. Bitte ein anderes Ende wählen.",
        en="{name} is the start already. Please choose another end.",
    ),
    "ask_kind": Text(
        de="Was verbindet {name} und {other}?", en="What ties {name} and {other} together?"
    ),
    "kind_seat": Text(de="{name} sitzt in {other}", en="{name} sits in {other}"),
    "kind_exchange": Text(de="Austausch zwischen beiden", en="Exchange between the two"),
    "kind_works_for": Text(de="{name} arbeitet für {other}", en="{name} works for {other}"),
    "kind_part_of": Text(de="{name} ist Teil von {other}", en="{name} is part of {other}"),
    "kind_reporting": Text(de="{name} berichtet an {other}", en="{name} reports to {other}"),
    "cancel": Text(de="Abbrechen", en="Cancel"),
    "stopped": Text(de="Abgebrochen", en="Stopped"),
    "form_opening": Text(de="Formular wird geladen …", en="The form is being opened …"),
    "form_opened": Text(de="Formular neben der Karte: {title}", en="Form beside the map: {title}"),
    "form_closed": Text(de="Formular geschlossen", en="Form closed"),
    "form_refused": Text(
        de="Das hat nicht geklappt; es wurde nichts gespeichert.",
        en="That did not work; nothing has been saved.",
    ),
    "form_apart": Text(de="Als eigene Seite öffnen", en="Open it as a page"),
    "unsaved": Text(
        de="Noch nicht gespeichert. Noch einmal Escape oder Abbrechen verwirft die Angaben.",
        en="Not saved yet. Escape or Cancel once more discards what you typed.",
    ),
    "saving": Text(de="Wird gespeichert …", en="Being saved …"),
    "saved_told": Text(de="Gespeichert. {words}", en="Saved. {words}"),
}
EDIT_TEXTS = {
    **_SCRIPTS,
    "edit_tools": Text(de="Eintragen", en="Enter"),
    "new_body": Text(de="Neues Gremium", en="New body"),
    "new_organization": Text(de="Neue Organisation", en="New organisation"),
    "new_person": Text(de="Neue Person", en="New person"),
    "new_membership": Text(de="Neuer Sitz", en="New seat"),
    "new_exchange_tie": Text(de="Neuer Austausch", en="New exchange"),
    "new_reporting_line": Text(de="Neuer Berichtsweg", en="New reporting line"),
    "edit_today": Text(
        de="Heutigen Stand zeigen, um etwas zu ändern", en="Show today's map to change something"
    ),
}


def edit_texts(language: Language) -> dict[str, str]:
    """What the scripts say; braces hold what is filled in later."""
    return {name: text.in_language(language) for name, text in _SCRIPTS.items()}
