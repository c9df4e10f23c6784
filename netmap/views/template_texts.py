"""What the template workbook says on its first sheet."""

from __future__ import annotations

from netmap.language import Text

TITLE = Text(de="Vorlage für ein Netzwerk", en="Template for a network")

GUIDE = (
    Text(
        de="Jedes Blatt steht für eine Art von Einträgen. Kein Blatt und fast keine Spalte muss "
        "ausgefüllt werden: Was fehlt, gilt als unbekannt, nicht als „nein“.",
        en="Each sheet stands for one kind of records. No sheet and hardly any column has to be "
        'filled: what is missing counts as unknown, not as "no".',
    ),
    Text(
        de="Spalten mit * müssen ausgefüllt sein, damit eine Zeile etwas aussagt. Bei Personen "
        "genügt der Name oder, wo er nicht gespeichert werden soll, die Funktion.",
        en="Columns with * must be filled for a row to say anything. For persons the name is "
        "enough or, where it should not be stored, the function.",
    ),
    Text(
        de="Andere Blätter nennen Personen, Organisationen, Gremien und Themen mit ihrem Namen. "
        "Nur wo ein Name mehrmals vorkommt, braucht es eine ID.",
        en="Other sheets refer to persons, organisations, bodies and topics by name. An id is "
        "needed only where a name occurs more than once.",
    ),
    Text(
        de="Mehrere Angaben in einer Zelle trennt ein Semikolon (;). Daten dürfen ungenau sein: "
        "2024, 12/2024 oder 31.12.2024.",
        en="A semicolon (;) separates several values in one cell. Dates may be incomplete: 2024, "
        "12/2024 or 2024-12-31.",
    ),
    Text(
        de="Die grauen Zeilen mit „Beispiel“ in der Spalte ID zeigen, wie es gemeint ist; beim "
        "Import werden sie übergangen. Sie können gelöscht werden.",
        en='The grey rows with "Example" in the column ID show what is meant; an import passes '
        "them over. They may be deleted.",
    ),
    Text(
        de="Spalten dürfen fehlen, anders geordnet sein oder hinzukommen: Unbekannte Spalten "
        "bleiben als weitere Angaben erhalten.",
        en="Columns may be missing, in another order, or added: unknown columns are kept as open "
        "attributes.",
    ),
    Text(
        de="Einlesen: netmap import DATEI.xlsx --network KENNUNG. Mit --dry-run zeigt netmap "
        "zuerst, was sich ändern würde.",
        en="To read it: netmap import FILE.xlsx --network ID. With --dry-run netmap first shows "
        "what would change.",
    ),
)

SHEET = Text(de="Blatt", en="Sheet")
COLUMN = Text(de="Spalte", en="Column")
ENTER = Text(de="Was hineingehört", en="What to enter")
OFFERED = Text(de="Auswahl", en="Choices")
EXAMPLE = Text(de="Beispiel", en="Example")
NEEDED = Text(de="Pflichtangabe.", en="Required.")
OTHERS_ALLOWED = Text(
    de="Auswählen oder eintippen; andere Schreibweisen und Namen sind möglich.",
    en="Choose or type; other spellings and names are possible.",
)
