"""CSV files, folders and archives of them, turned into sheets of plain cells."""

from __future__ import annotations

import io
import zipfile
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from netmap.errors import Place
from netmap.ingest import limits
from netmap.ingest.csv_files import csv_sheet
from netmap.ingest.errors import (
    SourceEmptyError,
    SourceError,
    SourceNotFoundError,
    SourceTooLargeError,
    SourceUnreadableError,
    SpecialFileError,
    UnknownFormatError,
)
from netmap.ingest.notices import Notice, problem_of
from netmap.ingest.problems import Problem, Severity
from netmap.ingest.sizes import megabytes
from netmap.ingest.table import Sheet
from netmap.ingest.workbook.own import SHEET as OWN_SHEET
from netmap.ingest.workbook.own import own_delimiter
from netmap.ingest.xlsx_check import unpacked
from netmap.ingest.xlsx_size import (
    CENTRAL_ENTRY,
)
from netmap.language import Text
from netmap.progress import UNWATCHED, Progress, Step, counted
from netmap.system_errors import what_failed

FILE_PASSED_OVER = Notice(
    code="ingest.file_passed_over",
    severity=Severity.NOTE,
    cause=Text(
        de="„{name}“ ist keine CSV-Datei und wurde übergangen.",
        en='"{name}" is no CSV file and was passed over.',
    ),
    remedy=Text(
        de="Gehört sie dazu, sie als .csv speichern oder für sich importieren.",
        en="If it belongs here, save it as .csv or import it by itself.",
    ),
)

_CSV = (".csv", ".tsv")


def is_csv_name(name: str) -> bool:
    """Whether a file of a folder counts as a sheet.

    >>> is_csv_name("Personen.CSV"), is_csv_name("persons.json")
    (True, False)
    """
    return name.lower().endswith(_CSV)


def file_bytes(path: Path, *, limit_bytes: int, place: Place | None = None) -> bytes:
    """The content of a file within the limit.

    Args:
        path: The file.
        limit_bytes: Largest size to read.
        place: What to call the file in messages; its name when not given.

    Raises:
        SourceNotFoundError: There is no such file.
        SourceUnreadableError: The operating system refuses it.
        SpecialFileError: It is no regular file.
        SourceTooLargeError: It is larger than ``limit_bytes``.
        SourceEmptyError: It holds nothing.
    """
    place = place or Place(file=path.name)
    try:
        # Before it is opened: that alone would wait for whoever writes into a pipe.
        if not S_ISREG(path.stat().st_mode):
            raise SpecialFileError(place=place)
        # One byte more than allowed tells a file that grows while it is read.
        with path.open("rb") as opened:
            data = opened.read(limit_bytes + 1)
        size = max(len(data), path.stat().st_size)
    except FileNotFoundError as error:
        raise SourceNotFoundError(place=place) from error
    except OSError as error:
        problem = what_failed(error)
        raise SourceUnreadableError(place=place, problem=problem) from error
    if len(data) > limit_bytes:
        raise SourceTooLargeError(
            place=place,
            what=Text(de="Die Datei", en="The file"),
            size=megabytes(size),
            limit=megabytes(limit_bytes),
        )
    if not data:
        raise SourceEmptyError(place=place)
    return data


def csv_sheets(
    path: Path, *, limit_bytes: int, progress: Progress = UNWATCHED
) -> tuple[list[Sheet], list[Problem]]:
    """The sheets of a CSV file, or of all CSV files in a folder by name.

    ``progress`` is told of `Step.READ` in a folder, in files.

    Returns:
        The sheets, and what is to be said about the folder: files that cannot be read are errors
        there, so that one report names all of them.

    Raises:
        SourceError: The file, or the folder itself, cannot be read.
    """
    if not path.is_dir():
        data = file_bytes(path, limit_bytes=limit_bytes)
        return [csv_sheet(data, file=path.name, name=path.stem, part=None)], []
    folder = path.name or str(path)
    try:
        entries = sorted(
            islice(path.iterdir(), limits.MAX_FILES + 1),
            key=lambda entry: (entry.name.casefold(), entry.name),
        )
    except OSError as error:
        problem = what_failed(error)
        raise SourceUnreadableError(place=Place(file=folder), problem=problem) from error
    limits.refuse_more(
        limits.MAX_FILES,
        len(entries),
        of=Text(de="Dateien", en="files"),
        what=Text(de="Der Ordner", en="The folder"),
        place=Place(file=folder),
    )
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    left = limit_bytes
    own = path / f"{OWN_SHEET}.csv"
    delimiter = own_delimiter(file_bytes(own, limit_bytes=left)) if own.is_file() else None
    progress.begin(Step.READ, len(entries))
    for entry in counted(entries, progress, every=1):
        # Hidden files and the lock files of office programs are nobody's data.
        if entry.name.startswith((".", "~$")):
            continue
        if not entry.is_file() or not is_csv_name(entry.name):
            problems.append(FILE_PASSED_OVER.at(Place(file=folder), name=entry.name))
            continue
        try:
            place = Place(file=folder, sheet=entry.name)
            data = file_bytes(entry, limit_bytes=left, place=place)
            left -= len(data)
            part = entry.name
            found = csv_sheet(data, file=folder, name=entry.stem, part=part, delimiter=delimiter)
            sheets.append(found)
        except SourceError as error:
            problems.append(problem_of(error))
    if not sheets and not any(problem.severity is Severity.ERROR for problem in problems):
        raise UnknownFormatError(
            place=Place(file=folder),
            problem=Text(
                de="Der Ordner enthält weder CSV-Dateien noch OParl.",
                en="The folder holds neither CSV files nor OParl.",
            ),
        )
    return sheets, problems


def is_csv_archive(data: bytes) -> bool:
    """Whether all that an archive lists are CSV files; a damaged or overlong one lists nothing."""
    if data.count(CENTRAL_ENTRY) > limits.MAX_PARTS:
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
    except (zipfile.BadZipFile, OSError, ValueError):
        return False
    return bool(names) and all(is_csv_name(name) for name in names)


def zipped_csv_sheets(data: bytes, *, file: str, limit_bytes: int) -> list[Sheet]:
    """The sheets of an archive of CSV files, as exports are, in its order.

    Raises:
        SourceError: The archive or a file in it cannot be read.
    """
    parts = unpacked(data, wanted=_CSV, file=file, limit_bytes=limit_bytes)
    delimiter = own_delimiter(parts.get(f"{OWN_SHEET}.csv", b""))
    sheets = []
    for part, content in parts.items():
        name = part.rpartition("/")[2]
        # What macOS adds beside each file.
        if not name.startswith("."):
            stem = name.rpartition(".")[0]
            found = csv_sheet(content, file=file, name=stem, part=part, delimiter=delimiter)
            sheets.append(found)
    return sheets
