"""Valid small sources of every format, from which the fuzzer makes broken ones.

``seeds/FORMAT/NAME`` is a file, or a folder that is one source. Workbooks are built here, so that
their content can be read in the repository.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

FOLDER = Path(__file__).parent / "seeds"


@dataclass(frozen=True)
class Seed:
    """One source: its files by name; more than one, or ``folder``, are a folder."""

    name: str
    files: tuple[tuple[str, bytes], ...]
    folder: bool = False

    def written(self, place: Path) -> Path:
        """Write the source below an empty folder, and say where it lies."""
        place.mkdir(parents=True, exist_ok=True)
        if not self.folder:
            ((name, data),) = self.files
            (place / name).write_bytes(data)
            return place / name
        for name, data in self.files:
            (place / name).write_bytes(data)
        return place


def seeds_of(source_format: str) -> list[Seed]:
    """The seeds of a format, sorted by name; none where nobody wrote any."""
    found = []
    place = FOLDER / source_format
    for each in sorted(place.iterdir()) if place.is_dir() else ():
        if each.is_dir():
            files = tuple((file.name, file.read_bytes()) for file in sorted(each.iterdir()))
            found.append(Seed(each.name, files, folder=True))
            if all(name.endswith(".csv") for name, _ in files):
                found.append(Seed("book.xlsx", (("book.xlsx", _workbook(files)),)))
        else:
            found.append(Seed(each.name, ((each.name, each.read_bytes()),)))
    return found


def _workbook(files: tuple[tuple[str, bytes], ...]) -> bytes:
    """The same tables as one workbook."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, data in files:
        sheet = book.create_sheet(Path(name).stem)
        for row in csv.reader(io.StringIO(data.decode()), delimiter=";"):
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
