"""What the readers of flat lists and cross tables say about a sheet."""

from __future__ import annotations

from netmap.ingest.notices import Notice
from netmap.ingest.problems import Severity
from netmap.language import Text

NO_IDENTITY = Notice(
    code="ingest.no_identity",
    severity=Severity.ERROR,
    cause=Text(
        de="In dieser Zeile fehlen Name, Funktion und Organisation; so ist nicht zu sagen, "
        "wovon sie handelt.",
        en="This row has no name, no function and no organisation; nobody can say what it is "
        "about.",
    ),
    remedy=Text(
        de="Eine der Angaben ergänzen oder die Zeile löschen.", en="Add one, or delete the row."
    ),
)
BODIES_READ = Notice(
    code="ingest.bodies_read",
    severity=Severity.NOTE,
    cause=Text(
        de="Als Gremien gelesen: {names}.",
        en="Read as bodies: {names}.",
    ),
    remedy=Text(
        de="Gehört eine Spalte nicht dazu, sie löschen und die Datei erneut importieren.",
        en="If a column does not belong, delete it and import the file again.",
    ),
)
ROWS_READ_AS = Notice(
    code="ingest.rows_read_as",
    severity=Severity.NOTE,
    cause=Text(
        de="Der Titel dieser Spalte sagt nicht, wen sie nennt; gelesen wurden {what}.",
        en="The title of this column does not say whom it names; {what} were read.",
    ),
    remedy=Text(
        de="Ist das falsch, die Spalte mit „Person“ oder „Organisation“ überschreiben.",
        en='If this is wrong, give the column the title "Person" or "Organization".',
    ),
)
COMMAS_SEPARATE = Notice(
    code="ingest.commas_separate",
    severity=Severity.NOTE,
    cause=Text(
        de="An den Kommas in mehrere Gremien geteilte Zellen: {count}, zuerst „{words}“.",
        en='Cells divided into several bodies at their commas: {count}, first "{words}".',
    ),
    remedy=Text(
        de="Ist ein einziges Gremium gemeint, es ohne Komma schreiben; sonst ; verwenden.",
        en="If a single body is meant, write it without a comma; otherwise use ;.",
    ),
)
SUMS_PASSED_OVER = Notice(
    code="ingest.sums_passed_over",
    severity=Severity.NOTE,
    cause=Text(
        de="Die Summenzeile „{title}“ wurde übergangen.",
        en='The line of sums "{title}" was passed over.',
    ),
    remedy=Text(de="Es ist nichts zu tun.", en="There is nothing to do."),
)
ROWS_TOGETHER = Notice(
    code="ingest.same_rows",
    severity=Severity.NOTE,
    cause=Text(
        de="Sitze, die mehrmals in der Liste stehen und einmal zählen: {count}.",
        en="Seats that stand in the list more than once and count once: {count}.",
    ),
    remedy=Text(de="Es ist nichts zu tun.", en="There is nothing to do."),
)
NO_MARK = Notice(
    code="ingest.no_mark",
    severity=Severity.WARNING,
    cause=Text(
        de="„{words}“ ist weder ein Kreuz noch eine bekannte Rolle; gelesen wurde ein Sitz mit "
        "dieser Rolle.",
        en='"{words}" is neither a mark nor a known role; a seat with this role was read.',
    ),
    remedy=Text(
        de="Ein x oder eine Rolle eintragen; wer nicht dazugehört, erhält eine leere Zelle.",
        en="Enter an x or a role; leave the cell empty for who does not belong.",
    ),
)
NOBODY_NAMED = Notice(
    code="ingest.vacant_seat",
    severity=Severity.WARNING,
    cause=Text(
        de="In dieser Zeile steht ein Gremium, aber kein Mitglied; nur das Gremium wurde "
        "übernommen.",
        en="This row names a body but no member; only the body was taken over.",
    ),
    remedy=Text(
        de="Ist nur der Name nicht bekannt, die Organisation oder Funktion angeben.",
        en="If only the name is not known, give the organisation or the function.",
    ),
)
