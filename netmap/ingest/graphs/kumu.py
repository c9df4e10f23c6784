"""Kumu's elements and connections, as JSON, blueprint, workbook or CSV, turned into a raw graph."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.columns import title_key
from netmap.ingest.graphs.elements import SAVE_AGAIN
from netmap.ingest.graphs.errors import BrokenGraphError
from netmap.ingest.graphs.notices import PARTS_LEFT
from netmap.ingest.graphs.raw import Direction, RawEdge, RawGraph, RawNode, Value, add_value, listed
from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import id_text, one_line, text
from netmap.ingest.table import CellValue, Sheet
from netmap.language import Text

FORMAT = "kumu"

_ELEMENTS = frozenset({"elements", "element"})
_CONNECTIONS = frozenset({"connections", "connection"})
_DRAWING = frozenset(
    {
        "position",
        "positions",
        "pinned",
        "style",
        "x",
        "y",
        "color",
        "size",
        "loops",
        "maps",
        "views",
    }
)
# What Kumu notes about its own records.
_BOOKKEEPING = frozenset({"created_at", "updated_at", "creator", "updater", "archived", "project"})


@dataclass(frozen=True, slots=True)
class _Item:
    """One element or connection: its values by title, and where it stands."""

    values: dict[str, object]
    at: Place

    def first(self, *titles: str) -> str:
        """The text under the first of these titles that is filled."""
        wanted = dict.fromkeys(titles)
        for title, value in self.values.items():
            if title.casefold() in wanted and wanted[title.casefold()] is None:
                wanted[title.casefold()] = (
                    one_line(value) if isinstance(value, str) else id_text(value)
                )
        return next((found for found in wanted.values() if found), "")

    def rest(self, *titles: str) -> Iterator[tuple[str, Value]]:
        """All other values; several in one are joined as lists in cells are."""
        for title, value in self.values.items():
            if title.casefold() in titles or title.casefold() in _DRAWING | _BOOKKEEPING:
                continue
            found = _value(value)
            if found is not None:
                yield title, found


def matches_document(document: JsonValue) -> bool:
    """Whether a JSON document lists elements and connections.

    >>> matches_document({"elements": [], "connections": []}), matches_document({"elements": 1})
    (True, False)
    """
    return (
        isinstance(document, dict)
        and all(isinstance(document.get(key, []), list) for key in ("elements", "connections"))
        and bool({"elements", "connections"} & document.keys())
    )


def matches_sheets(sheets: Sequence[Sheet]) -> bool:
    """Whether a workbook has a sheet of elements, or of connections with From and To."""
    elements, connections = _sheets(sheets)
    return elements is not None or connections is not None


def parse_document(document: JsonValue, file: str) -> RawGraph:
    """The graph of a Kumu project, whole or as a blueprint.

    A blueprint refers to elements by label and may leave them out; a project refers by id.

    Raises:
        BrokenGraphError: Its lists hold something else than objects, or a connection lacks an end.
    """
    if not isinstance(document, dict) or not matches_document(document):
        raise _broken(
            Place(file=file),
            Text(
                de="Kumu nennt Listen „elements“ und „connections“.",
                en='Kumu names lists "elements" and "connections".',
            ),
        )
    builder = _Builder(RawGraph(format=FORMAT, file=file))
    for item in _objects(document, "elements", file):
        builder.element(item)
    for item in _objects(document, "connections", file):
        builder.connection(item)
    left = [
        key
        for key, value in document.items()
        if key not in {"elements", "connections"} and isinstance(value, (list, dict)) and value
    ]
    return builder.close(left)


def parse_sheets(sheets: Sequence[Sheet], file: str) -> RawGraph:
    """The graph of Kumu's spreadsheet: a sheet of elements and one of connections, or one alone.

    Raises:
        BrokenGraphError: Neither is there, or a connection lacks an end.
    """
    elements, connections = _sheets(sheets)
    if elements is None and connections is None:
        raise _broken(
            Place(file=file),
            Text(
                de="Kumu hat ein Blatt Elements mit der Spalte Label und ein Blatt Connections mit "
                "den Spalten From und To.",
                en="Kumu has a sheet Elements with the column Label and a sheet Connections with "
                "the columns From and To.",
            ),
        )
    builder = _Builder(RawGraph(format=FORMAT, file=file))
    for sheet in (elements, connections):
        if sheet is not None:
            builder.graph.problems.extend(sheet.problems)
    for item in _rows(elements):
        builder.element(item)
    for item in _rows(connections):
        builder.connection(item)
    left = [each.name for each in sheets if each not in (elements, connections) and each.rows]
    return builder.close(left)


@dataclass(slots=True)
class _Builder:
    """Puts elements and connections together; labels and ids may refer alike."""

    graph: RawGraph
    _by_label: dict[str, str] = field(default_factory=dict)

    def element(self, item: _Item) -> None:
        label = item.first("label", "name")
        given = item.first("_id", "id") or label
        if not given:
            raise _lacks(item, "label")
        node = RawNode(given, item.at, label=label or given)
        for title, value in item.rest("_id", "id", "label"):
            if title.casefold() != "name" or str(value) != label:
                add_value(node.attributes, title, value)
        self.graph.add_node(node)
        self._by_label.setdefault(label.casefold(), given)

    def connection(self, item: _Item) -> None:
        ends = []
        for title in ("from", "to"):
            given = item.first(title)
            if not given:
                raise _lacks(item, title)
            ends.append(self._end(given, item.at))
        edge = RawEdge(ends[0], ends[1], item.at, id=item.first("_id", "id"))
        edge.label = item.first("label")
        edge.direction = _direction(item.first("direction"))
        for title, value in item.rest("_id", "id", "from", "to", "direction", "label"):
            if value is not False:
                add_value(edge.attributes, title, value)
        self.graph.edges.append(edge)

    def close(self, left: list[str]) -> RawGraph:
        self.graph.stable_ids = any(each.startswith("elem-") for each in self.graph.nodes)
        if left:
            place = Place(file=self.graph.file)
            self.graph.problems.append(PARTS_LEFT.at(place, titles=", ".join(left)[:300]))
        return self.graph.close()

    def _end(self, given: str, at: Place) -> str:
        if given in self.graph.nodes:
            return given
        known = self._by_label.get(given.casefold())
        if known is not None:
            return known
        if not given.startswith("elem-"):
            # Kumu makes elements of labels that only connections name.
            self.graph.add_node(RawNode(given, at, label=given))
            self._by_label[given.casefold()] = given
        return given


def _direction(given: str) -> Direction:
    word = given.casefold()
    if word in {"mutual", "both", "->>", "<->"}:
        return Direction.MUTUAL
    return Direction.UNDIRECTED if word in {"undirected", "none"} else Direction.DIRECTED


def _objects(document: dict[str, JsonValue], key: str, file: str) -> Iterator[_Item]:
    listed_items = document.get(key)
    for number, raw in enumerate(listed_items if isinstance(listed_items, list) else []):
        at = Place(file=file, field=f"{key}[{number}]")
        if not isinstance(raw, dict):
            raise _broken(
                at,
                Text(de="Hier steht kein Objekt.", en="there is no object here."),
            )
        values: dict[str, object] = {
            title: value for title, value in raw.items() if title != "attributes"
        }
        own = raw.get("attributes")
        if isinstance(own, dict):
            # What people wrote counts more than what Kumu noted under the same title.
            values = {**values, **own}
        yield _Item(values, at)


def _rows(sheet: Sheet | None) -> Iterator[_Item]:
    if sheet is None:
        return
    titles = [text(value) for value in sheet.rows[0].cells]
    for row in sheet.rows[1:]:
        values: dict[str, object] = {
            titles[at] if at < len(titles) and titles[at] else f"#{at + 1}": _split(value)
            for at, value in row.filled()
        }
        yield _Item(values, sheet.place(line=row.line))


def _split(value: CellValue) -> object:
    """Kumu separates several values of one cell by a bar."""
    if isinstance(value, str) and "|" in value:
        return [part.strip() for part in value.split("|") if part.strip()]
    return value


def _sheets(sheets: Sequence[Sheet]) -> tuple[Sheet | None, Sheet | None]:
    filled = [sheet for sheet in sheets if sheet.rows]
    named = {title_key(sheet.name): sheet for sheet in filled}
    elements = next((named[key] for key in _ELEMENTS if key in named), None)
    connections = next((named[key] for key in _CONNECTIONS if key in named), None)
    if (
        connections is None
        and len(filled) == 1
        and {"from", "to", "direction"} <= _titles(filled[0])
    ):
        connections = filled[0]
    if elements is not None and not {"label", "name"} & _titles(elements):
        elements = None
    if connections is not None and not {"from", "to"} <= _titles(connections):
        connections = None
    return elements, connections


def _titles(sheet: Sheet) -> set[str]:
    return {title_key(value) for value in sheet.rows[0].cells if isinstance(value, str)}


def _value(value: object) -> Value | None:
    if value is None or value in ("", [], {}):
        return None
    if isinstance(value, (bool, int, float, str)):
        return value
    if isinstance(value, list) and not any(isinstance(each, (list, dict)) for each in value):
        return listed(one_line(each) for each in value)
    if isinstance(value, (list, dict)):
        return json.dumps(value, ensure_ascii=False)
    return text(value)


def _lacks(item: _Item, title: str) -> BrokenGraphError:
    return _broken(
        item.at,
        Text(de=f"Die Angabe „{title}“ fehlt.", en=f'"{title}" is missing.'),
        Text(
            de=f"„{title}“ ergänzen oder den Eintrag löschen.",
            en=f'Add "{title}", or delete the entry.',
        ),
    )


def _broken(at: Place, problem: Text, remedy: Text = SAVE_AGAIN) -> BrokenGraphError:
    return BrokenGraphError(place=at, format="Kumu", problem=problem, remedy=remedy)
