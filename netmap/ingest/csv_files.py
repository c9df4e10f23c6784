"""CSV files as offices write them, turned into sheets."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from netmap.errors import Place
from netmap.ingest import limits
from netmap.ingest.errors import EncodingError, MalformedCsvError, NulByteError, SourceEmptyError
from netmap.ingest.notices import Notice
from netmap.ingest.problems import Problem, Severity
from netmap.ingest.table import Row, Sheet, rows_of
from netmap.language import Text

ENCODING_GUESSED = Notice(
    code="ingest.encoding_guessed",
    severity=Severity.NOTE,
    cause=Text(
        de="Die Datei ist nicht in UTF-8 geschrieben; sie wurde als Windows-1252 gelesen.",
        en="The file is not written in UTF-8; it was read as Windows-1252.",
    ),
    remedy=Text(
        de="Sehen Umlaute falsch aus, die Datei als „CSV UTF-8“ speichern und erneut importieren.",
        en='If umlauts look wrong, save the file as "CSV UTF-8" and import it again.',
    ),
)
FORMULA_TEXT = Notice(
    code="ingest.formula_text",
    severity=Severity.WARNING,
    cause=Text(
        de="Der Text „{text}“ sieht wie eine Formel aus; er wurde als Text übernommen.",
        en='The text "{text}" looks like a formula; it was taken over as text.',
    ),
    remedy=Text(
        de="Falls ein Ergebnis gemeint ist, die Formel durch ihren Wert ersetzen.",
        en="If a result is meant, replace the formula by its value.",
    ),
)

_DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_CHARACTERS = 1 << 16
_SAMPLE_ROWS = 20
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What spreadsheets calculate; East Asian ones take the wide forms for the same."""

_BYTE_ORDER_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def csv_sheet(
    data: bytes, *, file: str, name: str, part: str | None, delimiter: str | None = None
) -> Sheet:
    """The one sheet of a CSV file.

    Delimiters are ``;``, ``,``, tab and ``|``, found from the first rows or named by Excel's
    ``sep=`` line; encodings UTF-8 and UTF-16 with and without byte order mark, else Windows-1252.

    Args:
        data: The bytes of the file.
        file: Name of the file or folder as the user gave it.
        name: Title of the sheet.
        part: Name of the CSV file in its folder; ``None`` for a file of its own.
        delimiter: What netmap put between the cells, if it wrote the file; nothing is guessed where
            the first line has it.

    Raises:
        SourceEmptyError: There is nothing in it.
        EncodingError: No encoding fits.
        NulByteError: It holds NUL characters.
        SourceTooLargeError: It holds more columns or cells than `netmap.ingest.limits` allows.
        MalformedCsvError: A quotation mark is never closed, or a cell is longer than any text.
    """
    place = Place(file=file, sheet=part)
    problems: list[Problem] = []
    text, guessed = decoded(data, place)
    if not text.strip():
        raise SourceEmptyError(place=place)
    if guessed:
        problems.append(ENCODING_GUESSED.at(place))
    if delimiter is None or delimiter not in text.partition("\n")[0]:
        delimiter, text = _delimiter(text)
    try:
        rows, formulas = _rows(_records(text, delimiter, place, strict=True), place)
    except _StrayQuoteError:
        # A quotation mark inside a cell: programs that do not double it still mean one cell.
        rows, formulas = _rows(_records(text, delimiter, place, strict=False), place)
    problems += formulas
    return Sheet(file=file, name=name, part=part, rows=rows, problems=tuple(problems))


def decoded(data: bytes, place: Place) -> tuple[str, bool]:
    """The text, and whether its encoding is a guess."""
    encodings = [name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)] or [
        _encoding_without_mark(data)
    ]
    guessed = False
    try:
        text = data.decode(encodings[0])
    except UnicodeDecodeError:
        if encodings[0] != "utf-8":
            raise EncodingError(place=place) from None
        guessed = True
        try:
            text = data.decode("cp1252")
        except UnicodeDecodeError:
            raise EncodingError(place=place) from None
    nul = text.find("\x00")
    if nul >= 0:
        line = text.count("\n", 0, nul) + 1
        raise NulByteError(place=Place(file=place.file, sheet=place.sheet, line=line))
    return text, guessed


def _encoding_without_mark(data: bytes) -> str:
    """UTF-16 leaves every second byte of Western text zero; anything else is tried as UTF-8."""
    sample = data[:2_000]
    if len(sample) >= 4:
        even, odd = sample[0::2].count(0), sample[1::2].count(0)
        half = len(sample) // 2
        if odd > half * 0.8 and not even:
            return "utf-16-le"
        if even > half * 0.8 and not odd:
            return "utf-16-be"
    return "utf-8"


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter, and the text without a ``sep=`` line, which Excel does not show either."""
    first, _, rest = text.partition("\n")
    named = first.strip().strip('"').lower()
    if named.startswith("sep=") and len(named) == len("sep="):
        return "\t", rest
    if named.startswith("sep=") and len(named) == len("sep=") + 1:
        return named[-1], rest
    return max(_DELIMITERS, key=lambda delimiter: _fit(text, delimiter)), text


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """How many of the first rows have the same number of cells, more than one, and that number."""
    sample = text[:_SAMPLE_CHARACTERS]
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        rows = list(islice(reader, _SAMPLE_ROWS))
    except csv.Error:
        return 0, 0
    if 1 < len(rows) < _SAMPLE_ROWS and len(sample) < len(text):
        del rows[-1]  # cut in its middle
    widths = Counter(map(len, rows))
    fits = ((count, width) for width, count in widths.items() if width > 1)
    return max(fits, default=(0, 0))


def _rows(lines: Iterable[list[str]], place: Place) -> tuple[tuple[Row, ...], list[Problem]]:
    """The rows, and the texts among them that look like formulas."""
    problems: list[Problem] = []
    return rows_of(_without_formulas(lines, place, problems)), problems


def _without_formulas(
    lines: Iterable[list[str]], place: Place, problems: list[Problem]
) -> Iterator[list[str]]:
    for number, line in enumerate(lines, 1):
        for at, value in enumerate(line):
            if value[:1] == "'":
                line[at] = _without_apostrophe(value)
            elif value[:1] == "=":
                line[at] = _without_formula(value)
                if line[at] is value and value[1:2].isalnum():
                    where = Place(file=place.file, sheet=place.sheet, line=number)
                    problems.append(FORMULA_TEXT.at(where, text=value[:60]))
        yield line


class _StrayQuoteError(Exception):
    """A quoted cell goes on after its closing quotation mark."""


def _records(text: str, delimiter: str, place: Place, *, strict: bool) -> Iterator[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=strict)
    number = cells = 0
    try:
        for line in reader:
            number += 1
            cells += len(line) or 1
            if len(line) > limits.MAX_COLUMNS or cells > limits.MAX_CELLS:
                _refuse_size(line, cells, Place(file=place.file, sheet=place.sheet, line=number))
            yield line
    except csv.Error as error:
        if "expected after" in str(error):
            raise _StrayQuoteError from error
        problem = (
            Text(
                de="Ein Anführungszeichen wird nicht geschlossen.",
                en="A quotation mark is never closed.",
            )
            if "end of data" in str(error)
            else Text(de="Eine Zelle ist zu lang.", en="A cell is too long.")
        )
        where = Place(file=place.file, sheet=place.sheet, line=number + 1)
        raise MalformedCsvError(place=where, problem=problem) from error


def _without_apostrophe(value: str) -> str:
    """A text that looks like a formula, without the apostrophe that keeps spreadsheets off it.

    >>> _without_apostrophe("'+49 221"), _without_apostrophe("'s Heerenberg")
    ('+49 221', "'s Heerenberg")
    """
    return value[1:] if value[1:].removeprefix("'").startswith(FORMULA_STARTS) else value


def _refuse_size(line: list[str], cells: int, place: Place) -> None:
    what = Text(de="Die Tabelle", en="The table")
    columns = Text(de="Spalten", en="columns")
    limits.refuse_more(limits.MAX_COLUMNS, len(line), of=columns, what=what, place=place)
    of = Text(de="Zellen", en="cells")
    limits.refuse_more(limits.MAX_CELLS, cells, of=of, what=what, place=place)


def _without_formula(value: str) -> str:
    """Excel's way of keeping ``007`` a text, ``="007"``, undone; anything else as it is."""
    if value.startswith('="') and value.endswith('"') and len(value) > len('=""') - 1:
        return value[2:-1]
    return value
