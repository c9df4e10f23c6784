"""Folders of OParl files: which of their files are OParl, read within one limit."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from netmap.errors import Place
from netmap.ingest.errors import SourceError, SourceUnreadableError
from netmap.ingest.json_source import begins_as_json, read_json
from netmap.ingest.notices import Notice, problem_of
from netmap.ingest.oparl.objects import Part
from netmap.ingest.oparl.schema import is_oparl
from netmap.ingest.problems import Problem, Severity
from netmap.ingest.sheets import file_bytes, is_csv_name
from netmap.language import Text
from netmap.system_errors import what_failed

NOT_OPARL = Notice(
    code="ingest.file_passed_over",
    severity=Severity.NOTE,
    cause=Text(
        de="„{name}“ enthält kein OParl und wurde übergangen.",
        en='"{name}" holds no OParl and was passed over.',
    ),
    remedy=Text(
        de="Gehört die Datei dazu, sie für sich importieren.",
        en="If it belongs here, import it by itself.",
    ),
)


@dataclass(slots=True)
class Folder:
    """What a folder and the folders in it hold.

    Attributes:
        parts: Documents that are OParl, in the order of their paths.
        tables: Names of CSV files that stand directly in the folder.
        problems: Files that cannot be read, and files passed over.
    """

    parts: list[Part] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The files that look like JSON and cannot be read."""
        return tuple(each for each in self.problems if each.severity is Severity.ERROR)


def read_folder(path: Path, *, limit_bytes: int) -> Folder:
    """Look at every file of a folder and the folders in it, and read those that are JSON.

    Files are told by how they begin, tables by their name. Hidden files, and what symbolic links
    in the folder lead to, are nobody's data.

    Raises:
        SourceUnreadableError: The operating system refuses the folder.
    """
    found = Folder()
    left = limit_bytes
    for file, shown in _files(path):
        if is_csv_name(file.name):
            if file.parent == path:
                found.tables.append(file.name)
            else:
                found.problems.append(NOT_OPARL.at(Place(file=path.name), name=shown))
            continue
        place = Place(file=f"{path.name}/{shown}")
        try:
            if not _may_be_json(file, place):
                found.problems.append(NOT_OPARL.at(Place(file=path.name), name=shown))
                continue
            data = file_bytes(file, limit_bytes=left, place=place)
            left -= len(data)
            value = read_json(data, file=f"{path.name}/{shown}")
        except SourceError as error:
            found.problems.append(problem_of(error))
            continue
        if is_oparl(value):
            found.parts.append(Part(f"{path.name}/{shown}", value))
        else:
            found.problems.append(NOT_OPARL.at(Place(file=path.name), name=shown))
    return found


def _may_be_json(file: Path, place: Place) -> bool:
    try:
        with file.open("rb") as opened:
            return begins_as_json(opened.read(200))
    except OSError as error:
        raise SourceUnreadableError(place=place, problem=what_failed(error)) from error


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    """The files of a folder, sorted by path, with their paths in it."""

    def refuse(error: OSError) -> None:
        place = Place(file=path.name)
        raise SourceUnreadableError(place=place, problem=what_failed(error)) from error

    for root, folders, files in os.walk(path, onerror=refuse):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for name in sorted(files, key=lambda each: (each.casefold(), each)):
            file = Path(root) / name
            if not name.startswith((".", "~$")) and file.is_file() and not file.is_symlink():
                yield file, file.relative_to(path).as_posix()
