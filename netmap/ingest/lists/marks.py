"""Marks in a cross table: which columns are bodies, and what a cell says about a seat there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from netmap.ingest.errors import UnclearValueError
from netmap.ingest.lists.body_cells import BodyEntry, described
from netmap.ingest.lists.columns import ListColumn, ListTitles, Use, value_at
from netmap.ingest.lists.labels import is_sum
from netmap.ingest.normalise import boolean, folded, is_unknown, one_line
from netmap.ingest.roles import role
from netmap.ingest.table import CellValue
from netmap.vocabulary import Role

_TICKED = re.compile(r"^(?:[xX✓✔☑☒●•]|ja|yes)\s*(?:[(:,/–-]\s*)?(?P<details>[^()]+)?\)?$")
_CODE = re.compile(r"[^\W\d_]{1,3}\.?")
_LIKE_A_BODY = re.compile(
    r"\b(?:ag|ak|uag|fag|lk|pg)\b|gremi|kreis\b|gruppe|ausschuss|beirat|runde|konferenz|kommission|"
    r"forum|netzwerk|vorstand|tisch|team|jury|council|committee|board|group|panel|\brat\b"
)
# Cells that are no marks are remarks where they are few.
_MARKS_AT_LEAST = 0.8


def marked_bodies(titles: ListTitles) -> list[ListColumn]:
    """The columns of a cross table that are bodies; none where the sheet is no cross table.

    A body's column has a title and holds marks or roles. One such column makes a cross table
    only where its title looks like a body; a column that names bodies makes a flat list.
    """
    rows = [row for row in titles.rows() if not is_sum(next((v for _, v in row.filled()), None))]
    found = []
    for column in titles.columns:
        if not column.titled or column.use not in (Use.REST, Use.BODY):
            continue
        cells = [value for row in rows if (value := value_at(row, column.at)) is not None]
        if _are_marks(column, cells):
            found.append(column)
        elif column.use is Use.BODY and cells:
            return []
    filled = [c for c in found if any(value_at(row, c.at) is not None for row in rows)]
    if len(filled) >= 2 or any(map(looks_like_body, filled)):
        return found
    return []


def looks_like_body(column: ListColumn) -> bool:
    """Whether the title of a column reads like the name of a body."""
    return bool(_LIKE_A_BODY.search(folded(column.title)))


def _are_marks(column: ListColumn, cells: Sequence[CellValue]) -> bool:
    if not cells:
        return looks_like_body(column)
    seats = [seat_in(column.title, cell) for cell in cells]
    known = sum(seat is not None for seat in seats)
    if known < len(cells) * _MARKS_AT_LEAST or any(
        seat is None and not isinstance(cell, str) for seat, cell in zip(seats, cells, strict=True)
    ):
        return False
    told = [seat[0] for seat in seats if seat]
    if all(map(_is_code, told)):
        return False
    if column.use is Use.BODY and any(_is_code(seat) or "(" in seat.words for seat in told):
        # Short names of bodies, with roles beside them: the cells of a flat list.
        return False
    refused = sum(seat == () for seat in seats)
    # "ja" and "nein" answer a question about a person, unless the title names a body.
    return refused < len(cells) and (not refused or looks_like_body(column) or _dashes(cells))


def _is_code(seat: BodyEntry) -> bool:
    """Whether a seat is told by a code ("SV") that other marks of the column must bear out."""
    return bool(_CODE.fullmatch(seat.role_label)) and role(seat.role_label) is Role.OTHER


def _dashes(cells: Sequence[CellValue]) -> bool:
    return all(is_unknown(cell) for cell in cells if seat_in("", cell) == ())


def seat_in(name: str, cell: CellValue) -> tuple[BodyEntry, ...] | None:
    """The seat that a cell tells of: none, or one; ``None`` where the cell is no mark.

    >>> [seat_in("Beirat", cell) for cell in (None, "–", "Newsletter")]
    [(), (), None]
    >>> seat_in("Beirat", "x (Vorsitz)")[0].role_label
    'Vorsitz'
    """
    words = one_line(cell)
    if not words or is_unknown(words):
        return ()
    if isinstance(cell, date):
        return None
    try:
        return (BodyEntry(name, words),) if boolean(cell) else ()
    except UnclearValueError:
        pass
    if not isinstance(cell, str):
        return None
    ticked = _TICKED.match(words)
    if ticked:
        details = (ticked["details"] or "").strip()
        return (described(name, details) or BodyEntry(name, words, role_label=details),)
    entry = described(name, words)
    if entry is not None:
        return (entry,)
    return (BodyEntry(name, words, role_label=words),) if _CODE.fullmatch(words) else None
