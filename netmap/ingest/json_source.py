"""JSON files read so that nothing in them is guessed or lost, each fault with its place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import NoReturn

from netmap.errors import Place
from netmap.ingest import limits
from netmap.ingest.errors import BrokenJsonError, SourceEmptyError
from netmap.language import Text

JsonValue = bool | int | float | str | None | list["JsonValue"] | dict[str, "JsonValue"]

MAX_DEPTH = 60
"""Levels of nesting; data about people and bodies has under ten, and readers recurse."""

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|-?(?:NaN|Infinity)|-?\d++', re.DOTALL)


class _RepeatedKeyError(ValueError):
    """An object names one key twice."""


class _ConstantError(ValueError):
    """A value that JSON does not have."""


def begins_as_json(data: bytes) -> bool:
    """Whether a file begins with a bracket, as all JSON does that holds records.

    >>> begins_as_json(b' {"a": 1}'), begins_as_json(b"id;name")
    (True, False)
    """
    return data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00").startswith((b"{", b"["))


def read_json(data: bytes, *, file: str) -> JsonValue:
    """The value that a JSON file holds.

    Reads UTF-8, UTF-16 and UTF-32, with or without byte order mark. What other readers accept in
    silence is refused: NaN, a key that an object names twice, more than `MAX_DEPTH` levels.

    Args:
        data: The whole file; the caller limits its size.
        file: Name of the file for messages.

    Raises:
        SourceEmptyError: There is nothing in it.
        SourceTooLargeError: It holds more lists and objects than memory should.
        BrokenJsonError: It is no JSON, or not the Unicode text that JSON is; the place says line
            and column.

    >>> read_json(b'{"persons": []}', file="list.json")
    {'persons': []}
    """
    if not data.strip(b"\xef\xbb\xbf \t\r\n\x00"):
        raise SourceEmptyError(place=Place(file=file))
    text = _decoded(data, file)
    limits.refuse_more(
        limits.MAX_CONTAINERS,
        text.count("[") + text.count("{"),
        of=Text(de="Listen und Objekte", en="lists and objects"),
        what=Text(de="Die Datei", en="The file"),
        place=Place(file=file),
    )
    try:
        value: JsonValue = json.loads(
            text, object_pairs_hook=_object, parse_constant=_refuse_constant
        )
    except json.JSONDecodeError as error:
        raise _broken(_syntax(error), file, text, error.pos) from None
    except _RepeatedKeyError as error:
        key = str(error)
        problem = Text(
            de=f"Der Schlüssel „{key}“ steht zweimal in einem Objekt.",
            en=f'The key "{key}" stands twice in one object.',
        )
        raise _broken(problem, file, text, _repeated_key_at(text)) from None
    except _ConstantError as error:
        problem = Text(de=f"{error} ist in JSON kein Wert.", en=f"{error} is no value in JSON.")
        raise _broken(problem, file, text, _token_at(text, str(error))) from None
    except RecursionError:
        raise _too_deep(file, text) from None
    except ValueError:
        # Python refuses to turn thousands of digits into a number.
        problem = Text(de="Eine Zahl ist zu lang.", en="A number is too long.")
        at = next(
            (m.start() for m in _TOKEN.finditer(text) if len(m[0]) > 1_000 and m[0][-1].isdigit()),
            0,
        )
        raise _broken(problem, file, text, at) from None
    if _depth(value) > MAX_DEPTH:
        raise _too_deep(file, text)
    return value


def _decoded(data: bytes, file: str) -> str:
    encoding = json.detect_encoding(data)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        problem = Text(
            de=f"Byte {error.start + 1} passt nicht zur Zeichenkodierung {name}.",
            en=f"Byte {error.start + 1} does not fit the character encoding {name}.",
        )
        place = Place(file=file, line=data.count(b"\n", 0, error.start) + 1)
        raise BrokenJsonError(place=place, problem=problem) from None


def _object(pairs: list[tuple[str, JsonValue]]) -> dict[str, JsonValue]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                raise _RepeatedKeyError(key[:100])
            seen.add(key)
    return found


def _refuse_constant(name: str) -> NoReturn:
    raise _ConstantError(name)


def _depth(value: JsonValue) -> int:
    deepest = 0
    open_values: list[tuple[JsonValue, int]] = [(value, 1)]
    while open_values:
        current, depth = open_values.pop()
        if isinstance(current, dict):
            children: Iterator[JsonValue] = iter(current.values())
        elif isinstance(current, list):
            children = iter(current)
        else:
            continue
        deepest = max(deepest, depth)
        if deepest > MAX_DEPTH:
            return deepest
        open_values.extend(
            (child, depth + 1) for child in children if isinstance(child, (dict, list))
        )
    return deepest


def _token_at(text: str, wanted: str) -> int:
    return next((match.start() for match in _TOKEN.finditer(text) if match[0] == wanted), 0)


def _too_deep_at(text: str) -> int:
    depth = 0
    for match in _TOKEN.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match[0], 0)
        if depth > MAX_DEPTH:
            return match.start()
    return 0


def _repeated_key_at(text: str) -> int:
    """Offset of the first key that its object has named before."""
    open_keys: list[set[str] | None] = []
    for match in _TOKEN.finditer(text):
        found = match[0]
        if found in "[{":
            open_keys.append(set() if found == "{" else None)
        elif found in "]}":
            open_keys.pop()
        elif found[0] == '"' and open_keys and open_keys[-1] is not None:
            if not re.compile(r"\s*:").match(text, match.end()):
                continue
            key = str(json.loads(found))
            if key in open_keys[-1]:
                return match.start()
            open_keys[-1].add(key)
    return 0


def _syntax(error: json.JSONDecodeError) -> Text:
    if error.pos >= len(error.doc.rstrip()):
        return Text(
            de="Das Ende fehlt; die Datei ist abgeschnitten.",
            en="The end is missing; the file is cut off.",
        )
    if error.msg.startswith("Unterminated string"):
        return Text(de="Ein Text ist nicht geschlossen.", en="A text is not closed.")
    if error.msg.startswith("Invalid control character"):
        return Text(
            de="In einem Text steht ein unverschlüsselter Zeilenumbruch oder ein Steuerzeichen.",
            en="A text holds a bare line break or control character.",
        )
    found = error.doc[error.pos : error.pos + 20].split("\n")[0]
    if error.msg.startswith("Extra data"):
        return Text(
            de=f"Nach dem Ende der Daten steht noch „{found}“.",
            en=f'After the end of the data stands "{found}".',
        )
    return Text(de=f"Unerwartet ist hier „{found}“.", en=f'Not expected here is "{found}".')


def _too_deep(file: str, text: str) -> BrokenJsonError:
    problem = Text(
        de=f"Mehr als {MAX_DEPTH} Ebenen sind ineinander geschachtelt.",
        en=f"More than {MAX_DEPTH} levels are nested in each other.",
    )
    return _broken(problem, file, text, _too_deep_at(text))


def _broken(problem: Text, file: str, text: str, offset: int) -> BrokenJsonError:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    place = Place(file=file, line=line, column=str(column))
    return BrokenJsonError(place=place, problem=problem)
