"""Memberships, exchange, reporting lines, cooperations and work on topics, from their rows."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from netmap.ingest.fitting import fitted, open_attributes
from netmap.ingest.identity import identifier, made_id, record_id, tie_id
from netmap.ingest.normalise import id_text, is_unknown, one_line, text
from netmap.ingest.problems import Problem
from netmap.ingest.roles import role
from netmap.ingest.table import CellValue
from netmap.ingest.workbook.cells import is_vacant, plain_fields
from netmap.ingest.workbook.directory import PREFIXES, Directory
from netmap.ingest.workbook.notices import NO_IDENTITY, REPEATED_ID, SAME_ROWS, VACANT
from netmap.ingest.workbook.rows import Entry
from netmap.language import Text
from netmap.model import MODELS
from netmap.values import Record, Source
from netmap.vocabulary import Kind

KINDS = {
    "memberships": Kind.MEMBERSHIP,
    "exchanges": Kind.EXCHANGE_TIE,
    "reporting_lines": Kind.REPORTING_LINE,
    "cooperations": Kind.COOPERATION,
    "works_on": Kind.WORKS_ON,
}
"""Kinds of the records that lead from one to another, by sheet."""

_EXCHANGE_ENDS = {"actor_a": "source_id", "actor_b": "target_id"}
_REPORTING_ENDS = {"sender": "sender_id", "receiver": "receiver_id"}
_WORK_ENDS = {"actor": "actor_id", "topic": "topic_id"}
_MEMBER = Text(de="Person oder Organisation", en="person or organization")
_Values = dict[str, Any]


class TieRecords:
    """Turns rows into records once the directory knows all named ones."""

    def __init__(self, directory: Directory, problems: list[Problem], *, own_ids: bool) -> None:
        """Find references in ``directory``; add what is found to ``problems``.

        With ``own_ids`` the ids of the source are netmap's, and no identifiers.
        """
        self._own_ids = own_ids
        self._directory = directory
        self._problems = problems
        self._made: list[tuple[Entry, Kind, str, _Values]] = []
        self._given: dict[tuple[str, str], Entry] = {}

    def add(self, entry: Entry) -> None:
        """Add a row; one that lacks an end is told as an error."""
        kind = KINDS[entry.definition.key]
        plain, rest = plain_fields(entry, self._problems)
        values = _values(entry, plain, rest)
        identity = self._identity(kind, entry, values)
        if identity is None:
            return
        if rest:
            values["attributes"] = open_attributes(rest)
        own_id = entry.cell("id")
        given = id_text(own_id.value) if own_id else ""
        if given and not self._is_repeated(entry, given):
            if not self._own_ids:
                own = identifier(entry.definition.key, given)
                listed = values.get("identifiers", ())
                values["identifiers"] = (own, *(each for each in listed if each != own))
            wanted = given
        elif kind is Kind.COOPERATION:
            wanted = made_id(kind, values["name"])
        else:
            # Dates that contradict each other still tell two rows apart.
            start = values.get("start_date") or (
                text(entry.cells["start_date"][0].value) if "start_date" in entry.cells else ""
            )
            wanted = tie_id(kind, *identity, start)
        self._made.append((entry, kind, wanted, values))

    def records(self) -> Iterable[Record]:
        """All records; rows that say the same are one, and several of one identity are numbered."""
        groups: dict[tuple[Kind, str], list[tuple[Entry, _Values]]] = defaultdict(list)
        for entry, kind, wanted, values in self._made:
            groups[kind, wanted].append((entry, values))
        repeated: dict[str, tuple[Entry, int]] = {}
        for (kind, wanted), rows in groups.items():
            # Numbered by what they say, so that the order of the rows does not matter.
            if len(rows) > 1:
                rows.sort(key=lambda row: _sorting(row[1]))
            last: _Values | None = None
            number = 0
            for entry, values in rows:
                if values == last:
                    first, count = repeated.get(entry.definition.key, (entry, 0))
                    repeated[entry.definition.key] = (first, count + 1)
                    continue
                last = values
                number += 1
                base = wanted if number == 1 else tie_id(kind, wanted, str(number))
                taken = self._directory.taken
                own = record_id(base, taken=taken, prefix=PREFIXES[entry.definition.key])
                taken.add(own)
                record, problems = fitted(MODELS[kind], {"id": own, **values}, entry.place())
                self._problems.extend(problems)
                if record is not None:
                    yield record
        for entry, count in repeated.values():
            self._problems.append(SAME_ROWS.at(entry.sheet.place(), count=count))

    def _is_repeated(self, entry: Entry, given: str) -> bool:
        first = self._given.setdefault((entry.definition.key, given), entry)
        if first is entry or (first.cells == entry.cells and first.rest == entry.rest):
            return False
        self._problems.append(
            REPEATED_ID.at(entry.place("id"), id=given, line=first.line, name=given)
        )
        return True

    def _lacks(self, entry: Entry, name: str, missing: Text | None = None) -> None:
        title = missing or entry.definition.by_field[name].title
        self._problems.append(NO_IDENTITY.at(entry.place(name), missing=title))

    def _two_ends(
        self, entry: Entry, values: _Values, ends: dict[str, str]
    ) -> tuple[str, ...] | None:
        """Ids of both ends, which ``ends`` names by column and model field."""
        for name, model_field in ends.items():
            target = self._directory.one(entry, name)
            if target is None:
                self._lacks(entry, name)
                return None
            values[model_field] = target
        return tuple(values[model_field] for model_field in ends.values())

    def _identity(self, kind: Kind, entry: Entry, values: _Values) -> tuple[str, ...] | None:
        """What tells the record from others of its kind; ``None`` where a row lacks an end."""
        match kind:
            case Kind.MEMBERSHIP:
                return self._membership(entry, values)
            case Kind.EXCHANGE_TIE:
                return self._exchange(entry, values)
            case Kind.REPORTING_LINE:
                return self._two_ends(entry, values, _REPORTING_ENDS)
            case Kind.WORKS_ON:
                return self._two_ends(entry, values, _WORK_ENDS)
            case _:
                return self._cooperation(entry, values)

    def _membership(self, entry: Entry, values: _Values) -> tuple[str, ...] | None:
        directory = self._directory
        body_id = directory.one(entry, "body")
        if body_id is None:
            self._lacks(entry, "body")
            return None
        house_id = directory.one(entry, "organization")
        behalf = directory.several(entry, "on_behalf_of")
        member_id = directory.one(entry, "person", house=house_id) or directory.one(entry, "member")
        if member_id is None:
            # A seat that is held for somebody by nobody in particular is theirs.
            member_id = house_id or next(iter(behalf), None)
        elif house_id not in (None, member_id):
            behalf = tuple(dict.fromkeys((house_id, *behalf)))
        if member_id is None:
            self._tell_nobody(entry)
            return None
        values |= {"member_id": member_id, "organization_id": body_id}
        if behalf:
            values["on_behalf_of_ids"] = behalf
        return member_id, body_id, values.get("role", "")

    def _tell_nobody(self, entry: Entry) -> None:
        for name in ("person", "member"):
            cell = entry.cell(name)
            words = one_line(cell.value) if cell else ""
            if words and is_vacant(words):
                self._problems.append(VACANT.at(entry.place(name), name=words))
                return
        named = "person" if "person" in entry.titles else "member"
        self._lacks(entry, named if named in entry.titles else "organization", _MEMBER)

    def _exchange(self, entry: Entry, values: _Values) -> tuple[str, ...] | None:
        ends = self._two_ends(entry, values, _EXCHANGE_ENDS)
        if ends is None:
            return None
        reporter = self._directory.one(entry, "reported_by")
        if reporter is not None:
            values["reported_by_id"] = reporter
        topics = self._directory.several(entry, "topics")
        if topics:
            values["topic_ids"] = topics
        # Exchange has no direction, so neither has its identity.
        return (*sorted(ends), reporter or "")

    def _cooperation(self, entry: Entry, values: _Values) -> tuple[str, ...] | None:
        parties = self._directory.several(entry, "parties")
        own_id = entry.cell("id")
        if not values.get("name") and own_id:
            values["name"] = id_text(own_id.value)
        for name, found in (("name", values.get("name")), ("parties", parties)):
            if not found:
                self._lacks(entry, name)
                return None
        values["party_ids"] = parties
        for name in ("decided_by", "carried_by"):
            target = self._directory.one(entry, name)
            if target is not None:
                values[f"{name}_id"] = target
        return ()


def _values(entry: Entry, plain: _Values, rest: dict[str, CellValue]) -> _Values:
    """Values of the model but for references; words that say nothing clear join ``rest``."""
    values: _Values = {}
    for name, value in plain.items():
        if name == "source":
            values[name] = Source(label=value[:1_000], retrieved_at=plain.get("source_date"))
        elif name == "source_date":
            if "source" not in plain:
                rest[entry.titles[name]] = text(entry.cells[name][0].value)
        elif name == "role":
            if not is_unknown(value):
                values |= {"role": role(value), "role_label": value[:1_000]}
        elif name == "contacts_per_year":
            values |= {name: value.contacts_per_year, "irregular": value.irregular}
        else:
            values[name] = value
    if values.get("irregular") and values.get("contacts_per_year") is not None:
        # A column of its own says so: the number is then one estimate, kept in words.
        rest[entry.titles["contacts_per_year"]] = text(entry.cells["contacts_per_year"][0].value)
        values["contacts_per_year"] = None
    return values


def _sorting(values: _Values) -> str:
    return json.dumps(values, sort_keys=True, default=str)
