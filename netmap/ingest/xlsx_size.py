"""How much a workbook becomes when it is read: little XML can stand for very many cells."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Mapping

from netmap.errors import Place
from netmap.ingest import limits
from netmap.ingest.errors import BrokenArchiveError, BrokenWorkbookError, SourceTooLargeError
from netmap.ingest.sizes import megabytes
from netmap.language import Text

CENTRAL_ENTRY = b"PK\x01\x02"
"""Stands before every entry in the list of an archive."""
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_STRING = re.compile(rb"<(?:\w+:)?si[\s>/]")
_VALUE = re.compile(rb"<(?:\w+:)?v>([0-9]{1,9})</")
_CELLS = Text(de="Zellen", en="cells")
_WORKBOOK = Text(de="Die Arbeitsmappe", en="The workbook")

Merged = tuple[tuple[int, int], tuple[int, int]]
"""Top left and bottom right, each by row and column."""


def refuse_many_parts(data: bytes, place: Place) -> None:
    """Refuse an archive with more parts than its list should hold in memory.

    Raises:
        SourceTooLargeError: It has too many.
    """
    of, what = Text(de="Teile", en="parts"), Text(de="Das Archiv", en="The archive")
    found = data.count(CENTRAL_ENTRY)
    limits.refuse_more(limits.MAX_PARTS, found, of=of, what=what, place=place)


def refuse_odd_packing(infos: Iterable[zipfile.ZipInfo], place: Place) -> None:
    """Refuse what no spreadsheet program writes: such packings may claim any memory.

    Raises:
        BrokenArchiveError: A part is packed otherwise than by deflate.
    """
    for info in infos:
        if info.compress_type not in _PACKINGS:
            problem = Text(
                de=f"„{info.filename}“ ist in einer Weise gepackt, die in Arbeitsmappen nicht "
                "vorkommt.",
                en=f'"{info.filename}" is packed in a way that workbooks do not use.',
            )
            raise BrokenArchiveError(place=place, problem=problem)


def refuse_long_tag(part: str, content: bytes, place: Place) -> None:
    """Refuse a part with a tag that a parser should not hold at once.

    Raises:
        BrokenWorkbookError: There is one.
    """
    if re.search(rb"<[^>]{%d}" % limits.MAX_TAG_BYTES, content):
        problem = Text(
            de=f"In „{part}“ ist ein Element länger als {limits.MAX_TAG_BYTES} Byte.",
            en=f'An element in "{part}" is longer than {limits.MAX_TAG_BYTES} bytes.',
        )
        raise BrokenWorkbookError(place=place, problem=problem)


def refuse_repeated_strings(
    sheets: Iterable[str], parts: Mapping[str, bytes], *, place: Place, limit_bytes: int
) -> None:
    """Refuse sheets whose cells repeat long shared texts until they fill the memory.

    Args:
        sheets: Names of the parts that hold sheets, each once.
        parts: All parts by name.
        place: The workbook.
        limit_bytes: Most that all texts may hold together, as often as they stand in cells.

    Raises:
        SourceTooLargeError: They hold more.
    """
    starts = [found.start() for found in _STRING.finditer(parts.get("xl/sharedStrings.xml", b""))]
    if not starts:
        return
    ends = [*starts[1:], len(parts["xl/sharedStrings.xml"])]
    sizes = [end - start for start, end in zip(starts, ends, strict=True)]
    longest = max(sizes)
    named = [parts[sheet] for sheet in sheets if sheet in parts]
    if longest * sum(len(_VALUE.findall(content)) for content in named) <= limit_bytes:
        return
    # A number that is no text counts as the text of that number: too much, and rarely so.
    total = sum(
        sizes[number]
        for content in named
        for found in _VALUE.finditer(content)
        if (number := int(found[1])) < len(sizes)
    )
    if total > limit_bytes:
        raise SourceTooLargeError(
            place=place,
            what=Text(de="Der Text aller Zellen", en="The text of all cells"),
            size=megabytes(total),
            limit=megabytes(limit_bytes),
        )


def refuse_sheets(sheets: list[tuple[str, str]], place: Place) -> None:
    """Refuse more sheets than a person makes, and sheets that share their content.

    Args:
        sheets: Title and part of each.
        place: The workbook.

    Raises:
        SourceTooLargeError: There are too many.
        BrokenWorkbookError: Two of them are one part.
    """
    of = Text(de="Blätter", en="sheets")
    limits.refuse_more(limits.MAX_SHEETS, len(sheets), of=of, what=_WORKBOOK, place=place)
    seen: set[str] = set()
    for title, part in sheets:
        if part in seen:
            problem = Text(
                de=f"Das Blatt „{title}“ hat denselben Inhalt wie ein anderes ({part}).",
                en=f'The sheet "{title}" shares its content with another one ({part}).',
            )
            raise BrokenWorkbookError(place=place, problem=problem)
        seen.add(part)


def refuse_many_cells(found: int, place: Place) -> None:
    """Refuse a workbook whose sheets together hold too many cells.

    Raises:
        SourceTooLargeError: They do.
    """
    limits.refuse_more(limits.MAX_CELLS, found, of=_CELLS, what=_WORKBOOK, place=place)


def refuse_many_merged(ranges: Iterable[Merged], lines: int, place: Place) -> None:
    """Refuse merged cells that overlap so often that filling them would not end.

    Raises:
        SourceTooLargeError: They do.
    """
    filled = sum(max(min(bottom, lines) - top, 0) for (top, _), (bottom, _) in ranges)
    what = Text(de="Das Blatt mit seinen verbundenen Zellen", en="The sheet with its merged cells")
    limits.refuse_more(limits.MAX_CELLS, filled, of=_CELLS, what=what, place=place)
