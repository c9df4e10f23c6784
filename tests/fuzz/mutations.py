"""Ways to break a file: bytes, pieces of text, cells, JSON values, and parts of an archive.

A mutation is data (which way, where, with what), so that Hypothesis can make a failing one small;
`mutated` applies it, and always gives the same bytes.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from tests.strategies import HOSTILE_TEXTS

_MANY = 1 << 20
_PIECE = re.compile(r"\w+|\s+|[^\w\s]", re.UNICODE)

_ODD_TEXTS = (
    *("", " ", "0", "-1", "1e308", "9" * 400, "1.234", "NaN", "x", "ja", "Vorsitz", "Name", "ID"),
    *("31.12.9999", "00.00.0000", "2024-13-45", "9999-12-31", "0001-01-01", "45292", "03/04/2024"),
    *("unbekannt", "N. N.", "; ; ;", "a;b|c\nd", '"', "'", "\x1f", "\x00", "\x85", "\u2028", "\r"),
    *(
        "e\u0301",
        "\u0131",
        "ß",
        "\ufb01",
        "🗸",
        "\U0001f3f3",
        "\uff21",
        "x" * 1_200,
        "x" * 60_000,
        "<",
        "&",
        "]]>",
    ),
    *HOSTILE_TEXTS,
)
_ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1 << 70, -(10**300), 1.5, 1e308, [], {}, [[]], [None], [{}]),
    *({"id": "ada"}, {"": ""}, ["ada", "ada"], {"a": {"b": [1]}}, "\ud800", *_ODD_TEXTS),
)


class Mutation(NamedTuple):
    """One change; numbers are taken modulo what there is."""

    way: str
    where: int
    what: int
    other: int


_WAYS = ("bytes", "cut", "double", "piece", "cell", "row", "json", "part")


def mutations() -> SearchStrategy[list[Mutation]]:
    """A few changes; none leaves the seed as it is."""
    number = st.integers(0, _MANY)
    one = st.builds(Mutation, st.sampled_from(_WAYS), number, number, number)
    return st.lists(one, max_size=5)


def mutated(data: bytes, mutation: Mutation) -> bytes:
    """The file after one change; a change that does not fit the file flips a byte instead."""
    if not data:
        return data
    return _APPLIED[mutation.way](data, mutation)


def _bytes(data: bytes, mutation: Mutation) -> bytes:
    at = mutation.where % len(data)
    changed = bytearray(data)
    if mutation.other % 3 == 0:
        changed[at] ^= 1 << mutation.what % 8
    elif mutation.other % 3 == 1:
        changed[at] = (0, 0xFF, 0x80, 0x22, 0x0A, 0x3C)[mutation.what % 6]
    else:
        del changed[at : at + 1 + mutation.what % 8]
    return bytes(changed)


def _cut(data: bytes, mutation: Mutation) -> bytes:
    at = mutation.where % len(data)
    return data[:at] if mutation.what % 2 else data[at:]


def _double(data: bytes, mutation: Mutation) -> bytes:
    start, end = sorted((mutation.where % len(data), mutation.what % len(data)))
    return data[:end] + data[start:end] * (1 + mutation.other % 3) + data[end:]


def _piece(data: bytes, mutation: Mutation) -> bytes:
    """A word or sign replaced, dropped, doubled, or put elsewhere."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return _bytes(data, mutation)
    pieces = _PIECE.findall(text)
    if not pieces:
        return _bytes(data, mutation)
    at, other = mutation.where % len(pieces), mutation.other % len(pieces)
    match mutation.what % 4:
        case 0:
            pieces[at] = _ODD_TEXTS[mutation.other % len(_ODD_TEXTS)]
        case 1:
            del pieces[at]
        case 2:
            pieces[at], pieces[other] = pieces[other], pieces[at]
        case _:
            pieces.insert(other, pieces[at])
    return "".join(pieces).encode(errors="surrogatepass")


def _lines(data: bytes) -> tuple[list[list[str]], str] | None:
    """A table of text as cells, and what stands between them."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    first = text.partition("\n")[0]
    delimiter = max(";,\t", key=first.count)
    return [line.split(delimiter) for line in text.split("\n")], delimiter


def _cell(data: bytes, mutation: Mutation) -> bytes:
    table = _lines(data)
    if table is None:
        return _bytes(data, mutation)
    lines, delimiter = table
    line = lines[mutation.where % len(lines)]
    at = mutation.what % len(line)
    match mutation.other % 4:
        case 0:
            other = lines[mutation.other % len(lines)]
            line[at] = other[at % len(other)]
        case 1:
            line.insert(at, line[at])
        case 2:
            line[at] = '"' + line[at]
        case _:
            line[at] = _ODD_TEXTS[mutation.other % len(_ODD_TEXTS)]
    return _joined(lines, delimiter)


def _row(data: bytes, mutation: Mutation) -> bytes:
    table = _lines(data)
    if table is None:
        return _bytes(data, mutation)
    lines, delimiter = table
    at, other = mutation.where % len(lines), mutation.other % len(lines)
    match mutation.what % 4:
        case 0:
            del lines[at]
        case 1:
            lines.insert(other, list(lines[at]))
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = lines[at] * 3
    return _joined(lines, delimiter)


def _joined(lines: list[list[str]], delimiter: str) -> bytes:
    return "\n".join(delimiter.join(line) for line in lines).encode(errors="surrogatepass")


def _json(data: bytes, mutation: Mutation) -> bytes:
    """A value replaced, dropped, doubled, exchanged for another, or put one level deeper."""
    try:
        document = json.loads(data)
    except ValueError:
        return _piece(data, mutation)
    places = list(_places(document))
    if not places:
        return _bytes(data, mutation)
    holder, key = places[mutation.where % len(places)]
    match mutation.what % 6:
        case 0:
            holder[key] = _ODD_VALUES[mutation.other % len(_ODD_VALUES)]
        case 1:
            del holder[key]
        case 2:
            source, at = places[mutation.other % len(places)]
            holder[key] = json.loads(json.dumps(source[at]))
        case 3:
            holder[key] = [holder[key], holder[key]]
        case 4 if isinstance(holder, dict):
            holder[_ODD_TEXTS[mutation.other % len(_ODD_TEXTS)]] = holder.pop(key)
        case 5 if isinstance(holder, list):
            holder.insert(mutation.other % len(holder), holder[key])
        case _:
            holder[key] = {"id": holder[key], "name": holder[key]}
    return json.dumps(document).encode()


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    keys = list(value) if isinstance(value, dict) else range(len(value))
    for key in keys:
        yield value, key
        if isinstance(value[key], dict | list):
            yield from _places(value[key])


def _part(data: bytes, mutation: Mutation) -> bytes:
    """A part of an archive changed inside, so that the archive itself stays whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        return _piece(data, mutation)
    if not parts:
        return _bytes(data, mutation)
    name = sorted(parts)[mutation.other % len(parts)]
    inside = (_bytes, _cut, _double, _piece)[mutation.what % 4]
    parts[name] = inside(parts[name], mutation) if parts[name] else b"<"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for each, content in parts.items():
            archive.writestr(each, content)
    return out.getvalue()


_APPLIED: dict[str, Callable[[bytes, Mutation], bytes]] = {
    "bytes": _bytes,
    "cut": _cut,
    "double": _double,
    "piece": _piece,
    "cell": _cell,
    "row": _row,
    "json": _json,
    "part": _part,
}
