"""How much a source may hold besides bytes: a small file can claim very much."""

from __future__ import annotations

from netmap.errors import Place
from netmap.ingest.errors import SourceTooLargeError
from netmap.language import Text

MAX_CELLS = 10_000_000
"""Cells of all sheets, empty ones within the rectangle in use included; a blank line is one."""
MAX_COLUMNS = 16_384
"""Columns of a sheet: as many as spreadsheet programs have."""
MAX_FILES = 10_000
"""Entries of a folder."""
MAX_SHEETS = 1_000
"""Sheets of a workbook."""
MAX_PARTS = 10_000
"""Files in the archive that a workbook is."""
MAX_CONTAINERS = 2_000_000
"""Lists and objects of a JSON file: each takes many times the two bytes that write it."""
MAX_TAG_BYTES = 100_000
"""Longest tag of an XML part: parsers hold all its attributes at once."""
MAX_XML_DEPTH = 100
"""Elements nested in each other in an XML part; a workbook has under ten."""


def refuse_more(limit: int, found: int, *, of: Text, what: Text, place: Place) -> None:
    """Refuse a source that holds more of something than its limit.

    Args:
        limit: The most there may be.
        found: How many there are, or were when counting ended.
        of: What is counted, in the plural: "cells".
        what: What holds them: "The sheet".
        place: Where.

    Raises:
        SourceTooLargeError: ``found`` is greater than ``limit``.
    """
    if found > limit:
        raise SourceTooLargeError(
            place=place, what=what, size=_counted(found, of), limit=_counted(limit, of)
        )


def _counted(number: int, of: Text) -> Text:
    return Text(de=f"{number:,} {of.de}".replace(",", "."), en=f"{number:,} {of.en}")
