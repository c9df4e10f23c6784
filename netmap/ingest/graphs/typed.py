"""Attribute values of graph files by their declared type, in the spellings of many programs."""

from __future__ import annotations

import re
from typing import NamedTuple

from netmap.errors import Place
from netmap.ingest.graphs.notices import VALUE_OF_OTHER_TYPE
from netmap.ingest.graphs.raw import Value, listed
from netmap.ingest.problems import Problem

_BOOLEANS = {"true": True, "t": True, "1": True, "yes": True} | {
    "false": False,
    "f": False,
    "0": False,
    "no": False,
}
_WHOLE = frozenset({"int", "integer", "long", "short", "byte", "biginteger"})
_BROKEN = frozenset({"float", "double", "bigdecimal"})
_INTEGER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_NOT_KNOWN = frozenset({"nan", "na", "null"})
_LIST_SEPARATOR = re.compile(r"[|;,]")


class Declared(NamedTuple):
    """An attribute as the head of a file declares it."""

    title: str
    type: str = "string"
    default: str = ""


def typed(value: str, declared: Declared, at: Place, problems: list[Problem]) -> Value | None:
    """A value by its type; as text, with a warning, where it is none of that type.

    igraph writes booleans as ``true``, ``1`` or ``T`` and unknown numbers as ``NaN``, which is no
    value; Gephi writes lists in brackets.
    """
    if not value:
        return None
    kind = declared.type.lower()
    try:
        return _read(value, kind)
    except _OtherTypeError:
        problems.append(VALUE_OF_OTHER_TYPE.at(at, value=value[:100], type=declared.type))
        return value


class _OtherTypeError(ValueError):
    """A text is no value of its type."""


def _read(value: str, kind: str) -> Value | None:
    plain = value.strip()
    if kind == "boolean":
        if plain.lower() in _NOT_KNOWN:
            return None
        if plain.lower() not in _BOOLEANS:
            raise _OtherTypeError
        return _BOOLEANS[plain.lower()]
    if kind in _WHOLE or kind in _BROKEN:
        if plain.lower() in _NOT_KNOWN:
            return None
        if _INTEGER.fullmatch(plain):
            return int(plain)
        return _number(plain, kind)
    if kind.startswith("list"):
        inner = plain[1:-1] if plain[:1] + plain[-1:] in {"[]", "()"} else plain
        parts = (part.strip().strip("\"'") for part in _LIST_SEPARATOR.split(inner))
        return listed(part for part in parts if part) or None
    return value


def _number(plain: str, kind: str) -> Value:
    try:
        number = float(plain)
    except ValueError as error:
        raise _OtherTypeError from error
    # What has no end is kept in words: stores hold finite numbers only.
    if number in {float("inf"), float("-inf")}:
        return plain
    if kind in _WHOLE:
        # 3.0 is whole; numbers of twenty digits are ids and lose nothing as text.
        return int(number) if number.is_integer() and abs(number) < 1 << 53 else plain
    return number
