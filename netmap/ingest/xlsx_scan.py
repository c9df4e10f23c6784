"""What the parts of a workbook say before it is read: its sheets, their size, formulas, errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

import defusedxml.sax

from netmap.errors import Place
from netmap.ingest import limits
from netmap.ingest.errors import BrokenWorkbookError, SourceTooLargeError
from netmap.language import Text

_CHUNK = 1 << 16
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


def parse_xml(content: bytes, handler: ContentHandler) -> None:
    """Hand the elements of a part to ``handler``, refusing document types.

    Raises:
        SAXParseException: It is no XML.
        DefusedXmlException: It declares a document type.
    """
    parser = defusedxml.sax.make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(handler)
    for start in range(0, max(len(content), 1), _CHUNK):
        parser.feed(content[start : start + _CHUNK])
    parser.close()


class _Shallow(ContentHandler):
    """Refuses elements nested so deeply that the parser would fill the memory with them."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: ARG002, N802 - set by SAX
        self._depth += 1
        if self._depth > limits.MAX_XML_DEPTH:
            raise SAXParseException(
                f"more than {limits.MAX_XML_DEPTH} nested elements", None, Locator()
            )

    def endElement(self, name: str) -> None:  # noqa: ARG002, N802 - set by SAX
        self._depth -= 1


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


class Scan(NamedTuple):
    """What a sheet holds, before its cells are read.

    Attributes:
        cells: Of the rectangle around all of them, which readers hold.
        odd: Formulas and error values, in the order of the sheet.
    """

    cells: int
    odd: list[OddCell]


def scanned(content: bytes, *, place: Place) -> Scan:
    """The size of one sheet, and its odd cells.

    Raises:
        SourceTooLargeError: The rectangle around all cells is larger than memory should hold.
        BrokenWorkbookError: The part is no XML.
    """
    placed = _PLACED_CELL.findall(content)
    odd: list[OddCell] = []
    if _ODD_CELL.search(content) or len(_CELL.findall(content)) != len(placed):
        scan = _Cells()
        try:
            parse_xml(content, scan)
        except SAXParseException as error:
            raise BrokenWorkbookError(place=place, problem=error.getMessage()) from error
        lines, columns, odd = scan.lines, scan.columns, scan.odd
    else:
        lines = max((int(line) for _, line in placed), default=0)
        letters = {letters for letters, _ in placed}
        columns = max((column_number(each.decode()) + 1 for each in letters), default=0)
    # One cell at the far corner would fill the memory.
    if lines * columns > limits.MAX_CELLS:
        raise SourceTooLargeError(
            place=place,
            what=Text(de="Der belegte Bereich", en="The area in use"),
            size=Text(
                de=f"{lines} Zeilen und {columns} Spalten",
                en=f"{lines} rows and {columns} columns",
            ),
            limit=Text(
                de=f"{limits.MAX_CELLS:,} Zellen".replace(",", "."),
                en=f"{limits.MAX_CELLS:,} cells",
            ),
        )
    return Scan(lines * columns, odd)


class _Cells(_Shallow):
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
        super().startElement(name, attrs)
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
        super().endElement(name)
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
    parse_xml(parts.get("xl/workbook.xml", b"<none/>"), book)
    parse_xml(parts.get("xl/_rels/workbook.xml.rels", b"<none/>"), links)
    targets = {link.get("Id"): link.get("Target", "") for link in links.found}
    for sheet in book.found:
        link = next((value for key, value in sheet.items() if key.rpartition(":")[2] == "id"), "")
        target = targets.get(link, "")
        yield (
            sheet.get("name", ""),
            target.removeprefix("/") if target.startswith("/") else f"xl/{target}",
        )


class _Elements(_Shallow):
    """Attributes of all elements of one name."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.found: list[dict[str, str]] = []

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - name set by SAX
        super().startElement(name, attrs)
        if name.rpartition(":")[2] == self._name:
            self.found.append(dict(attrs.items()))
