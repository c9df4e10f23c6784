"""The edges of a graph as rows: seats, exchange, reporting lines, and what belongs to what."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from netmap.errors import Place
from netmap.ingest.graphs.decide import Decided, said
from netmap.ingest.graphs.kinds import EDGE_WORDS, NODE_WORDS, EdgeKind, NodeKind, edge_kind
from netmap.ingest.graphs.mapping import LABEL, EdgeMapping
from netmap.ingest.graphs.notices import (
    DIRECTION_LEFT,
    DIRECTION_TAKEN,
    EDGE_UNFIT,
    HOUSE_TWICE,
    PARALLEL_EDGES,
    SAME_EDGES,
    SELF_LOOP,
)
from netmap.ingest.graphs.raw import Direction, RawEdge, RawGraph, RawNode, Value
from netmap.ingest.graphs.rows import Rows
from netmap.ingest.normalise import folded
from netmap.ingest.roles import role
from netmap.ingest.workbook.rows import Cell
from netmap.vocabulary import Role

_ACTORS = frozenset({NodeKind.PERSON, NodeKind.ORGANIZATION, NodeKind.BODY})
_HOUSES = frozenset({NodeKind.ORGANIZATION, NodeKind.BODY})
_TOPICS = frozenset({NodeKind.TOPIC})

# Sheet of each tie, its columns for both ends, and what may stand there.
_TIES = {
    EdgeKind.MEMBERSHIP: ("memberships", ("member", "body"), (_ACTORS, _HOUSES)),
    EdgeKind.EXCHANGE: ("exchanges", ("actor_a", "actor_b"), (_ACTORS, _ACTORS)),
    EdgeKind.REPORTING_LINE: ("reporting_lines", ("sender", "receiver"), (_ACTORS, _ACTORS)),
    EdgeKind.WORKS_ON: ("works_on", ("actor", "topic"), (_ACTORS, _TOPICS)),
}
_ENDS = frozenset(
    {"id", "person", "member", "body", "actor_a", "actor_b", "sender", "receiver", "actor", "topic"}
)
# Where words of their own for a kind of tie are kept.
_WORDS = {
    EdgeKind.MEMBERSHIP: "role",
    EdgeKind.EXCHANGE: "channel",
    EdgeKind.REPORTING_LINE: "form",
}


@dataclass(frozen=True, slots=True)
class Ends:
    """What edges lead between: ids of records, names and numbers of rows, by id of node."""

    ids: dict[str, str]
    names: dict[str, str]
    rows: dict[str, int]


@dataclass(slots=True)
class EdgeRows:
    """Adds a row for every edge, or fills a field of the row at one of its ends."""

    graph: RawGraph
    mapping: EdgeMapping
    decided: Decided
    rows: Rows
    ends: Ends
    _reversed: frozenset[str] = field(init=False)
    _seen: set[tuple[object, ...]] = field(init=False, default_factory=set)
    _between: Counter[tuple[object, ...]] = field(init=False, default_factory=Counter)
    _same: int = field(init=False, default=0)
    _parallel: int = field(init=False, default=0)
    _directed_exchange: int = field(init=False, default=0)
    _undirected: Counter[EdgeKind] = field(init=False, default_factory=Counter)
    _only_ones: bool = field(init=False)

    def __post_init__(self) -> None:
        self._reversed = frozenset(folded(value) for value in self.mapping.reversed)
        # Gephi writes the weight 1 where nobody gave one.
        self._only_ones = all(edge.attributes.get("weight", 1) == 1 for edge in self.graph.edges)

    def add_all(self) -> None:
        """Add all edges, and what lies in groups; tell at the end what was found."""
        for edge, kind in zip(self.graph.edges, self.decided.edges, strict=True):
            if kind is not EdgeKind.IGNORE:
                self._edge(edge, kind)
        for node in self.graph.nodes.values():
            if node.parent is not None:
                self._group(node, node.parent)
        place = Place(file=self.graph.file)
        for notice, count in (
            (SAME_EDGES, self._same),
            (PARALLEL_EDGES, self._parallel),
            (DIRECTION_LEFT, self._directed_exchange),
        ):
            if count:
                self.rows.problems.append(notice.at(place, count=count))
        for kind, count in self._undirected.items():
            told = DIRECTION_TAKEN.at(place, kind=EDGE_WORDS[kind], count=count)
            self.rows.problems.append(told)

    def _edge(self, edge: RawEdge, kind: EdgeKind) -> None:
        if edge.source == edge.target:
            name = self.ends.names.get(edge.source, edge.source)
            self.rows.problems.append(SELF_LOOP.at(edge.at, name=name))
            return
        source, target = edge.source, edge.target
        if folded(said(edge, self.mapping.type)) in self._reversed:
            source, target = target, source
        if kind in _TIES:
            self._tie(edge, kind, source, target)
            return
        start, end = self._belonging(edge, kind, source, target)
        if start is not None:
            self._belongs(start, end, edge.label or said(edge, self.mapping.type), edge)

    def _tie(self, edge: RawEdge, kind: EdgeKind, source: str, target: str) -> None:
        sheet, columns, allowed = _TIES[kind]
        kinds = (self.decided.nodes[source], self.decided.nodes[target])
        if not (kinds[0] in allowed[0] and kinds[1] in allowed[1]) or (
            kind is EdgeKind.MEMBERSHIP
            and edge.direction is not Direction.DIRECTED
            and kinds[0] is NodeKind.BODY
            and kinds[1] is NodeKind.ORGANIZATION
        ):
            # Which end holds a seat, and which the topic is, shows in their kinds.
            source, target, kinds = target, source, (kinds[1], kinds[0])
            clear = kind in {EdgeKind.MEMBERSHIP, EdgeKind.WORKS_ON}
            if not clear or not (kinds[0] in allowed[0] and kinds[1] in allowed[1]):
                self._unfit(edge, kind)
                return
        elif edge.direction is not Direction.DIRECTED and (
            (kind is EdgeKind.REPORTING_LINE and edge.direction is Direction.UNDIRECTED)
            or (kind is EdgeKind.MEMBERSHIP and kinds[0] is kinds[1])
        ):
            self._undirected[kind] += 1
        self._row(edge, kind, sheet, (columns[0], source), (columns[1], target))
        if kind is EdgeKind.REPORTING_LINE and edge.direction is Direction.MUTUAL:
            self._row(edge, kind, sheet, (columns[0], target), (columns[1], source))

    def _row(
        self,
        edge: RawEdge,
        kind: EdgeKind,
        sheet: str,
        first: tuple[str, str],
        second: tuple[str, str],
    ) -> None:
        cells = {
            column: Cell(self.ends.ids[node], column, holds_ids=True)
            for column, node in (first, second)
        }
        attributes = self._attributes(edge)
        words = said(edge, self.mapping.type)
        if self.mapping.type is not None and self.mapping.type not in self.mapping.fields:
            attributes.pop(self.mapping.type, None)
            self._own_words(kind, words, cells, attributes)
        if kind is EdgeKind.EXCHANGE:
            if self.mapping.reported_by_source:
                cells["reported_by"] = Cell(self.ends.ids[first[1]], "source", holds_ids=True)
            elif edge.direction is Direction.DIRECTED:
                self._directed_exchange += 1
        if self._repeats(edge, kind, cells, attributes):
            return
        if self.mapping.keep_ids and edge.id:
            cells["id"] = Cell(edge.id, "id")
        self.rows.add(sheet, edge.at, cells, attributes, fields=self.mapping.fields, without=_ENDS)

    def _own_words(
        self, kind: EdgeKind, words: str, cells: dict[str, Cell], attributes: dict[str, Value]
    ) -> None:
        """Keep the words of a type that say more than the kind."""
        title = str(self.mapping.type)
        if not words:
            return
        if kind is EdgeKind.MEMBERSHIP:
            # "Mitglied von" says no more than that there is a seat.
            if role(words) not in {Role.OTHER, Role.MEMBER}:
                cells["role"] = Cell(words, title)
            elif edge_kind(words) is not kind:
                attributes[title] = words
        elif edge_kind(words) is not kind:
            if kind in _WORDS:
                cells[_WORDS[kind]] = Cell(words, title)
            else:
                attributes[title] = words

    def _attributes(self, edge: RawEdge) -> dict[str, Value]:
        attributes = dict(edge.attributes)
        if self._only_ones:
            attributes.pop("weight", None)
        if edge.label and self.mapping.type != LABEL:
            attributes.setdefault(LABEL, edge.label)
        return attributes

    def _repeats(
        self,
        edge: RawEdge,
        kind: EdgeKind,
        cells: dict[str, Cell],
        attributes: dict[str, Value],
    ) -> bool:
        """Whether an edge says just what another one says; counts those beside others."""
        ends = tuple(sorted(each.value for each in cells.values() if each.holds_ids))  # type: ignore[type-var]
        ordered = tuple(each.value for each in cells.values() if each.holds_ids)
        if kind is EdgeKind.EXCHANGE and edge.direction is not Direction.DIRECTED:
            ordered = ends
        said_more = tuple(sorted((title, str(value)) for title, value in attributes.items()))
        own = tuple((name, str(each.value)) for name, each in cells.items() if not each.holds_ids)
        key = (kind, ordered, own, said_more)
        if key in self._seen:
            self._same += 1
            return True
        self._seen.add(key)
        self._between[kind, ends] += 1
        if self._between[kind, ends] > 1:
            self._parallel += 1
        return False

    def _belonging(
        self, edge: RawEdge, kind: EdgeKind, source: str, target: str
    ) -> tuple[str | None, str]:
        """Which end belongs to which; ``None`` where the kinds do not allow it."""
        kinds = (self.decided.nodes[source], self.decided.nodes[target])
        if kind is EdgeKind.WORKS_FOR and kinds[1] is NodeKind.PERSON:
            source, target, kinds = target, source, (kinds[1], kinds[0])
        if _may_belong(*kinds):
            if edge.direction is not Direction.DIRECTED and kinds[0] is not NodeKind.PERSON:
                self._undirected[kind] += 1
            return source, target
        self._unfit(edge, kind)
        return None, target

    def _group(self, node: RawNode, parent: str) -> None:
        kinds = (self.decided.nodes[node.id], self.decided.nodes[parent])
        if NodeKind.IGNORE in kinds:
            return
        if kinds == (NodeKind.PERSON, NodeKind.BODY):
            edge = RawEdge(node.id, parent, node.at, direction=Direction.DIRECTED)
            self._tie(edge, EdgeKind.MEMBERSHIP, node.id, parent)
        elif _may_belong(*kinds):
            self._belongs(node.id, parent, "", node)
        else:
            source, target = (NODE_WORDS[kind] for kind in kinds)
            words = {"kind": EDGE_WORDS[EdgeKind.PART_OF], "source": source, "target": target}
            self.rows.problems.append(EDGE_UNFIT.at(node.at, **words))

    def _belongs(self, start: str, end: str, words: str, item: RawNode | RawEdge) -> None:
        is_person = self.decided.nodes[start] is NodeKind.PERSON
        name = "organization" if is_person else "parent"
        title = words or EDGE_WORDS[EdgeKind.WORKS_FOR if is_person else EdgeKind.PART_OF].de
        own = Cell(self.ends.ids[end], title, holds_ids=True)
        before = self.rows.set(self.ends.rows[start], name, own)
        if isinstance(item, RawEdge):
            for key, value in self._attributes(item).items():
                if key != self.mapping.type and (key, value) != (LABEL, words):
                    self.rows.keep(self.ends.rows[start], f"{title}: {key}", str(value))
        other = self.ends.names[end]
        if before is not None and before.value not in {own.value, other}:
            self.rows.keep(self.ends.rows[start], title, other)
            told = HOUSE_TWICE.at(item.at, name=self.ends.names[start], other=other)
            self.rows.problems.append(told)

    def _unfit(self, edge: RawEdge, kind: EdgeKind) -> None:
        source, target = (NODE_WORDS[self.decided.nodes[e]] for e in (edge.source, edge.target))
        words = {"kind": EDGE_WORDS[kind], "source": source, "target": target}
        self.rows.problems.append(EDGE_UNFIT.at(edge.at, **words))


def _may_belong(part: NodeKind, whole: NodeKind) -> bool:
    if part is NodeKind.TOPIC:
        return whole is NodeKind.TOPIC
    return whole in _HOUSES
