"""Errors of reading files: what was found, where, and what to do about it."""

from __future__ import annotations

from netmap.errors import NetmapError
from netmap.language import Text


class UnclearValueError(NetmapError):
    """A cell or field holds words that do not say what is asked there."""

    code = "ingest.value_unclear"
    cause = Text(
        de="„{value}“ ist hier nicht zu verstehen; erwartet wird {expected}.",
        en='"{value}" is not understood here; expected is {expected}.',
    )
    remedy = Text(de="Möglich sind zum Beispiel: {examples}.", en="For example: {examples}.")


class SourceError(NetmapError):
    """A source cannot be read; nothing of it was imported."""

    code = "ingest.source"


class CandidateFileError(SourceError):
    """A file does not describe a body as it is asked for."""

    code = "ingest.candidate"
    cause = Text(
        de="So lässt sich das Vorhaben nicht lesen: {problem}",
        en="The candidate cannot be read as it is: {problem}",
    )
    remedy = Text(
        de="Die genannte Stelle berichtigen. Die Datei ist ein JSON-Objekt mit mindestens einer "
        "der Angaben name, members, organizations, topics und purpose, zum Beispiel "
        '{{"members": ["Leitung Jugendamt"], "topics": ["Übergang"]}}.',
        en="Correct the place named. The file is a JSON object with at least one of name, members, "
        "organizations, topics and purpose, for example "
        '{{"members": ["Head of youth office"], "topics": ["Transition"]}}.',
    )


class SourceNotFoundError(SourceError):
    """There is no such file or folder."""

    code = "ingest.not_found"
    cause = Text(
        de="Diese Datei oder diesen Ordner gibt es nicht.", en="There is no such file or folder."
    )
    remedy = Text(
        de="Pfad und Schreibweise prüfen.", en="Check the path and how the name is written."
    )


class SourceUnreadableError(SourceError):
    """The operating system refuses to hand the file over."""

    code = "ingest.unreadable"
    cause = Text(
        de="Die Datei lässt sich nicht lesen: {problem}", en="The file cannot be read: {problem}"
    )
    remedy = Text(
        de="Prüfen, ob die Datei in einem anderen Programm geöffnet ist "
        "und ob die Leserechte ausreichen.",
        en="Check whether another program holds the file open and whether you may read it.",
    )


class SpecialFileError(SourceError):
    """A device, pipe or socket, which may have no end."""

    code = "ingest.special_file"
    cause = Text(
        de="Das ist keine Datei, sondern ein Gerät oder eine Leitung zwischen Programmen.",
        en="This is no file, but a device or a pipe between programs.",
    )
    remedy = Text(
        de="Die Daten als Datei speichern und diese importieren.",
        en="Save the data as a file and import that.",
    )


class SourceEmptyError(SourceError):
    """The source holds nothing."""

    code = "ingest.empty"
    cause = Text(de="Hier ist nichts enthalten.", en="There is nothing in it.")
    remedy = Text(
        de="Die Datei noch einmal speichern oder exportieren; "
        "„netmap template“ schreibt eine Vorlage.",
        en='Save or export the file again; "netmap template" writes a template.',
    )


class SourceTooLargeError(SourceError):
    """The source is larger than the limit, as it is or unpacked."""

    code = "ingest.too_large"
    cause = Text(
        de="{what} ist mit {size} größer als die erlaubten {limit}.",
        en="{what} holds {size}, more than the {limit} allowed.",
    )
    remedy = Text(
        de="Nur die Tabellen mit dem Netzwerk speichern (ohne Bilder und leere Bereiche), die "
        "Datei teilen oder die Grenze NETMAP_IMPORT_LIMIT_MEGABYTES anheben.",
        en="Keep only the tables of the network (no pictures, no empty areas), split the file, "
        "or raise the limit NETMAP_IMPORT_LIMIT_MEGABYTES.",
    )


class BrokenArchiveError(SourceError):
    """A workbook whose zip archive is damaged or cut off."""

    code = "ingest.broken_zip"
    cause = Text(
        de="Die Datei ist beschädigt oder unvollständig: {problem}",
        en="The file is damaged or incomplete: {problem}",
    )
    remedy = Text(
        de="Die Datei noch einmal übertragen oder in der Tabellenkalkulation öffnen und neu als "
        ".xlsx speichern.",
        en="Transfer the file again, or open it in a spreadsheet program and save it as .xlsx.",
    )


class BrokenWorkbookError(SourceError):
    """A workbook whose parts do not fit together."""

    code = "ingest.broken_workbook"
    cause = Text(
        de="Die Arbeitsmappe lässt sich nicht lesen: {problem}",
        en="The workbook cannot be read: {problem}",
    )
    remedy = Text(
        de="Die Datei in der Tabellenkalkulation öffnen und neu als .xlsx speichern.",
        en="Open the file in a spreadsheet program and save it as .xlsx.",
    )


class ProtectedWorkbookError(SourceError):
    """An old or encrypted workbook: both look alike from outside."""

    code = "ingest.protected_workbook"
    cause = Text(
        de="Die Datei ist eine alte Excel-Datei (.xls) oder mit einem Kennwort geschützt.",
        en="The file is an old Excel file (.xls) or protected by a password.",
    )
    remedy = Text(
        de="In der Tabellenkalkulation öffnen und ohne Kennwort als .xlsx speichern.",
        en="Open it in a spreadsheet program and save it as .xlsx without a password.",
    )


class XmlEntitiesError(SourceError):
    """A part of a workbook declares a document type or entities, which no spreadsheet writes."""

    code = "ingest.xml_entities"
    cause = Text(
        de="Der Teil „{part}“ enthält eine Dokumenttyp- oder Entitätsdeklaration; das schreibt "
        "keine Tabellenkalkulation und kann ein Angriff sein.",
        en='The part "{part}" declares a document type or entities; no spreadsheet program '
        "writes these, and they may be an attack.",
    )
    remedy = Text(
        de="Die Herkunft der Datei klären; eine vertrauenswürdige Fassung in der "
        "Tabellenkalkulation öffnen und neu als .xlsx speichern.",
        en="Find out where the file comes from; open a trusted copy in a spreadsheet program "
        "and save it as .xlsx.",
    )


class FormulaWithoutValueError(SourceError):
    """A cell holds a formula that was never calculated, so that its value is not known."""

    code = "ingest.formula_without_value"
    cause = Text(
        de="Die Zelle {cell} enthält eine Formel ohne gespeichertes Ergebnis.",
        en="The cell {cell} holds a formula without a stored result.",
    )
    remedy = Text(
        de="Die Datei in der Tabellenkalkulation öffnen, berechnen lassen und speichern, oder die "
        "Formel durch ihren Wert ersetzen (Inhalte einfügen, Werte).",
        en="Open the file in a spreadsheet program, let it calculate and save it, or replace the "
        "formula by its value (paste special, values).",
    )


class EncodingError(SourceError):
    """Bytes that no supported encoding explains."""

    code = "ingest.encoding"
    cause = Text(
        de="Die Zeichenkodierung ist weder UTF-8 noch UTF-16 noch Windows-1252.",
        en="The character encoding is neither UTF-8 nor UTF-16 nor Windows-1252.",
    )
    remedy = Text(
        de="In Excel als „CSV UTF-8 (durch Trennzeichen getrennt)“ speichern.",
        en='Save it in Excel as "CSV UTF-8 (comma delimited)".',
    )


class NulByteError(SourceError):
    """A text file with NUL characters: damaged, or no text at all."""

    code = "ingest.nul_byte"
    cause = Text(
        de="Hier steht ein NUL-Zeichen; die Datei ist beschädigt oder kein Text.",
        en="There is a NUL character here; the file is damaged or no text.",
    )
    remedy = Text(
        de="Die Datei noch einmal exportieren oder übertragen.",
        en="Export or transfer the file again.",
    )


class MalformedCsvError(SourceError):
    """A CSV file whose cells cannot be told apart."""

    code = "ingest.malformed_csv"
    cause = Text(de="{problem}", en="{problem}")
    remedy = Text(
        de='In dieser Zeile die Anführungszeichen prüfen: Was mit " beginnt, muss auch so enden.',
        en='Check the quotation marks in this line: what starts with " must end with it.',
    )


class BrokenJsonError(SourceError):
    """A JSON file that is no valid JSON."""

    code = "ingest.broken_json"
    cause = Text(
        de="Die Datei ist kein gültiges JSON: {problem}", en="The file is no valid JSON: {problem}"
    )
    remedy = Text(de="Die Datei noch einmal exportieren.", en="Export the file again.")


class UnsupportedFormatError(SourceError):
    """A kind of file that netmap knows by sight but does not read."""

    code = "ingest.unsupported_format"
    cause = Text(de="{kind} liest netmap nicht.", en="netmap does not read {kind}.")
    remedy = Text(
        de="Die Tabellen als .xlsx oder .csv speichern und diese Datei importieren.",
        en="Save the tables as .xlsx or .csv and import that file.",
    )


class UnknownFormatError(SourceError):
    """Nothing in the source is laid out in a way that netmap knows."""

    code = "ingest.unknown_format"
    cause = Text(
        de="Der Aufbau ist nicht bekannt: {problem}",
        en="The layout is not known: {problem}",
    )
    remedy = Text(
        de="Lesbar sind Arbeitsmappen mit Blättern wie Personen, Gremien und Mitgliedschaften, "
        "Listen mit einer Person je Zeile, Kreuztabellen, Popolo und OParl als JSON und Graphen "
        "(GraphML, GEXF, GML, Kumu, Kantenlisten). „netmap template“ schreibt eine Vorlage; "
        "--format nennt das Format, wenn es nicht erkannt wird.",
        en="netmap reads workbooks with sheets such as persons, bodies and memberships, lists "
        "with one person a row, cross tables, Popolo and OParl as JSON, and graphs (GraphML, GEXF, "
        'GML, Kumu, edge lists). "netmap template" writes a template; --format names a format that '
        "is not recognised.",
    )


class MixedFolderError(SourceError):
    """A folder holds tables beside OParl, which are two sources."""

    code = "ingest.mixed_folder"
    cause = Text(
        de="Der Ordner enthält CSV-Tabellen ({tables}) und OParl-Dateien ({documents}).",
        en="The folder holds CSV tables ({tables}) and OParl files ({documents}).",
    )
    remedy = Text(
        de="Beides in getrennte Ordner legen und nacheinander importieren, oder mit --format "
        "workbook oder --format oparl sagen, was gelesen werden soll.",
        en="Put them into two folders and import one after the other, or say with --format "
        "workbook or --format oparl which to read.",
    )


class FormatNameError(SourceError):
    """The format asked for does not exist."""

    code = "ingest.format_name"
    cause = Text(de="Ein Format „{format}“ gibt es nicht.", en='There is no format "{format}".')
    remedy = Text(de="Möglich sind: {formats}.", en="There are: {formats}.")
