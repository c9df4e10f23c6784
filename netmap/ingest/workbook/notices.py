"""What the workbook reader says about its sheets and rows."""

from __future__ import annotations

from netmap.ingest.notices import Notice
from netmap.ingest.problems import Severity
from netmap.language import Text

NO_IDENTITY = Notice(
    code="ingest.no_identity",
    severity=Severity.ERROR,
    cause=Text(
        de="In dieser Zeile fehlt {missing}; ohne das ist nicht zu sagen, wovon sie handelt.",
        en="This row lacks {missing}; without it nobody can say what the row is about.",
    ),
    remedy=Text(de="Die Angabe ergänzen oder die Zeile löschen.", en="Add it, or delete the row."),
)
COLUMN_MISSING = Notice(
    code="ingest.column_missing",
    severity=Severity.ERROR,
    cause=Text(
        de="Auf diesem Blatt fehlt eine Spalte für {missing}.",
        en="This sheet has no column for {missing}.",
    ),
    remedy=Text(
        de="In der Titelzeile die Spalte „{title}“ ergänzen oder richtig benennen.",
        en='Add the column "{title}" to the line of titles, or name it so.',
    ),
)
VACANT = Notice(
    code="ingest.vacant_seat",
    severity=Severity.WARNING,
    cause=Text(
        de="„{name}“ steht für einen unbesetzten Sitz; er wurde nicht übernommen.",
        en='"{name}" stands for a vacant seat; it was not taken over.',
    ),
    remedy=Text(
        de="Ist nur der Name nicht bekannt, die Organisation oder Funktion angeben.",
        en="If only the name is not known, give the organisation or the function.",
    ),
)
DANGLING = Notice(
    code="ingest.dangling_reference",
    severity=Severity.WARNING,
    cause=Text(
        de="Der Verweis auf „{reference}“ führt zu keinem Eintrag der Datei (Verweise: {count}).",
        en='The reference to "{reference}" leads to no record in the file (references: {count}).',
    ),
    remedy=Text(
        de="Die Schreibweise prüfen oder den Eintrag ergänzen; bis dahin steht ein Platzhalter "
        "mit diesem Namen.",
        en="Check how it is written, or add the record; until then a placeholder with this name "
        "stands for it.",
    ),
)
AMBIGUOUS = Notice(
    code="ingest.ambiguous_reference",
    severity=Severity.WARNING,
    cause=Text(
        de="„{reference}“ kann Verschiedenes meinen: {candidates}.",
        en='"{reference}" may mean different records: {candidates}.',
    ),
    remedy=Text(
        de="Die gemeinte Kennung statt des Namens angeben; bis dahin steht ein eigener Eintrag "
        "mit diesem Namen.",
        en="Give the id meant instead of the name; until then a record of its own with this name "
        "stands for it.",
    ),
)
UNCLEAR = Notice(
    code="ingest.value_unclear",
    severity=Severity.WARNING,
    cause=Text(
        de="{cause} Der Wortlaut steht in den weiteren Angaben.",
        en="{cause} The words stand among the open attributes.",
    ),
    remedy=Text(de="{remedy}", en="{remedy}"),
)
END_BEFORE_START = Notice(
    code="ingest.end_before_start",
    severity=Severity.WARNING,
    cause=Text(
        de="Das Ende ({end}) liegt vor dem Beginn ({start}); beide gelten als unbekannt und "
        "stehen in den weiteren Angaben.",
        en="The end ({end}) lies before the start ({start}); both count as unknown and stand "
        "among the open attributes.",
    ),
    remedy=Text(
        de="Die beiden Daten berichtigen und erneut importieren.",
        en="Correct both dates and import again.",
    ),
)
NAMED_BY_ID = Notice(
    code="ingest.named_by_id",
    severity=Severity.WARNING,
    cause=Text(
        de="Der Eintrag hat keinen Namen; er heißt nach seiner Kennung „{name}“.",
        en='The record has no name; it is called by its id "{name}".',
    ),
    remedy=Text(de="Den Namen ergänzen.", en="Add the name."),
)
REPEATED_ID = Notice(
    code="ingest.repeated_id",
    severity=Severity.WARNING,
    cause=Text(
        de="Die Kennung „{id}“ steht schon in Zeile {line} bei „{name}“; diese Zeile wurde als "
        "eigener Eintrag übernommen.",
        en='The id "{id}" already stands in line {line} with "{name}"; this row was taken over as '
        "a record of its own.",
    ),
    remedy=Text(
        de="Jedem Eintrag eine eigene Kennung geben.", en="Give every record an id of its own."
    ),
)
TOLD_TWICE = Notice(
    code="ingest.told_twice",
    severity=Severity.WARNING,
    cause=Text(
        de="Für „{name}“ steht in Zeile {line} schon eine andere Angabe; diese steht in den "
        "weiteren Angaben.",
        en='Line {line} already says something else for "{name}"; this stands among the open '
        "attributes.",
    ),
    remedy=Text(
        de="Nur eine der beiden Angaben stehen lassen.", en="Leave only one of the two in place."
    ),
)
LEADS_TO_ITSELF = Notice(
    code="ingest.leads_to_itself",
    severity=Severity.WARNING,
    cause=Text(
        de="„{name}“ verweist hier auf sich selbst; der Verweis steht in den weiteren Angaben.",
        en='"{name}" refers to itself here; the reference stands among the open attributes.',
    ),
    remedy=Text(de="Den Verweis berichtigen.", en="Correct the reference."),
)
SAME_NAME = Notice(
    code="ingest.same_name",
    severity=Severity.WARNING,
    cause=Text(
        de="„{name}“ steht schon in Zeile {line}, mit anderen Angaben; die Zeilen wurden als "
        "verschiedene Einträge übernommen.",
        en='"{name}" already stands in line {line} with other data; the rows were taken over as '
        "different records.",
    ),
    remedy=Text(
        de="Ist dasselbe gemeint, die Zeilen zusammenlegen; sonst Kennungen vergeben.",
        en="If the same is meant, merge the rows; otherwise give them ids.",
    ),
)
SAME_ROWS = Notice(
    code="ingest.same_rows",
    severity=Severity.NOTE,
    cause=Text(
        de="Zeilen, die andere wiederholen und nicht noch einmal zählen: {count}.",
        en="Rows that repeat others and do not count again: {count}.",
    ),
    remedy=Text(de="Es ist nichts zu tun.", en="There is nothing to do."),
)
COLUMN_TWICE = Notice(
    code="ingest.column_twice",
    severity=Severity.NOTE,
    cause=Text(
        de="Diese Spalte sagt dasselbe wie „{first}“; sie steht in den weiteren Angaben.",
        en='This column says the same as "{first}"; it stands among the open attributes.',
    ),
    remedy=Text(
        de="Soll sie gelten, die andere Spalte umbenennen oder löschen.",
        en="If this one is to count, rename or delete the other.",
    ),
)
LINES_ABOVE = Notice(
    code="ingest.lines_above_titles",
    severity=Severity.NOTE,
    cause=Text(
        de="Die Zeilen über der Titelzeile {line} wurden nicht übernommen.",
        en="The lines above the line of titles, {line}, were not taken over.",
    ),
    remedy=Text(de="Es ist nichts zu tun.", en="There is nothing to do."),
)
EXAMPLES = Notice(
    code="ingest.example_rows",
    severity=Severity.NOTE,
    cause=Text(
        de="Übergangene Beispielzeilen der Vorlage: {count}.",
        en="Example rows of the template that were passed over: {count}.",
    ),
    remedy=Text(
        de="Gehören sie zum Netzwerk, das Wort in der Spalte ID entfernen.",
        en="If they belong to the network, remove the word in the column ID.",
    ),
)
SHEET_PASSED_OVER = Notice(
    code="ingest.sheet_passed_over",
    severity=Severity.WARNING,
    cause=Text(
        de="Dieses Blatt kennt netmap nicht; es wurde übergangen.",
        en="netmap does not know this sheet; it was passed over.",
    ),
    remedy=Text(
        de="Gehört es zum Netzwerk, ihm einen dieser Namen geben: {titles}.",
        en="If it belongs to the network, give it one of these names: {titles}.",
    ),
)
SHEET_LEFT = Notice(
    code="ingest.sheet_left",
    severity=Severity.WARNING,
    cause=Text(
        de="Dieses Blatt wurde nicht gelesen; gelesen wurde die Liste „{read}“.",
        en='This sheet was not read; the list "{read}" was.',
    ),
    remedy=Text(
        de="Gehört es zum Netzwerk, es als eigene Datei importieren.",
        en="If it belongs to the network, import it as a file of its own.",
    ),
)
NO_ROWS = Notice(
    code="ingest.no_rows",
    severity=Severity.WARNING,
    cause=Text(
        de="Unter den Titeln steht kein einziger Eintrag.",
        en="There is not a single record below the titles.",
    ),
    remedy=Text(
        de="Die Blätter ausfüllen und die Datei erneut importieren.",
        en="Fill in the sheets and import the file again.",
    ),
)
