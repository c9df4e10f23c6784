"""The directory of a workbook: which record an id or a name in a cell means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.columns import CellType
from netmap.ingest.fitting import fitted
from netmap.ingest.identity import identifier, made_id, name_key, record_id
from netmap.ingest.normalise import id_text, is_unknown, one_line, split_list
from netmap.ingest.notices import Notice
from netmap.ingest.person_names import person_name
from netmap.ingest.problems import Placeholder, Problem
from netmap.ingest.workbook.cells import is_vacant
from netmap.ingest.workbook.notices import AMBIGUOUS, DANGLING
from netmap.ingest.workbook.rows import Cell, Entry
from netmap.model import MODELS
from netmap.values import Record
from netmap.vocabulary import Kind

_ORGANIZATIONS = (("organizations",), ("bodies",))
_ACTORS = (("organizations", "bodies", "persons"),)
_SCOPES: dict[CellType, tuple[tuple[str, ...], ...]] = {
    CellType.PERSON: (("persons",),),
    CellType.ORGANIZATION: _ORGANIZATIONS,
    CellType.ORGANIZATIONS: _ORGANIZATIONS,
    CellType.BODY: (("bodies",), ("organizations",)),
    CellType.ACTOR: _ACTORS,
    CellType.ACTORS: _ACTORS,
    CellType.TOPIC: (("topics",),),
    CellType.TOPICS: (("topics",),),
}
"""Sheets that a reference may lead to; those in one group count alike, earlier groups first."""

_KINDS = {CellType.PERSON: Kind.PERSON, CellType.TOPIC: Kind.TOPIC, CellType.TOPICS: Kind.TOPIC}
_WITH_PERSONS = frozenset({CellType.PERSON, CellType.ACTOR, CellType.ACTORS})
PREFIXES = {
    "persons": "person",
    "organizations": "organization",
    "bodies": "body",
    "topics": "topic",
    "memberships": "membership",
    "exchanges": "exchange",
    "reporting_lines": "reporting-line",
    "cooperations": "cooperation",
    "works_on": "works-on",
}
"""What tells records of one sheet from others where their ids clash."""


@dataclass(slots=True)
class Known:
    """A record that references may lead to.

    Attributes:
        house: Id of the organisation of a person, once known.
    """

    record_id: str
    label: str
    house: str | None = None


@dataclass(slots=True)
class _Missing:
    notice: Notice | None
    place: Place
    fields: dict[str, object]
    count: int = 0


@dataclass(slots=True)
class Directory:
    """Finds records by id or name, and makes placeholders for those that are not there.

    Attributes:
        sheets: Keys of the sheets that the source has; a name that is missing on one of them is
            worth a warning.
        problems: Where to add what does not fit into a placeholder.
        taken: All ids in use.
        placeholders: Records made for references that led nowhere, by id.
    """

    sheets: set[str]
    problems: list[Problem] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    placeholders: dict[str, Record] = field(default_factory=dict)
    _by_id: dict[str, dict[str, list[Known]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _by_name: dict[str, dict[str, list[Known]]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(list))
    )
    _missing: dict[str, _Missing] = field(default_factory=dict)
    _resolved: dict[tuple[object, ...], str | None] = field(default_factory=dict)

    def add(self, sheet: str, known: Known, *, ids: set[str], names: set[str]) -> None:
        """Enter a record under its ids and names."""
        for each in ids:
            self._by_id[sheet][each].append(known)
        for name in names:
            self._by_name[sheet][name_key(name)].append(known)

    def one(self, entry: Entry, name: str, *, house: str | None = None) -> str | None:
        """Id of the record that a cell means; ``None`` for an empty or unknown cell.

        Args:
            entry: The row.
            name: Field of the cell.
            house: Organisation that tells persons of the same name apart.
        """
        cells = entry.cells.get(name)
        if cells is None:
            return None
        cell_type = entry.definition.by_field[name].type
        key = (
            cell_type,
            house,
            *((type(cell.value), cell.value, cell.holds_ids) for cell in cells),
        )
        if key not in self._resolved:
            self._resolved[key] = self._meant(entry, name, cells, cell_type, house)
        found = self._resolved[key]
        if found in self._missing:
            self._missing[found].count += 1
        return found

    def several(self, entry: Entry, name: str) -> tuple[str, ...]:
        """Ids of the records that a cell with a list means, each once, in its order."""
        cells = entry.cells.get(name, ())
        cell_type = entry.definition.by_field[name].type
        found: list[str] = []
        for cell in cells[:1]:
            whole = one_line(cell.value)
            parts = (
                split_list(cell.value) if isinstance(cell.value, str) else (id_text(cell.value),)
            )
            if len(parts) == 1 and "," in whole and not self._find(cell_type, whole):
                # A comma stands inside names, too: it separates where all its parts are known.
                by_comma = [part.strip() for part in whole.split(",") if part.strip()]
                if all(self._find(cell_type, part) for part in by_comma):
                    parts = tuple(by_comma)
            for part in parts:
                single = Entry(
                    entry.definition,
                    entry.sheet,
                    entry.line,
                    {name: (Cell(part, cell.title, cell.holds_ids),)},
                    {},
                    entry.titles,
                )
                target = self.one(single, name)
                if target is not None:
                    found.append(target)
        return tuple(dict.fromkeys(found))

    def stand_ins(self) -> tuple[Placeholder, ...]:
        """The placeholders with what is to be said about each."""
        return tuple(
            Placeholder(record_id, _problem(self._missing[record_id]))
            for record_id in self.placeholders
        )

    def _find(self, cell_type: CellType, reference: str) -> list[Known]:
        groups = _SCOPES[cell_type]
        found = _hits(self._by_id, groups, [id_text(reference)])
        if found:
            return found
        names = [name_key(reference)]
        if cell_type in _WITH_PERSONS:
            names.append(name_key(person_name(reference)))
        return _hits(self._by_name, groups, names)

    def _organization_of(self, name: str) -> list[Known]:
        """The organisation that a list of people names in place of a person, if it is told once.

        By name alone, as two sheets may number alike by chance, and never a placeholder: which
        row names it first must not decide.
        """
        found = [
            known
            for known in _hits(self._by_name, _ORGANIZATIONS, [name_key(name)])
            if known.record_id not in self.placeholders
        ]
        return found if len(found) == 1 else []

    def _meant(
        self,
        entry: Entry,
        name: str,
        cells: tuple[Cell, ...],
        cell_type: CellType,
        house: str | None,
    ) -> str | None:
        candidates: list[Known] = []
        given = ""
        called = ""
        for cell in cells:
            reference = id_text(cell.value) if cell.holds_ids else one_line(cell.value)
            hits = self._find(cell_type, reference)
            if not hits and cell_type is CellType.PERSON and not cell.holds_ids:
                hits = self._organization_of(reference)
            if len(hits) > 1 and house:
                hits = [hit for hit in hits if hit.house == house] or hits
            if len(hits) == 1:
                return hits[0].record_id
            candidates = candidates or hits
            if is_unknown(reference) or is_vacant(reference):
                continue
            if cell.holds_ids:
                given = given or reference
            else:
                called = called or (
                    person_name(reference) if cell_type is CellType.PERSON else reference
                )
        if not given and not called:
            return None
        groups = _SCOPES[cell_type]
        notice: Notice | None = None
        fields: dict[str, object] = {"reference": given or called}
        if candidates:
            notice = AMBIGUOUS
            fields["candidates"] = ", ".join(
                f"{known.label} ({known.record_id})" for known in candidates[:10]
            )
        elif given or self._describes(groups):
            notice = DANGLING
        place, again = entry.place(name), bool(candidates)
        made = self._placeholder(cell_type, given, called, groups[0][0], place=place, again=again)
        self._missing.setdefault(made, _Missing(notice, place, fields))
        return made

    def _describes(self, groups: tuple[tuple[str, ...], ...]) -> bool:
        """Whether the source has the sheet on which one would look for what is referred to."""
        if groups[0] == ("bodies",) and "bodies" not in self.sheets:
            return "organizations" in self.sheets
        return any(sheet in self.sheets for sheet in groups[0])

    def _placeholder(
        self,
        cell_type: CellType,
        given: str,
        called: str,
        sheet: str,
        *,
        place: Place,
        again: bool,
    ) -> str:
        kind = _KINDS.get(cell_type, Kind.ORGANIZATION)
        label = called or given
        if given:
            made = record_id(given, taken=self.taken, prefix=PREFIXES[sheet])
        else:
            made = made_id(kind, label)
            if made in self.taken:
                made = made_id(kind, label, "?" if again else sheet)
            made = record_id(made, taken=self.taken, prefix=PREFIXES[sheet])
        values: dict[str, object] = {"id": made, "name": label}
        if given and not again:
            # An id that may mean several identifies none of them to a later import.
            values["identifiers"] = (identifier(sheet, given),)
        record, problems = fitted(MODELS[kind], values, place)
        self.problems.extend(problems)
        if record is None:  # pragma: no cover - an id and a name always make a record
            raise AssertionError(values)
        self.taken.add(made)
        self.placeholders[made] = record
        if not again:
            known = Known(made, label)
            self.add(sheet, known, ids={given} if given else set(), names={label})
        return made


def _hits(
    index: dict[str, dict[str, list[Known]]], groups: tuple[tuple[str, ...], ...], keys: list[str]
) -> list[Known]:
    """Records known by one of the keys on the sheets of the first group that has any."""
    for group in groups:
        hits = {
            known.record_id: known
            for sheet in group
            for key in keys
            for known in index[sheet].get(key, ())
        }
        if hits:
            return list(hits.values())
    return []


def _plain(value: object) -> str:
    return value if isinstance(value, str) else id_text(value)


def _problem(missing: _Missing) -> Problem | None:
    if missing.notice is None:
        return None
    return missing.notice.at(missing.place, count=missing.count, **missing.fields)
