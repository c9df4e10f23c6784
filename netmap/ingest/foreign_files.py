"""Files of kinds that netmap knows by sight and does not read, told as what they are."""

from __future__ import annotations

from netmap.errors import Place
from netmap.ingest.errors import ProtectedWorkbookError, UnsupportedFormatError
from netmap.language import Text

ZIP = b"PK\x03\x04"
"""How a zip archive begins, and so every workbook."""
# An empty archive and a part of a divided one.
_OTHER_ZIPS = (b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"
_ARCHIVES = (
    (b"xl/workbook.bin", Text(de="Binäre Arbeitsmappen (.xlsb)", en="binary workbooks (.xlsb)")),
    (
        b"opendocument.spreadsheet",
        Text(de="OpenDocument-Tabellen (.ods)", en="OpenDocument spreadsheets (.ods)"),
    ),
    (b"opendocument", Text(de="OpenDocument-Dateien", en="OpenDocument files")),
    (b"word/document.xml", Text(de="Word-Dokumente", en="Word documents")),
    (b"ppt/presentation.xml", Text(de="Präsentationen", en="presentations")),
)
_OTHERS = (
    (b"%PDF", Text(de="PDF-Dateien", en="PDF files")),
    (
        b"<",
        Text(
            de="XML- und HTML-Dateien außer GraphML und GEXF",
            en="XML and HTML files other than GraphML and GEXF",
        ),
    ),
    (b"\x1f\x8b", Text(de="Gepackte Dateien (.gz)", en="compressed files (.gz)")),
)


def refuse_others(data: bytes, file: str) -> None:
    """Refuse a file that is neither a workbook nor text.

    Raises:
        ProtectedWorkbookError: An old or encrypted workbook.
        UnsupportedFormatError: Another kind of file, which the error names.
    """
    place = Place(file=file)
    if data.startswith(_COMPOUND_FILE):
        raise ProtectedWorkbookError(place=place)
    start = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, kind in _OTHERS:
        if start.startswith(mark):
            raise UnsupportedFormatError(place=place, kind=kind)
    if data.startswith(_OTHER_ZIPS):
        raise UnsupportedFormatError(
            place=place, kind=Text(de="Leere oder geteilte Archive", en="empty or divided archives")
        )
    # The names of its parts stand unpacked at the end of an archive.
    if data.startswith(ZIP) and b"xl/workbook.xml" not in data:
        for mark, kind in _ARCHIVES:
            if mark in data:
                raise UnsupportedFormatError(place=place, kind=kind)
        # A workbook that is cut off has lost the list of its parts, and says so later.
        if b"PK\x05\x06" in data and b"[Content_Types].xml" not in data:
            raise UnsupportedFormatError(
                place=place, kind=Text(de="Zip-Archive", en="zip archives")
            )
