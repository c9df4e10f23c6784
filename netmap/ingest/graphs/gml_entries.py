"""The keys and values of a GML file, nested as its brackets say, each with its line."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from netmap.errors import Place
from netmap.ingest.graphs.elements import SAVE_AGAIN
from netmap.ingest.graphs.errors import BrokenGraphError
from netmap.ingest.graphs.raw import Value
from netmap.language import Text

MAX_DEPTH = 60
"""Levels of nesting; graphs with all their graphics have under ten."""

_NAME = "GML"
_TOKEN = re.compile(
    r"""\s*+(?:(?P<comment>\#[^\n]*+)|(?P<string>"[^"]*+")|(?P<open>\[)|(?P<close>\])|(?P<word>[^\s\[\]"]++))"""
)
_KEY = re.compile(r"[A-Za-z_][^\s\[\]\"]*", re.ASCII)
_INTEGER = re.compile(r"[+-]?\d{1,18}", re.ASCII)
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)


class Entry(NamedTuple):
    """One key with its value, a list of entries where it opens brackets."""

    key: str
    value: Value | list[Entry]
    line: int


def broken(file: str, line: int, problem: Text, remedy: Text = SAVE_AGAIN) -> BrokenGraphError:
    """The error of a file that is no GML."""
    place = Place(file=file, line=line)
    return BrokenGraphError(place=place, format=_NAME, problem=problem, remedy=remedy)


def entries(text: str, file: str) -> list[Entry]:
    """All keys and values of a file.

    Raises:
        BrokenGraphError: It is no GML; the place says the line.
    """
    top: list[Entry] = []
    open_lists = [top]
    opened_at: list[int] = []
    key: tuple[str, int] | None = None
    for kind, found, line in _tokens(text, file):
        if key is None:
            if kind == "close" and opened_at:
                open_lists.pop()
                opened_at.pop()
            elif kind == "word" and _KEY.fullmatch(found):
                key = (found, line)
            else:
                raise _unexpected(file, line, found)
            continue
        if kind == "close":
            raise _unexpected(file, line, found)
        if kind == "open":
            inner: list[Entry] = []
            open_lists[-1].append(Entry(key[0], inner, key[1]))
            open_lists.append(inner)
            opened_at.append(line)
            if len(opened_at) > MAX_DEPTH:
                raise broken(
                    file,
                    line,
                    Text(
                        de=f"Mehr als {MAX_DEPTH} Ebenen sind ineinander geschachtelt.",
                        en=f"more than {MAX_DEPTH} levels are nested in each other.",
                    ),
                )
        else:
            value = html.unescape(found[1:-1]) if kind == "string" else _plain(found)
            open_lists[-1].append(Entry(key[0], value, key[1]))
        key = None
    if key is not None or opened_at:
        line = opened_at[-1] if opened_at else key[1] if key else 1
        raise broken(
            file,
            line,
            Text(
                de="Was hier beginnt, wird nicht geschlossen; die Datei ist abgeschnitten.",
                en="what begins here is never closed; the file is cut off.",
            ),
        )
    return top


def _tokens(text: str, file: str) -> Iterator[tuple[str, str, int]]:
    """Kind, text and line of every token but comments."""
    at, line = 0, 1
    length = len(text.rstrip())
    while at < length:
        match = _TOKEN.match(text, at)
        if match is None:
            line += text.count("\n", at, text.find('"', at) + 1)
            problem = Text(de="Ein Text wird nicht geschlossen.", en="a text is never closed.")
            raise broken(file, line, problem)
        kind = str(match.lastgroup)
        start = match.start(kind)
        line += text.count("\n", at, start)
        if kind != "comment":
            yield kind, match[kind], line
        line += text.count("\n", start, match.end())
        at = match.end()


def _unexpected(file: str, line: int, found: str) -> BrokenGraphError:
    shown = found[:40]
    return broken(
        file,
        line,
        Text(de=f"Unerwartet ist hier „{shown}“.", en=f'not expected here is "{shown}".'),
        Text(
            de="In dieser Zeile prüfen, ob jeder Name einen Wert hat und jede Klammer schließt.",
            en="Check in this line whether every name has a value and every bracket closes.",
        ),
    )


def _plain(word: str) -> Value:
    if _INTEGER.fullmatch(word):
        return int(word)
    if _NUMBER.fullmatch(word):
        number = float(word)
        return word if number in {float("inf"), float("-inf")} else number
    return word
