"""The check that a workbook passes before it is read: sizes, document types, formulas."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

import defusedxml.sax
from defusedxml.common import DefusedXmlException

from netmap.errors import Place
from netmap.ingest.errors import (
    BrokenArchiveError,
    BrokenWorkbookError,
    ProtectedWorkbookError,
    SourceTooLargeError,
    XmlEntitiesError,
)
from netmap.ingest.sizes import megabytes
from netmap.language import Text

# Readers hold the rectangle around all cells; one cell at its far corner would fill the memory.
MAX_CELLS = 10_000_000

_CHUNK = 1 << 16
_READ = (".xml", ".rels")
_CELL = re.compile(rb"<(?:\w+:)?c[\s>/]")
_PLACED_CELL = re.compile(rb"""<(?:\w+:)?c\s[^>]*?\br=["']([A-Z]{1,3})([0-9]{1,7})["']""")
_ODD_CELL = re.compile(rb"""<(?:\w+:)?f[\s>/]|\bt=["']e["']""")
_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})", re.ASCII)


class OddCell(NamedTuple):
    """A cell whose value is not what it seems.

    Attributes:
        line: From 1.
        column: From 0.
        error: What an error cell shows ("#REF!"); ``None`` for a formula.
        calculated: Whether the result of the formula is stored.
    """

    line: int
    column: int
    error: str | None
    calculated: bool


def checked_parts(data: bytes, *, file: str, limit_bytes: int) -> dict[str, bytes]:
    """The XML parts of a workbook, unpacked within the limit and free of document types.

    Raises:
        BrokenArchiveError: The archive is damaged.
        ProtectedWorkbookError: Its parts are encrypted.
        SourceTooLargeError: It unpacks to more than ``limit_bytes``.
        XmlEntitiesError: A part declares a document type or entities.
        BrokenWorkbookError: A part is no XML.
    """
    parts = unpacked(data, wanted=_READ, file=file, limit_bytes=limit_bytes)
    for name, content in parts.items():
        _refuse_document_type(name, content, Place(file=file))
    return parts


def unpacked(
    data: bytes, *, wanted: tuple[str, ...], file: str, limit_bytes: int
) -> dict[str, bytes]:
    """The files of an archive whose names end as ``wanted``, unpacked within the limit.

    Raises:
        BrokenArchiveError: The archive is damaged.
        ProtectedWorkbookError: Its parts are encrypted.
        SourceTooLargeError: It unpacks to more than ``limit_bytes``.
    """
    place = Place(file=file)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
            if any(info.flag_bits & 1 for info in infos):
                raise ProtectedWorkbookError(place=place)
            unpacked = sum(info.file_size for info in infos)
            if unpacked > limit_bytes:
                raise SourceTooLargeError(
                    place=place,
                    what=Text(de="Der entpackte Inhalt", en="The unpacked content"),
                    size=megabytes(unpacked),
                    limit=megabytes(limit_bytes),
                )
            # Reading stops at the declared size and checks it, so that a false one is found.
            return {
                info.filename: archive.read(info)
                for info in infos
                if info.filename.lower().endswith(wanted)
            }
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError) as error:
        raise BrokenArchiveError(place=place, problem=_packing(error)) from error
    except Exception as error:
        # Decompressors have error types of their own (zlib, lzma).
        if type(error).__module__ in {"zlib", "lzma", "_lzma"}:
            raise BrokenArchiveError(place=place, problem=_packing(error)) from error
        raise


def repacked(parts: dict[str, bytes]) -> io.BytesIO:
    """An archive of the checked parts alone: what is read is what was checked."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    target.seek(0)
    return target


class _RootReachedError(Exception):
    """A document type stands before the root: what follows cannot declare one."""


class _UntilRoot(ContentHandler):
    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: ARG002, N802 - set by SAX
        raise _RootReachedError


def _packing(error: Exception) -> Text:
    return Text(
        de=f"Das Archiv lässt sich nicht entpacken ({error}).",
        en=f"the archive cannot be unpacked ({error}).",
    )


def _refuse_document_type(part: str, content: bytes, place: Place) -> None:
    try:
        _parse(content, _UntilRoot())
    except _RootReachedError:
        return
    except DefusedXmlException as error:
        raise XmlEntitiesError(place=place, part=part) from error
    except SAXParseException as error:
        raise BrokenWorkbookError(place=place, problem=f"{part}: {error.getMessage()}") from error


def _parse(content: bytes, handler: ContentHandler) -> None:
    parser = defusedxml.sax.make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    for start in range(0, max(len(content), 1), _CHUNK):
        parser.feed(content[start : start + _CHUNK])
    parser.close()


def column_name(column: int) -> str:
    """Letters of a column counted from 0, as spreadsheets write them.

    >>> column_name(0), column_name(27)
    ('A', 'AB')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Column counted from 0 by its letters.

    >>> column_number("A"), column_number("AB")
    (0, 27)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def odd_cells(content: bytes, *, place: Place) -> list[OddCell]:
    """Formulas and error values of one sheet, in its order.

    Raises:
        SourceTooLargeError: The rectangle around all cells is larger than memory should hold.
        BrokenWorkbookError: The part is no XML.
    """
    placed = _PLACED_CELL.findall(content)
    odd: list[OddCell] = []
    if _ODD_CELL.search(content) or len(_CELL.findall(content)) != len(placed):
        scan = _Cells()
        try:
            _parse(content, scan)
        except SAXParseException as error:
            raise BrokenWorkbookError(place=place, problem=error.getMessage()) from error
        lines, columns, odd = scan.lines, scan.columns, scan.odd
    else:
        lines = max((int(line) for _, line in placed), default=0)
        letters = {letters for letters, _ in placed}
        columns = max((column_number(each.decode()) + 1 for each in letters), default=0)
    if lines * columns > MAX_CELLS:
        raise SourceTooLargeError(
            place=place,
            what=Text(de="Der belegte Bereich", en="The area in use"),
            size=Text(
                de=f"{lines} Zeilen und {columns} Spalten",
                en=f"{lines} rows and {columns} columns",
            ),
            limit=Text(de=f"{MAX_CELLS:,} Zellen".replace(",", "."), en=f"{MAX_CELLS:,} cells"),
        )
    return odd


class _Cells(ContentHandler):
    """Extent and odd cells of a sheet; rows and cells may leave out where they stand."""

    def __init__(self) -> None:
        super().__init__()
        self.odd: list[OddCell] = []
        self.lines = self.columns = 0
        self._line = 0
        self._column = -1
        self._type = ""
        self._has_formula = False
        self._value: list[str] | None = None
        self._in_value = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - name set by SAX
        match name.rpartition(":")[2]:
            case "row":
                given = attrs.get("r", "")
                self._line = int(given) if given.isdecimal() else self._line + 1
                self._column = -1
            case "c":
                self._begin_cell(attrs)
            case "f":
                self._has_formula = True
            case "v":
                self._value, self._in_value = [], True

    def characters(self, content: str) -> None:
        if self._in_value and self._value is not None:
            self._value.append(content)

    def endElement(self, name: str) -> None:  # noqa: N802 - name set by SAX
        match name.rpartition(":")[2]:
            case "v":
                self._in_value = False
            case "c":
                self._end_cell()

    def _begin_cell(self, attrs: AttributesImpl) -> None:
        reference = _REFERENCE.fullmatch(attrs.get("r", ""))
        self._column = column_number(reference[1]) if reference else self._column + 1
        if reference:
            self._line = int(reference[2])
        self.lines, self.columns = max(self.lines, self._line), max(self.columns, self._column + 1)
        self._type = attrs.get("t", "")
        self._has_formula, self._value = False, None

    def _end_cell(self) -> None:
        value = None if self._value is None else "".join(self._value)
        if self._type == "e" and value:
            self.odd.append(OddCell(self._line, self._column, value, calculated=True))
        elif self._has_formula:
            # Of the results only a text may be empty.
            calculated = value is not None and (bool(value) or self._type == "str")
            self.odd.append(OddCell(self._line, self._column, None, calculated))


def sheet_parts(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Title and part name of every sheet of a workbook, in its order."""
    book = _Elements("sheet")
    links = _Elements("Relationship")
    _parse(parts.get("xl/workbook.xml", b"<none/>"), book)
    _parse(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"), links)
    targets = {link.get("Id"): link.get("Target", "") for link in links.found}
    for sheet in book.found:
        link = next((value for key, value in sheet.items() if key.rpartition(":")[2] == "id"), "")
        target = targets.get(link, "")
        yield (
            sheet.get("name", ""),
            target.removeprefix("/") if target.startswith("/") else f"xl/{target}",
        )


class _Elements(ContentHandler):
    """Attributes of all elements of one name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.found: list[dict[str, str]] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - name set by SAX
        if name.rpartition(":")[2] == self._name:
            self.found.append(dict(attrs.items()))
