"""Rows about persons, organisations, bodies and topics, brought together by what they describe."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from netmap.ingest.identity import made_id, name_key, record_id
from netmap.ingest.normalise import id_text, is_unknown, one_line, text
from netmap.ingest.person_names import person_name
from netmap.ingest.problems import Problem
from netmap.ingest.workbook.cells import is_vacant
from netmap.ingest.workbook.directory import PREFIXES
from netmap.ingest.workbook.namesakes import Namesakes
from netmap.ingest.workbook.notices import (
    NO_IDENTITY,
    REPEATED_ID,
    SAME_NAME,
    SAME_ROWS,
    VACANT,
)
from netmap.ingest.workbook.rows import Entry
from netmap.language import Text
from netmap.vocabulary import Kind

KINDS = {
    "persons": Kind.PERSON,
    "organizations": Kind.ORGANIZATION,
    "bodies": Kind.ORGANIZATION,
    "topics": Kind.TOPIC,
}
"""Kinds of the records that have names, by sheet."""

_ON_SEVERAL_SHEETS = frozenset({Kind.ORGANIZATION})
# A name that so many bear alike tells nothing of any.
_MOST_COMPARED = 200
# What does not tell two records of one name apart.
_SAYS_NOTHING = frozenset(
    {"id", "name", "given_name", "family_name", "name_title", "source", "topics", "asked"}
)
# What tells records of one name apart, the first that does so.
_DISTINGUISHING = (
    ("organization",),
    ("function",),
    ("organization", "function"),
    ("parent",),
    ("territory",),
    ("classification",),
)


@dataclass(slots=True, eq=False)
class Draft:
    """One record to be, with the rows that describe it.

    Attributes:
        given: Ids that its rows gave, by sheet.
        shared: Ids that rows of its sheet gave which name another record before it: references
            may mean it, but they identify it to no later import.
        own_name: The first name that its rows give; empty for a function without one.
        name: The same, else the function; empty where only an id is known.
    """

    kind: Kind
    sheet: str
    name: str
    entries: list[Entry]
    given: dict[str, str] = field(default_factory=dict)
    shared: set[str] = field(default_factory=set)
    own_name: str = ""
    record_id: str = ""
    _contents: set[Hashable] = field(default_factory=set)

    def takes(self, entry: Entry) -> bool:
        """Add a row to those that describe it, unless one of them is just the same."""
        if not self._contents:
            self._contents = {each.content for each in self.entries}
        if entry.content in self._contents:
            return False
        self._contents.add(entry.content)
        self.entries.append(entry)
        return True

    def says(self, name: str) -> set[str]:
        """What its rows say in one field, folded."""
        return {said for entry in self.entries if (said := _saying(entry).get(name))}


def called(entry: Entry) -> tuple[str, str]:
    """Name and function of what a row describes; both empty where it gives neither.

    A person's name may be split over cells, and where there is a given name, "Name" alone is the
    family name.
    """
    name = _words(entry, "name")
    if entry.definition.key != "persons":
        return name or _words(entry, "short_name"), ""
    given, family = _words(entry, "given_name"), _words(entry, "family_name")
    if name and given and not family and name_key(given) not in name_key(name):
        name, family = "", name
    if name:
        name = person_name(name)
    elif given or family:
        name = person_name(_words(entry, "name_title"), given=given, family=family)
    return name, _words(entry, "function")


def _words(entry: Entry, name: str) -> str:
    found = entry.cells.get(name)
    words = one_line(found[0].value) if found else ""
    return "" if is_unknown(words) else words


def _saying(entry: Entry) -> dict[str, str]:
    """What a row says, folded, by field or unknown title."""
    said = {
        name: name_key(text(found[0].value))
        for name, found in entry.cells.items()
        if name not in _SAYS_NOTHING
    }
    return said | {f"\x1f{title}": name_key(text(value)) for title, value in entry.rest.items()}


class Drafts:
    """All records of a workbook that have names.

    Rows of one id are one record, unless their names differ. Rows without an id are one record
    when they have one name and nothing that both say speaks against it.
    """

    def __init__(self, problems: list[Problem]) -> None:
        """Add what is found to ``problems``."""
        self._problems = problems
        self._all: list[Draft] = []
        self._by_given: dict[tuple[str, str], Draft] = {}
        self._by_name: dict[tuple[Kind, str], Namesakes[Draft]] = defaultdict(Namesakes)
        self._repeated: dict[str, tuple[Entry, int]] = {}

    def __iter__(self) -> Iterator[Draft]:
        """The drafts, in the order of the source."""
        return iter(self._all)

    def add(self, entry: Entry) -> None:
        """Add a row; one that says nothing of itself is told as an error."""
        sheet = entry.definition.key
        kind = KINDS[sheet]
        name, function = called(entry)
        label = name or function
        own_id = entry.cell("id")
        given = id_text(own_id.value) if own_id else ""
        if not label and not given:
            self._refuse(entry)
            return
        draft = (
            self._of_given(entry, kind, given, label)
            if given
            else self._of_name(entry, kind, label)
        )
        if draft is None:
            draft = Draft(kind, sheet, label, [entry])
            self._all.append(draft)
            if label:
                self._by_name[kind, name_key(label)].add(draft, _saying(entry))
        elif draft.takes(entry) and draft.name:
            self._by_name[kind, name_key(draft.name)].add_row(draft, _saying(entry))
        draft.name = draft.name or label
        draft.own_name = draft.own_name or name
        if given and self._by_given.setdefault((sheet, given), draft) is not draft:
            draft.shared.add(given)
        elif given and sheet not in draft.given:
            draft.given[sheet] = given

    def name_records(self, taken: set[str]) -> None:
        """Give every draft the id of its record: that of the source where it is free."""
        for draft in self._all:
            if draft.given:
                sheet = draft.sheet if draft.sheet in draft.given else next(iter(draft.given))
                self._take(draft, draft.given[sheet], taken)
        for same_name in self._by_name.values():
            unnamed = [draft for draft in same_name.all if not draft.record_id]
            for draft, made in zip(unnamed, _made_ids(unnamed), strict=True):
                self._take(draft, made, taken)
        for entry, count in self._repeated.values():
            self._problems.append(SAME_ROWS.at(entry.sheet.place(), count=count))

    def _take(self, draft: Draft, wanted: str, taken: set[str]) -> None:
        draft.record_id = record_id(wanted, taken=taken, prefix=PREFIXES[draft.sheet])
        taken.add(draft.record_id)

    def _of_given(self, entry: Entry, kind: Kind, given: str, label: str) -> Draft | None:
        sheet = entry.definition.key
        found = self._by_given.get((sheet, given))
        if found is not None:
            if not label or not found.name or name_key(label) == name_key(found.name):
                return found
            first = found.entries[0]
            self._problems.append(
                REPEATED_ID.at(entry.place("id"), id=given, line=first.line, name=found.name)
            )
            return self._first_agreeing(
                entry, kind, label, lambda draft: draft.sheet == sheet and given in draft.shared
            )
        if not label or kind not in _ON_SEVERAL_SHEETS:
            return None
        return self._first_agreeing(
            entry,
            kind,
            label,
            lambda draft: (
                draft.sheet != sheet and all(each == given for each in draft.given.values())
            ),
        )

    def _first_agreeing(
        self, entry: Entry, kind: Kind, label: str, fits: Callable[[Draft], bool]
    ) -> Draft | None:
        same_name = self._by_name[kind, name_key(label)]
        agreeing = islice(same_name.agreeing(_saying(entry)), _MOST_COMPARED)
        return min(filter(fits, agreeing), key=same_name.position, default=None)

    def _of_name(self, entry: Entry, kind: Kind, label: str) -> Draft | None:
        same_name = self._by_name[kind, name_key(label)]
        said = _saying(entry)
        # One is meant; of two, neither for sure.
        fitting = list(islice(same_name.agreeing(said), 2))
        if len(fitting) == 1:
            if any(_saying(each) == said for each in fitting[0].entries):
                first, count = self._repeated.get(entry.definition.key, (entry, 0))
                self._repeated[entry.definition.key] = (first, count + 1)
            return fitting[0]
        # Functions without a name are alike in many houses.
        if len(same_name) and called(entry)[0]:
            first = same_name.first.entries[0]
            self._problems.append(SAME_NAME.at(entry.place("name"), name=label, line=first.line))
        return None

    def _refuse(self, entry: Entry) -> None:
        cell = entry.cell("name")
        vacant = one_line(cell.value) if cell else ""
        if entry.definition.key == "persons" and vacant and is_vacant(vacant):
            self._problems.append(VACANT.at(entry.place("name"), name=vacant))
            return
        missing = (
            Text(de="Name, Funktion und ID", en="name, function and id")
            if entry.definition.key == "persons"
            else Text(de="Name und ID", en="name and id")
        )
        self._problems.append(NO_IDENTITY.at(entry.place("name"), missing=missing))


def _made_ids(drafts: list[Draft]) -> list[str]:
    """Ids for drafts of one name without an id: by what tells them apart, if there are several."""
    if len(drafts) == 1:
        only = drafts[0]
        # A function without a name says little without its house.
        houses = [] if called(only.entries[0])[0] else sorted(only.says("organization"))
        return [made_id(only.kind, only.name, *houses)]
    for fields in _DISTINGUISHING:
        parts = [tuple("/".join(sorted(draft.says(each))) for each in fields) for draft in drafts]
        if len(set(parts)) == len(drafts) and all(any(each) for each in parts):
            break
    else:
        parts = [
            tuple(f"{key}={value}" for key, value in sorted(_saying(draft.entries[0]).items()))
            for draft in drafts
        ]
    return [
        made_id(draft.kind, draft.name, *part) for draft, part in zip(drafts, parts, strict=True)
    ]
