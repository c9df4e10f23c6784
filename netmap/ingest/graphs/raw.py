"""A graph as its file holds it: what every graph format is turned into before it is understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum

from netmap.errors import Place
from netmap.ingest.graphs.notices import (
    DRAWING_LEFT,
    EDGE_IDS_REPEATED,
    EDGE_LEADS_NOWHERE,
    ID_TWICE,
    PARENT_NOWHERE,
)
from netmap.ingest.problems import Problem

Value = str | int | float | bool


class Direction(StrEnum):
    """Which way an edge runs."""

    DIRECTED = "directed"
    UNDIRECTED = "undirected"
    MUTUAL = "mutual"


@dataclass(slots=True)
class RawNode:
    """One node.

    Attributes:
        at: Where it stands.
        label: What the drawing shows; empty where the format keeps it among the attributes.
        parent: Id of the group that it is drawn in.
    """

    id: str
    at: Place
    label: str = ""
    attributes: dict[str, Value] = field(default_factory=dict)
    parent: str | None = None


@dataclass(slots=True)
class RawEdge:
    """One edge; ``id`` and ``label`` are empty where the file gives none."""

    source: str
    target: str
    at: Place
    id: str = ""
    label: str = ""
    direction: Direction = Direction.UNDIRECTED
    attributes: dict[str, Value] = field(default_factory=dict)


@dataclass(slots=True)
class RawGraph:
    """All nodes and edges of one file, in its order.

    Attributes:
        format: Name of the format.
        file: Name of the file as the user gave it.
        source_title: Title of the column of sources, where the file is a table.
        target_title: Title of the column of targets.
        stable_ids: The ids are made to last, so that another file of the same program has them too.
        drawing: How many elements say only how the graph is drawn.
    """

    format: str
    file: str
    nodes: dict[str, RawNode] = field(default_factory=dict)
    edges: list[RawEdge] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    source_title: str = ""
    target_title: str = ""
    stable_ids: bool = False
    drawing: int = 0

    def add_node(self, node: RawNode) -> None:
        """Add a node; a second one of the same id is told as an error."""
        first = self.nodes.setdefault(node.id, node)
        if first is not node:
            twice = ID_TWICE.at(node.at, id=node.id[:200], first=first.at.text())
            self.problems.append(twice)

    def close(self) -> RawGraph:
        """The graph once all is read, with ends and groups that lead nowhere told as errors."""
        repeated = Counter(edge.id for edge in self.edges if edge.id)
        count = sum(times for times in repeated.values() if times > 1)
        if count:
            self.problems.append(EDGE_IDS_REPEATED.at(Place(file=self.file), count=count))
        for edge in self.edges:
            for end in dict.fromkeys((edge.source, edge.target)):
                if end not in self.nodes:
                    self.problems.append(EDGE_LEADS_NOWHERE.at(edge.at, id=end[:200]))
        for node in self.nodes.values():
            if node.parent is not None and node.parent not in self.nodes:
                self.problems.append(PARENT_NOWHERE.at(node.at, id=node.parent[:200]))
        if self.drawing:
            self.problems.append(DRAWING_LEFT.at(Place(file=self.file), count=self.drawing))
        return self


def inside(at: Place, attribute: str) -> Place:
    """The place of one attribute of what stands at ``at``."""
    if at.field is not None:
        return replace(at, field=f"{at.field}.{attribute}")
    return replace(at, column=attribute)


def add_value(attributes: dict[str, Value], title: str, value: Value | None) -> None:
    """Add an attribute; a second one of its title is numbered, an empty one left out."""
    if value is None or value == "":
        return
    attributes[free_title(attributes, title)] = value


def free_title(taken: Container[str], title: str) -> str:
    """A title that is not taken: itself, else with the number after those that are.

    Found by halving, so that a thousand values of one title do not take a million steps.

    >>> free_title({"url", "url (2)"}, "url")
    'url (3)'
    """
    if title not in taken:
        return title
    last, free = 1, 2
    while f"{title} ({free})" in taken:
        last, free = free, 2 * free
    while free - last > 1:
        middle = (last + free) // 2
        if f"{title} ({middle})" in taken:
            last = middle
        else:
            free = middle
    return f"{title} ({free})"


def listed(values: Iterable[object]) -> str:
    """Several values as one text, as lists in cells are written."""
    return "; ".join(str(value) for value in values)
