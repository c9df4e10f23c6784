"""A network as CSV files in one archive, as German and English Excel open them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence

from netmap.ingest.csv_files import csv_sheet
from netmap.ingest.table import Sheet
from netmap.ingest.workbook.own import SHEET
from netmap.language import Language
from netmap.views.csv_text import inert
from netmap.views.exports.contents import Contents
from netmap.views.exports.own_sheet import own_lines
from netmap.views.exports.tables import Cell, sheet_tables

# Equal contents give equal bytes.
_MADE_AT = (2000, 1, 1, 0, 0, 0)
# As Excel expects them where decimals have a comma, and where they have a point.
_DELIMITERS = {Language.DE: ";", Language.EN: ","}
_BYTE_ORDER_MARK = "\ufeff"


def csv_zip(contents: Contents, language: Language) -> bytes:
    """A file a sheet, in UTF-8 with byte order mark, and one that keeps what CSV cannot say.

    In German cells are separated by semicolons and numbers have a decimal comma. A text that a
    spreadsheet would calculate begins with an apostrophe, which an import takes away again.
    """
    tables = sheet_tables(contents.records, language)
    files = {table.title: _csv([table.header, *table.rows], language) for table in tables}
    read = [(table, as_read(files[table.title], table.title, language)) for table in tables]
    files[SHEET] = _csv(own_lines(contents, read, language), language)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for title, content in files.items():
            info = zipfile.ZipInfo(f"{title}.csv", date_time=_MADE_AT)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def as_read(content: bytes, title: str, language: Language) -> Sheet:
    """The sheet as a reader of the file will hand it over."""
    delimiter = _DELIMITERS[language]
    return csv_sheet(content, file=SHEET, name=title, part=f"{title}.csv", delimiter=delimiter)


def csv_table(lines: Iterable[Sequence[Cell]], language: Language) -> bytes:
    r"""One table as a file that Excel opens in the language; the first line is its head.

    >>> csv_table([["Name", "Share"], ["=1+1", 0.5]], Language.DE).decode("utf-8-sig")
    "Name;Share\r\n'=1+1;0,5\r\n"
    """
    return _csv(lines, language)


def _csv(lines: Iterable[Sequence[Cell]], language: Language) -> bytes:
    out = io.StringIO()
    out.write(_BYTE_ORDER_MARK)
    writer = csv.writer(out, delimiter=_DELIMITERS[language], lineterminator="\r\n")
    for line in lines:
        writer.writerow([_text(value, language) for value in line])
    return out.getvalue().encode()


def _text(value: Cell, language: Language) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    number = str(value)
    return number.replace(".", ",") if language is Language.DE else number
