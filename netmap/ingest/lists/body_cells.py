"""Cells that name bodies, as flat lists hold them: "AG Übergang; Steuergremium (Vorsitz)"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from netmap.errors import NetmapError
from netmap.ingest.identity import name_key
from netmap.ingest.normalise import is_unknown, one_line, text
from netmap.ingest.normalise_dates import partial_date
from netmap.ingest.roles import role
from netmap.vocabulary import Role

# Characters; what is longer is prose, and its commas are those of prose.
_LONGEST = 1_000
_SEPARATORS = ";|\n"
_IN_PARENTHESES = re.compile(r"^(?P<name>.*\S)\s*[(\[](?P<inside>[^()\[\]]*)[)\]]$")
_AFTER_DASH = re.compile(r"^(?P<name>.*\S)\s*(?::\s|\s[–—-]\s)\s*(?P<inside>\S.*)$")
_BULLET = re.compile(r"^(?:[-–—•*·]|\d{1,2}[.)])\s+")
_ARTICLES = frozenset(
    {"der", "die", "das", "des", "dem", "den", "im", "in", "of", "the", "for", "für"}
)
_START = re.compile(r"^(?:seit|ab|since|from)\s+(?P<date>.+)$", re.IGNORECASE)
_END = re.compile(r"^(?:bis|until|till|to)\s+(?P<date>.+)$", re.IGNORECASE)
_SPAN = re.compile(r"^(?P<start>[\d./]{4,10})\s*(?:-|–|—|bis|to)\s*(?P<end>[\d./]{4,10})$")
# How names of bodies begin; where every part of a cell does, its commas stand between bodies.
_BODY_WORD = re.compile(
    r"^(?:AG|AK|UAG|FAG|PG|LK|Facharbeits|Fach|Arbeits|Steuer|Steuerungs|Lenkungs|Projekt|Beirat|"
    r"Ausschuss|Unterausschuss|Netzwerk|Runder Tisch|Forum|Rat|Gremium|Konferenz|Kommission|Jury|"
    r"Vorstand|Working group|Committee|Board|Council)",
)


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """One body in a cell, with what stands beside its name.

    Attributes:
        words: The entry as it stands in the cell.
        role_label: Words for the role; empty where none stand there.
        start: ISO date; ``None`` where none stands there.
        end: Likewise.
    """

    name: str
    words: str
    role_label: str = ""
    start: str | None = None
    end: str | None = None


def body_words(cell: object) -> tuple[str, ...]:
    r"""The entries of a cell, separated by ``;``, ``|`` or line breaks outside parentheses.

    >>> body_words("AG Übergang; Steuergremium (Vorsitz; seit 2019)\n- Beirat")
    ('AG Übergang', 'Steuergremium (Vorsitz; seit 2019)', 'Beirat')
    """
    found = text(cell)
    entries, depth, begin = [], 0, 0
    balanced = found.count("(") == found.count(")")
    for at, char in enumerate(found):
        if balanced and char in "()":
            depth += 1 if char == "(" else -1
        elif char in _SEPARATORS and depth <= 0:
            entries.append(found[begin:at])
            begin = at + 1
    entries.append(found[begin:])
    words = (_BULLET.sub("", one_line(entry)) for entry in entries)
    return tuple(dict.fromkeys(each for each in words if not is_unknown(each)))


class BodyNames:
    """What is known of the names of bodies once all cells of a list have been seen.

    Commas, parentheses and dashes may belong to a name or stand beside it. What settles it is the
    rest of the list: a name that stands somewhere by itself is a name.
    """

    def __init__(self, cells: Iterable[tuple[str, ...]]) -> None:
        """Learn the names from ``cells``: the entries of each, as `body_words` gives them."""
        self._known: set[str] = set()
        for entry in (entry for cell in cells for entry in cell):
            beside = _beside(entry)
            if beside is not None and "," not in beside.name:
                self._known.add(name_key(beside.name))
            elif beside is None and not set(entry) & set("(),[]"):
                self._known.add(name_key(entry))

    def entries(self, words: str) -> tuple[BodyEntry, ...]:
        """The bodies that an entry names: several where commas separate them."""
        parts = _outside_parentheses(words) if len(words) <= _LONGEST else [words]
        if name_key(words) not in self._known and len(parts) > 1 and all(map(self._names, parts)):
            return tuple(self._entry(part) for part in parts)
        return (self._entry(words),)

    def _names(self, part: str) -> bool:
        name = self._entry(part).name
        return name_key(name) in self._known or bool(_BODY_WORD.match(name))

    def _entry(self, words: str) -> BodyEntry:
        found = _beside(words)
        if found is not None:
            return found
        match = _IN_PARENTHESES.match(words)
        if match and name_key(match["name"]) in self._known:
            # The body is known without the parentheses: a role that has no name of its own here.
            return BodyEntry(match["name"], words, role_label=match["inside"].strip())
        return self._role_before(words) or BodyEntry(words, words)

    def _role_before(self, words: str) -> BodyEntry | None:
        """The role and the body of "Vorsitz Steuergremium", where that body is known by itself."""
        split = words.split()
        for at in range(1, min(len(split), 4)):
            rest = split[at:]
            while len(rest) > 1 and rest[0].lower() in _ARTICLES:
                rest = rest[1:]
            name, label = " ".join(rest), " ".join(split[:at])
            if name_key(name) in self._known and role(label) is not Role.OTHER:
                return BodyEntry(name, words, role_label=label)
        return None


def described(name: str, details: str) -> BodyEntry | None:
    """A body with details such as "Vorsitz, seit 2019"; ``None`` where they are anything else.

    >>> described("Beirat", "stellv. Vorsitz, seit 2019")
    BodyEntry(name='Beirat', words='stellv. Vorsitz, seit 2019', role_label='stellv. Vorsitz',
              start='2019', end=None)
    """
    entry = BodyEntry(name, details)
    for part in re.split(r"[,;]", details):
        taken = _with_part(entry, part.strip())
        if taken is None:
            return None
        entry = taken
    return entry


def _beside(words: str) -> BodyEntry | None:
    """Name, role and dates of an entry whose parentheses or dash hold nothing but these."""
    match = _IN_PARENTHESES.match(words)
    if match:
        entry = described(match["name"], match["inside"])
        return entry and replace(entry, words=words)
    match = _AFTER_DASH.match(words)
    if match and role(match["inside"]) is not Role.OTHER:
        return BodyEntry(match["name"], words, role_label=match["inside"])
    return None


def _with_part(entry: BodyEntry, part: str) -> BodyEntry | None:
    if not part:
        return entry
    for pattern, names in ((_SPAN, ("start", "end")), (_START, ("start",)), (_END, ("end",))):
        match = pattern.match(part)
        if match is None:
            continue
        groups = match.groupdict()
        try:
            dates = {name: partial_date(groups.get(name) or groups["date"]) for name in names}
        except (NetmapError, KeyError):
            return None
        return replace(entry, start=dates.get("start", entry.start), end=dates.get("end"))
    if role(part) is Role.OTHER or entry.role_label:
        return None
    return replace(entry, role_label=part)


def _outside_parentheses(words: str) -> list[str]:
    parts = re.split(r",\s*(?![^(\[]*[)\]])", words)
    return [part.strip() for part in parts if part.strip()]
