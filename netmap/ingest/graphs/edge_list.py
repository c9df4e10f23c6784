"""Edge lists in CSV and XLSX, two columns or more, turned into a raw graph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from netmap.errors import Place
from netmap.ingest.columns import title_key
from netmap.ingest.errors import UnclearValueError
from netmap.ingest.graphs.errors import BrokenGraphError
from netmap.ingest.graphs.kinds import is_title_of_nodes
from netmap.ingest.graphs.notices import KIND_TWICE, PARTS_LEFT
from netmap.ingest.graphs.raw import Direction, RawEdge, RawGraph, RawNode, Value, add_value
from netmap.ingest.identity import name_key
from netmap.ingest.normalise import boolean, id_text, one_line, text
from netmap.ingest.table import CellValue, Row, Sheet
from netmap.ingest.xlsx_scan import column_name
from netmap.language import Text

FORMAT = "edge-list"

NODE_TYPE = "type"
"""Attribute of nodes for what the columns of types at either end say."""

_SOURCES = (
    "source",
    "quelle",
    "from",
    "von",
    "sender",
    "ausgang",
    "startknoten",
    "knoten1",
    "node1",
    "akteura",
    "actora",
    "akteur1",
    "actor1",
)
_TARGETS = (
    "target",
    "ziel",
    "to",
    "an",
    "nach",
    "zu",
    "zielknoten",
    "knoten2",
    "node2",
    "akteurb",
    "actorb",
    "akteur2",
    "actor2",
)
_TYPES = ("type", "typ", "kind", "art", "kategorie", "category")
_DIRECTED = frozenset({"directed", "gerichtet", "direction", "richtung"})
_DIRECTIONS = {
    "directed": Direction.DIRECTED,
    "gerichtet": Direction.DIRECTED,
    "undirected": Direction.UNDIRECTED,
    "ungerichtet": Direction.UNDIRECTED,
    "mutual": Direction.MUTUAL,
    "beidseitig": Direction.MUTUAL,
}


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column holds what, by position; ``first`` is the first row below the titles."""

    source: int
    target: int
    first: int
    titles: dict[int, str]
    source_type: int | None = None
    target_type: int | None = None
    id: int | None = None
    direction: int | None = None
    rest: tuple[int, ...] = field(default=())


def matches(sheet: Sheet) -> bool:
    """Whether a sheet has a column of sources and one of targets by its titles."""
    found = _titled(sheet)
    return found is not None


def parse(sheets: Sequence[Sheet], file: str) -> RawGraph:
    """The graph of the first sheet that has any rows.

    With titles, sources and targets are found by them, else they are the first two columns;
    without titles every row is an edge. A row with one end alone is a node without edges.

    Raises:
        BrokenGraphError: There are fewer than two columns.
    """
    filled = [sheet for sheet in sheets if sheet.rows]
    fitting = [sheet for sheet in filled if matches(sheet)] or filled
    sheet = fitting[0] if fitting else None
    columns = _columns(sheet) if sheet is not None else None
    if sheet is None or columns is None:
        raise BrokenGraphError(
            place=Place(file=file),
            format="edge list",
            problem=Text(de="Sie hat keine zwei Spalten.", en="it does not have two columns."),
            remedy=Text(
                de="In jede Zeile zwei Namen schreiben, mit Semikolon oder in zwei Spalten.",
                en="Write two names into every row, with a semicolon or in two columns.",
            ),
        )
    graph = RawGraph(format=FORMAT, file=file, problems=list(sheet.problems), stable_ids=False)
    graph.source_title = columns.titles.get(columns.source, "")
    graph.target_title = columns.titles.get(columns.target, "")
    reader = _Reader(sheet, columns, graph)
    for row in sheet.rows[columns.first :]:
        reader.add(row)
    left = [each.name for each in filled if each is not sheet]
    if left:
        graph.problems.append(PARTS_LEFT.at(Place(file=file), titles=", ".join(left)[:300]))
    return graph.close()


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the rows of one sheet into ``graph``."""

    sheet: Sheet
    columns: _Columns
    graph: RawGraph

    def add(self, row: Row) -> None:
        columns = self.columns
        at = self.sheet.place(line=row.line)
        cells: dict[int, CellValue] = dict(row.filled())
        source = self._node(cells, columns.source, columns.source_type, at)
        target = self._node(cells, columns.target, columns.target_type, at)
        if source is None or target is None:
            rest = [self._title(each) for each in columns.rest if each in cells]
            if rest or (source is None and target is None):
                titles = ", ".join(rest) or "–"
                self.graph.problems.append(PARTS_LEFT.at(at, titles=titles))
            return
        edge = RawEdge(source, target, at, direction=Direction.DIRECTED)
        if columns.id is not None:
            edge.id = id_text(cells.get(columns.id))
        if columns.direction is not None:
            edge.direction = _direction(cells.get(columns.direction))
        for position in columns.rest:
            if position in cells:
                add_value(edge.attributes, self._title(position), _value(cells[position]))
        self.graph.edges.append(edge)

    def _node(
        self, cells: dict[int, CellValue], position: int, type_at: int | None, at: Place
    ) -> str | None:
        value = cells.get(position)
        name = one_line(value) if isinstance(value, str) else id_text(value)
        if not name:
            return None
        key = name_key(name)
        node = self.graph.nodes.get(key)
        if node is None:
            node = RawNode(key, at, label=name)
            self.graph.add_node(node)
        said = one_line(cells.get(type_at)) if type_at is not None else ""
        if said and type_at is not None:
            first = str(node.attributes.setdefault(NODE_TYPE, said))
            if first != said:
                place = replace(at, column=self._title(type_at))
                told = KIND_TWICE.at(place, name=name, value=said, first=first)
                self.graph.problems.append(told)
        return key

    def _title(self, position: int) -> str:
        return self.columns.titles.get(position) or column_name(position)


def _direction(value: object) -> Direction:
    if value is None:
        return Direction.DIRECTED
    word = one_line(value).casefold()
    if word in _DIRECTIONS:
        return _DIRECTIONS[word]
    try:
        return Direction.UNDIRECTED if boolean(value) is False else Direction.DIRECTED
    except UnclearValueError:
        return Direction.DIRECTED


def _value(value: object) -> Value:
    return value if isinstance(value, (bool, int, float, str)) else text(value)


def _columns(sheet: Sheet) -> _Columns | None:
    titled = _titled(sheet)
    if titled is not None:
        return titled
    width = max(len(row.cells) for row in sheet.rows)
    if width < 2:
        return None
    first = sheet.rows[0]
    if _is_header(first):
        titles = {at: text(value) for at, value in first.filled()}
        return _Columns(0, 1, 1, titles, rest=tuple(range(2, width)))
    return _Columns(0, 1, 0, {}, rest=tuple(range(2, width)))


def _titled(sheet: Sheet) -> _Columns | None:
    """The columns by their titles; ``None`` where these name no source and target."""
    if not sheet.rows:
        return None
    titles = {at: text(value) for at, value in sheet.rows[0].filled() if isinstance(value, str)}
    keys = {at: title_key(title) for at, title in titles.items()}
    source, target = _of(keys, _SOURCES), _of(keys, _TARGETS)
    if source is None or target is None:
        return None
    of_source = tuple(word + kind for word in _SOURCES for kind in _TYPES)
    of_target = tuple(word + kind for word in _TARGETS for kind in _TYPES)
    used = {
        "source_type": _of(keys, (*of_source, *(k + w for w in _SOURCES for k in _TYPES))),
        "target_type": _of(keys, (*of_target, *(k + w for w in _TARGETS for k in _TYPES))),
        "id": _of(keys, ("id", "edgeid", "kennung", "kantenid")),
        "direction": _of(keys, tuple(_DIRECTED)),
    }
    kind = _of(keys, ("type", "typ"))
    if used["direction"] is None and kind is not None and _only_directions(sheet, kind):
        # Gephi keeps the direction under this title.
        used["direction"] = kind
    taken = {source, target, *(at for at in used.values() if at is not None)}
    width = max(len(row.cells) for row in sheet.rows)
    rest = tuple(at for at in range(width) if at not in taken)
    return _Columns(source, target, 1, titles, rest=rest, **used)


def _of(keys: dict[int, str], words: Sequence[str]) -> int | None:
    wanted = frozenset(words) | {f"{word}id" for word in words}
    return next((at for at, key in keys.items() if key in wanted), None)


def _only_directions(sheet: Sheet, at: int) -> bool:
    values = [row.cells[at] for row in sheet.rows[1:] if at < len(row.cells) and row.cells[at]]
    return bool(values) and all(one_line(value).casefold() in _DIRECTIONS for value in values)


def _is_header(row: Row) -> bool:
    """Whether both of the first cells say what stands below them: "Person", "Gremium"."""
    cells: list[CellValue] = list(row.cells[:2])
    return len(cells) == 2 and all(isinstance(c, str) and is_title_of_nodes(c) for c in cells)
