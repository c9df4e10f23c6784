"""What a workbook says that netmap wrote: that its ids are netmap's, and what no cell can hold."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from netmap.errors import Place
from netmap.ingest.columns import title_key
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.normalise import text
from netmap.ingest.table import CellValue, Row, Sheet
from netmap.language import Text
from netmap.vocabulary import BESIDE, Kind

SHEET = "netmap"
"""Title of the sheet that an export has besides its tables."""
TITLES = ("netmap", "row", "part", "content")
"""Titles of its columns, in both languages."""
EXPORT = "export"
"""First cell of the line that says what the export holds, as JSON."""
NOTE = "note"
"""First cell of a line for people."""
RECORD = "record"
"""First cell of a line with a record, or a further part of one, as JSON."""
ALONE = "alone"
"""First cell of a line with a record that has no row anywhere, or a further part of one."""
WITHOUT_SHEET = BESIDE
"""Kinds of such records."""
VERSION = 1
"""Version of the layout, as ``format`` of the export names it."""


def row_digest(sheet_key: str, cells: Iterable[CellValue]) -> str:
    """What tells a row from others and from itself once somebody has edited it."""
    filled = [[at, text(value)] for at, value in enumerate(cells) if value is not None]
    return hashlib.sha256(json.dumps([sheet_key, filled]).encode()).hexdigest()[:20]


@dataclass(frozen=True, slots=True)
class Exact:
    """A record whose row says less than the record, or reads as another, or that has none.

    Attributes:
        sheet_key: Key of the sheet that its row stands on; empty where it has none.
        fields: All it says, ``kind`` and ``id`` among it.
    """

    sheet_key: str
    fields: dict[str, Any]
    place: Place


@dataclass(slots=True)
class OwnSheet:
    """The sheet of an export that keeps records exactly.

    A record counts for as long as its row stands as it was written: what somebody edits is read
    as any other row, and what somebody deletes is gone.
    """

    exact: list[Exact] = field(default_factory=list)
    _by_row: dict[str, deque[str]] = field(default_factory=lambda: defaultdict(deque))

    def takes(self, sheet_key: str, sheet: Sheet, row: Row) -> bool:
        """Whether a row stands for a record that is kept here; it is then among ``exact``."""
        if not self._by_row:
            return False
        kept = self._by_row.get(row_digest(sheet_key, row.cells))
        if not kept:
            return False
        fields = _fields(kept.popleft(), set(Kind))
        if fields is None:
            return False
        self.exact.append(Exact(sheet_key, fields, sheet.place(line=row.line)))
        return True

    def add(self, what: str, digest: str, content: str, place: Place) -> None:
        """Keep a record: for the row with this digest, or by itself."""
        if what == RECORD:
            self._by_row[digest].append(content)
        elif (fields := _fields(content, WITHOUT_SHEET)) is not None:
            self.exact.append(Exact("", fields, place))


def _fields(content: str, kinds: Collection[Kind]) -> dict[str, Any] | None:
    """The fields of a record of one of the kinds; ``None`` where somebody spoilt the text."""
    try:
        fields = json.loads(content)
    except ValueError:
        return None
    is_one = isinstance(fields, dict) and fields.get("kind") in kinds and "id" in fields
    return fields if is_one else None


def is_own(sheet: Sheet) -> bool:
    """Whether a sheet is the one that exports have besides their tables."""
    return (
        title_key(sheet.name) == SHEET
        and bool(sheet.rows)
        and tuple(map(text, sheet.rows[0].cells)) == TITLES
    )


def own_delimiter(data: bytes) -> str | None:
    """What separates the cells of that sheet as CSV; ``None`` for any other file.

    >>> own_delimiter(b"netmap;row;part;content")
    ';'
    """
    first = data[:100].decode("utf-8-sig", errors="ignore").partition("\n")[0].rstrip("\r")
    return next((each for each in (";", ",") if first == each.join(TITLES)), None)


def own_sheet(sheets: Sequence[Sheet]) -> OwnSheet | None:
    """What that sheet says; ``None`` for a workbook that netmap did not write.

    Raises:
        UnknownFormatError: A newer netmap wrote it.
    """
    found = next((sheet for sheet in sheets if is_own(sheet)), None)
    if found is None:
        return None
    own = OwnSheet()
    entry, parts = (RECORD, "", found.place()), list[str]()
    for row in found.rows[1:]:
        what, row_of, part, content = (text(value) for value in (*row.cells, *[None] * 4)[:4])
        if what == EXPORT:
            _check_version(content, found.place(line=row.line))
        elif what in {RECORD, ALONE}:
            if part == "1" and parts:
                own.add(entry[0], entry[1], "".join(parts), entry[2])
                parts = []
            entry = (what, row_of, found.place(line=row.line))
            parts.append(content)
    if parts:
        own.add(entry[0], entry[1], "".join(parts), entry[2])
    return own


def _check_version(content: str, place: Place) -> None:
    try:
        version = json.loads(content).get("format")
    except (ValueError, AttributeError):
        version = None
    if version != VERSION:
        raise UnknownFormatError(
            place=place,
            problem=Text(
                de="Eine neuere Fassung von netmap hat die Datei geschrieben.",
                en="A newer version of netmap wrote the file.",
            ),
        )
