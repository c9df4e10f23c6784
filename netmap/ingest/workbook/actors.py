"""Records of persons, organisations, bodies and topics, from the rows that describe them."""

from __future__ import annotations

from typing import Any

from netmap.ingest.fitting import fitted, open_attributes
from netmap.ingest.identity import identifier, tie_id
from netmap.ingest.normalise import one_line, text
from netmap.ingest.problems import Problem
from netmap.ingest.table import CellValue
from netmap.ingest.workbook.cells import plain_fields
from netmap.ingest.workbook.directory import Directory, Known
from netmap.ingest.workbook.drafts import Draft, Drafts
from netmap.ingest.workbook.notices import LEADS_TO_ITSELF, NAMED_BY_ID, TOLD_TWICE
from netmap.ingest.workbook.rows import Entry
from netmap.model import MODELS, Coordination, WorksOn, is_body
from netmap.progress import UNWATCHED, Progress, counted
from netmap.values import Record, Source
from netmap.vocabulary import Kind

REFERENCES = {
    "organization": "organization_id",
    "parent": "parent_id",
    "successor": "successor_id",
}
"""Model fields of the references that named records make, by column."""

_COLUMNS = {model_field: name for name, model_field in REFERENCES.items()}
_NAME_PARTS = ("name", "given_name", "family_name", "name_title")


class ActorRecords:
    """Turns drafts into records; call `enter` for all before `records`."""

    def __init__(
        self, drafts: Drafts, directory: Directory, problems: list[Problem], *, own_ids: bool
    ) -> None:
        """Find references in ``directory``; add what is found to ``problems``.

        With ``own_ids`` the ids of the source are netmap's, and no identifiers.
        """
        self._own_ids = own_ids
        self._drafts = drafts
        self._directory = directory
        self._problems = problems
        self._known: dict[str, Known] = {}
        self._works_on: dict[str, Record] = {}

    def enter(self) -> None:
        """Enter every draft into the directory."""
        for draft in self._drafts:
            known = Known(draft.record_id, draft.name or draft.record_id)
            self._known[draft.record_id] = known
            names = {draft.name} if draft.name else set()
            for entry in draft.entries:
                for each in ("name", "short_name"):
                    cell = entry.cell(each)
                    if cell and draft.kind is not Kind.PERSON:
                        names.add(one_line(cell.value))
            sheets = {draft.sheet, *(entry.definition.key for entry in draft.entries)}
            for sheet in sheets:
                ids = {draft.record_id} | {
                    given for key, given in draft.given.items() if key == sheet
                }
                if sheet == draft.sheet:
                    ids |= draft.shared
                self._directory.add(sheet, known, ids=ids, names=names)

    def records(self, progress: Progress = UNWATCHED) -> list[Record]:
        """All records, the work on topics of their columns last."""
        found = [self._record(draft) for draft in counted(self._drafts, progress)]
        return [*found, *self._works_on.values()]

    def _record(self, draft: Draft) -> Record:
        values: dict[str, Any] = {"id": draft.record_id}
        if draft.given and not self._own_ids:
            values["identifiers"] = tuple(
                identifier(sheet, given) for sheet, given in draft.given.items()
            )
        attributes: dict[str, CellValue] = {}
        for entry in draft.entries:
            self._add_entry(draft, entry, values, attributes)
        first = draft.entries[0]
        self._name(draft, first, values)
        if draft.kind is Kind.ORGANIZATION:
            _coordination(values)
            if any(entry.definition.key == "bodies" for entry in draft.entries):
                _meets(values)
        if attributes:
            values["attributes"] = open_attributes(attributes)
        record, problems = fitted(MODELS[draft.kind], values, first.place())
        self._problems.extend(problems)
        if record is None:  # pragma: no cover - every draft has an id and a name
            raise AssertionError(values)
        return record

    def _add_entry(
        self,
        draft: Draft,
        entry: Entry,
        values: dict[str, Any],
        attributes: dict[str, CellValue],
    ) -> None:
        """Add what a row says; where an earlier row says something else, that one counts."""
        plain, rest = plain_fields(entry, self._problems)
        listed = plain.pop("identifiers", ())
        if listed:
            before = values.get("identifiers", ())
            values["identifiers"] = (*before, *(each for each in listed if each not in before))
        said = _said(entry, plain, rest) | self._references(draft, entry, rest)
        if "topics" in entry.cells:
            self._add_topics(draft, entry)
        for name, value in said.items():
            if values.setdefault(name, value) != value:
                column = _COLUMNS.get(name, name)
                line = draft.entries[0].line
                self._problems.append(
                    TOLD_TWICE.at(entry.place(column), name=draft.name, line=line)
                )
                rest[f"{entry.titles[column]} ({entry.line})"] = text(entry.cells[column][0].value)
        for title, other in rest.items():
            if attributes.setdefault(title, other) != other:
                attributes[f"{title} ({entry.line})"] = other

    def _references(self, draft: Draft, entry: Entry, rest: dict[str, CellValue]) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, model_field in REFERENCES.items():
            if name not in entry.cells:
                continue
            target = self._directory.one(entry, name)
            if target == draft.record_id:
                rest[entry.titles[name]] = text(entry.cells[name][0].value)
                self._problems.append(LEADS_TO_ITSELF.at(entry.place(name), name=draft.name))
            elif target is not None:
                found[model_field] = target
        return found

    def _add_topics(self, draft: Draft, entry: Entry) -> None:
        for topic_id in self._directory.several(entry, "topics"):
            work_id = tie_id(Kind.WORKS_ON, draft.record_id, topic_id, "")
            self._works_on[work_id] = WorksOn(
                id=work_id, actor_id=draft.record_id, topic_id=topic_id
            )

    def _name(self, draft: Draft, first: Entry, values: dict[str, Any]) -> None:
        name = draft.own_name
        if draft.kind is Kind.PERSON:
            house = values.get("organization_id")
            self._known[draft.record_id].house = house
        if name:
            values["name"] = name
        elif not (draft.kind is Kind.PERSON and values.get("function")):
            values["name"] = given = next(iter(draft.given.values()), draft.record_id)
            self._problems.append(NAMED_BY_ID.at(first.place("name"), name=given))
        if name == values.get("short_name"):
            # The abbreviation is all the name there is.
            del values["short_name"]


def _said(entry: Entry, plain: dict[str, Any], rest: dict[str, CellValue]) -> dict[str, Any]:
    """Values of the model but for names and references; what it has no word for joins ``rest``."""
    said: dict[str, Any] = {}
    for name, value in plain.items():
        if name == "source":
            said[name] = Source(label=value[:1_000], retrieved_at=plain.get("source_date"))
        elif name == "source_date":
            if "source" not in plain:
                rest[entry.titles[name]] = text(entry.cells[name][0].value)
        elif name == "meetings_per_year":
            if value.contacts_per_year is not None:
                said[name] = value.contacts_per_year
            else:
                rest[entry.titles[name]] = text(entry.cells[name][0].value)
        elif name not in _NAME_PARTS:
            said[name] = value
    return said


def _coordination(values: dict[str, Any]) -> None:
    given = {
        name: values.pop(f"coordination_{name}")
        for name in ("form", "placement", "posts")
        if f"coordination_{name}" in values
    }
    if given:
        values["coordination"] = Coordination(**given)


def _meets(values: dict[str, Any]) -> None:
    """What stands among the bodies meets, unless it is a party or a legislature."""
    if "meets" not in values and is_body(
        meets=None,
        level=values.get("level"),
        meetings_per_year=values.get("meetings_per_year"),
        classification=values.get("classification", ""),
        has_members=True,
    ):
        values["meets"] = True
