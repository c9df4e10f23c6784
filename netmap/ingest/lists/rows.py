"""Rows of a list, each read into what it says about one actor and its seats."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from netmap.errors import NetmapError, Place
from netmap.ingest.columns import EXAMPLE_ID
from netmap.ingest.fitting import open_attributes
from netmap.ingest.lists.body_cells import BodyEntry
from netmap.ingest.lists.columns import ListColumn, ListTitles, Use, value_at
from netmap.ingest.lists.notices import NO_IDENTITY, NOBODY_NAMED
from netmap.ingest.normalise import (
    asked,
    folded,
    house_level,
    id_text,
    is_unknown,
    one_line,
    sector,
    split_list,
    text,
)
from netmap.ingest.normalise_dates import is_reversed, partial_date
from netmap.ingest.person_names import person_name
from netmap.ingest.problems import Problem
from netmap.ingest.table import Row
from netmap.ingest.workbook.notices import END_BEFORE_START, UNCLEAR
from netmap.values import AttributeValue, Source

_READERS: Mapping[str, Callable[[object], Any]] = {
    "sector": sector,
    "asked": asked,
    "house_level": house_level,
    "start_date": partial_date,
    "end_date": partial_date,
}


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row: who it is about, and where that actor sits.

    Attributes:
        place: Place of the row.
        given_id: Id in the list; empty where it has none.
        values: Other fields of the person, as the model has them.
        seat_values: Fields that hold for all seats of the row.
        on_behalf_of: Organisations that the seats are held for.
        attributes: What the model has no field for, by title.
    """

    place: Place
    given_id: str
    name: str
    function: str
    organization: str
    topics: tuple[str, ...]
    values: Mapping[str, object]
    seat_values: Mapping[str, object]
    on_behalf_of: tuple[str, ...]
    attributes: Mapping[str, AttributeValue]
    seats: tuple[BodyEntry, ...]

    @property
    def is_about_somebody(self) -> bool:
        """Whether it names an actor, and not bodies alone."""
        return bool(self.given_id or self.name or self.function or self.organization)


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one list.

    Attributes:
        problems: What was found in the rows read so far.
        examples: Rows that a template marks as examples, which are passed over.
    """

    titles: ListTitles
    problems: list[Problem] = field(default_factory=list)
    examples: int = 0

    def read(self, row: Row, seats: tuple[BodyEntry, ...]) -> ListRow | None:
        """What a row says; ``None``, and an error, where it names neither an actor nor a body."""
        place = self.titles.sheet.place(line=row.line)
        cells: dict[str, object] = {}
        rest: dict[str, object] = {}
        for column in self.titles.columns:
            value = value_at(row, column.at)
            if value is None:
                continue
            if column.use in (Use.PERSON, Use.SEAT):
                cells[column.field] = value
            elif column.use is Use.REST:
                rest[column.title] = value
        given_id = id_text(cells.get("id"))
        if folded(given_id).rstrip("0123456789 ") in _EXAMPLE_IDS:
            self.examples += 1
            return None
        name = self._name(cells)
        function = _known(cells.get("function"))
        organization = _known(cells.get("organization"))
        if not (given_id or name or function or organization):
            self.problems.append((NOBODY_NAMED if seats else NO_IDENTITY).at(place))
            if not seats:
                return None
        values, unclear = self._values(row, cells)
        dates = {
            title: values.pop(title) for title in ("start_date", "end_date") if title in values
        }
        level = {"house_level": values.pop("house_level")} if "house_level" in values else {}
        source = one_line(cells.get("source"))
        if source:
            values["source"] = Source(label=source[:1_000])
        return ListRow(
            place=place,
            given_id=given_id,
            name=name,
            function=function,
            organization=organization,
            topics=split_list(cells.get("topics")),
            values=values if seats else values | dates,
            seat_values=(level | dates) if seats else {},
            on_behalf_of=split_list(cells.get("on_behalf_of")),
            attributes=open_attributes(rest | unclear),
            seats=seats,
        )

    def _name(self, cells: Mapping[str, object]) -> str:
        full, given, family, title = (
            one_line(cells.get(each))
            for each in ("name", "given_name", "family_name", "name_title")
        )
        if given and not family and given not in full:
            # Beside a column for the given name, "Name" is the family name.
            full, family = "", full
        elif family and not given and family not in full:
            full, given = "", full
        name = person_name(full) if full else person_name("", given=given, family=family)
        if not name or not title or folded(title) in folded(name).split():
            return name
        return person_name(f"{title} {name}")

    def _values(
        self, row: Row, cells: Mapping[str, object]
    ) -> tuple[dict[str, object], dict[str, object]]:
        """Fields that could be read, and by title the words of those that could not."""
        values: dict[str, object] = {}
        unclear: dict[str, object] = {}
        for name, read in _READERS.items():
            if name not in cells:
                continue
            try:
                found = read(cells[name])
            except NetmapError as error:
                column = self._column(name)
                unclear[column.title] = text(cells[name])
                place = self.titles.sheet.place(line=row.line, column=column.title)
                self.problems.append(
                    UNCLEAR.at(place, cause=error.cause_text, remedy=error.remedy_text)
                )
            else:
                # An end that is said to be open is known to be none.
                is_open = read is partial_date and not is_unknown(cells[name])
                if found is not None or is_open:
                    values[name] = found
        start, end = values.get("start_date"), values.get("end_date")
        if isinstance(start, str) and isinstance(end, str) and is_reversed(start, end):
            place = self.titles.sheet.place(line=row.line, column=self._column("end_date").title)
            self.problems.append(END_BEFORE_START.at(place, start=start, end=end))
            for name in ("start_date", "end_date"):
                unclear[self._column(name).title] = values.pop(name)
        return values, unclear

    def _column(self, name: str) -> ListColumn:
        return next(column for column in self.titles.columns if column.field == name)


_EXAMPLE_IDS = frozenset({folded(EXAMPLE_ID.de), folded(EXAMPLE_ID.en)})


def _known(value: object) -> str:
    return "" if is_unknown(value) else one_line(value)
