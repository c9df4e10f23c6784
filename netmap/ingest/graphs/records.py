"""The nodes and edges of a graph as rows of a workbook, and so as the records of a network."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from netmap.errors import Place
from netmap.ingest.graphs.decide import Decided, decide, said
from netmap.ingest.graphs.edges import EdgeRows, Ends
from netmap.ingest.graphs.errors import MappingIncompleteError, MappingUnclearError
from netmap.ingest.graphs.guess import guess
from netmap.ingest.graphs.kinds import EDGE_WORDS, NODE_WORDS, NodeKind, is_generic
from netmap.ingest.graphs.mapping import LABEL, Mapping, NodeMapping
from netmap.ingest.graphs.notices import (
    ATTRIBUTES_TAKEN,
    EDGES_TAKEN,
    NODES_TAKEN,
    UNNAMED_NODES,
)
from netmap.ingest.graphs.raw import RawGraph, RawNode
from netmap.ingest.graphs.rows import DEFINITIONS, Rows
from netmap.ingest.graphs.unclear import unclear
from netmap.ingest.identity import identifier, made_id, name_key, record_id
from netmap.ingest.normalise import id_text, one_line
from netmap.ingest.person_names import person_name
from netmap.ingest.problems import Parsed, Problem, Severity
from netmap.ingest.workbook.directory import PREFIXES
from netmap.ingest.workbook.reader import records_of
from netmap.ingest.workbook.rows import Cell
from netmap.language import Text
from netmap.progress import Progress
from netmap.values import Identifier, Record
from netmap.vocabulary import Kind

SCHEME = "graph"
"""Scheme under which records keep the ids that a graph gave them."""

SHEET_OF = {
    NodeKind.PERSON: "persons",
    NodeKind.ORGANIZATION: "organizations",
    NodeKind.BODY: "bodies",
    NodeKind.TOPIC: "topics",
}
_KINDS = {
    NodeKind.PERSON: Kind.PERSON,
    NodeKind.ORGANIZATION: Kind.ORGANIZATION,
    NodeKind.BODY: Kind.ORGANIZATION,
    NodeKind.TOPIC: Kind.TOPIC,
}


def records_from(graph: RawGraph, mapping: Mapping | None, progress: Progress) -> Parsed:
    """The records of a graph by a mapping; by a guessed one where none is given.

    What was taken for what is told with counts. Nothing of a graph is left out in silence.

    Raises:
        MappingUnclearError: Words do not say what some nodes or edges are.
        MappingIncompleteError: The mapping given does not say it either.
    """
    if any(problem.severity is Severity.ERROR for problem in graph.problems):
        return Parsed(format=graph.format, records=(), problems=tuple(graph.problems))
    refused = MappingUnclearError if mapping is None else MappingIncompleteError
    mapping = mapping or guess(graph)
    decided = decide(graph, mapping)
    if decided.open_nodes or decided.open_edges:
        raise refused(
            place=Place(file=graph.file), file=graph.file, found=unclear(graph, mapping, decided)
        )
    rows = Rows(graph.file)
    names = _Names(graph, mapping.nodes, decided)
    numbers = _add_nodes(graph, mapping.nodes, decided, names, rows)
    EdgeRows(graph, mapping.edges, decided, rows, Ends(names.ids, names.names, numbers)).add_all()
    problems: list[Problem] = []
    records, placeholders = records_of(rows.entries(), problems, progress)
    told = [
        *graph.problems,
        *_taken(graph, decided),
        *_attributes_read(graph, rows),
        *names.problems,
        *rows.problems,
        *(rows.placed(problem) for problem in problems),
    ]
    return Parsed(
        format=graph.format,
        records=tuple(names.identified(record) for record in records),
        problems=tuple(told),
        placeholders=tuple(
            replace(each, problem=rows.placed(each.problem)) if each.problem else each
            for each in placeholders
        ),
    )


class _Names:
    """Names and ids of the records that nodes become.

    Attributes:
        names: Name by id of node; nodes that are left out have none.
        ids: Id of record by id of node.
        problems: What was found.
    """

    def __init__(self, graph: RawGraph, mapping: NodeMapping, decided: Decided) -> None:
        self.names: dict[str, str] = {}
        self.ids: dict[str, str] = {}
        self.problems: list[Problem] = []
        self._keep_ids = mapping.keep_ids
        same = Counter[tuple[Kind, str]]()
        unnamed: list[RawNode] = []
        for node in graph.nodes.values():
            kind = _KINDS.get(decided.nodes[node.id])
            if kind is None:
                continue
            name = said(node, mapping.name) or one_line(node.label)
            if not name:
                unnamed.append(node)
                name = one_line(node.id) or node.id
            if kind is Kind.PERSON:
                name = person_name(name) or name
            self.names[node.id] = name
            same[kind, name_key(name)] += 1
        # Where no node has a label, ids are names: so networkx writes them.
        if unnamed and len(unnamed) < len(self.names):
            self.problems.append(UNNAMED_NODES.at(unnamed[0].at, count=len(unnamed)))
        taken: set[str] = set()
        for given, name in self.names.items():
            sheet = SHEET_OF[decided.nodes[given]]
            kind = _KINDS[decided.nodes[given]]
            twice = same[kind, name_key(name)] > 1
            made = made_id(kind, name, given) if twice else made_id(kind, name)
            wanted = id_text(given) if self._keep_ids else made
            own = record_id(wanted or made, taken=taken, prefix=PREFIXES[sheet])
            taken.add(own)
            self.ids[given] = own
        self._given = {own: given for given, own in self.ids.items()}

    def identified(self, record: Record) -> Record:
        """A record with the id that the graph gave it, and without ids that were made here."""
        given = self._given.get(record.id)
        if given is not None:
            found: tuple[Identifier, ...] = (identifier(SCHEME, given),) if self._keep_ids else ()
        else:
            found = tuple(identifier(SCHEME, each.identifier) for each in record.identifiers)
        return record.model_copy(update={"identifiers": found})


def _add_nodes(
    graph: RawGraph, mapping: NodeMapping, decided: Decided, names: _Names, rows: Rows
) -> dict[str, int]:
    """Add a row for every node; give back their numbers by id of node."""
    numbers: dict[str, int] = {}
    for node in graph.nodes.values():
        if node.id not in names.ids:
            continue
        kind = decided.nodes[node.id]
        name = Cell(names.names[node.id], mapping.name)
        cells = {"id": Cell(names.ids[node.id], "id"), "name": name}
        attributes = dict(node.attributes)
        if attributes.get(mapping.name) is not None and said(node, mapping.name) == name.value:
            del attributes[mapping.name]
        elif mapping.name != LABEL and node.label and one_line(node.label) != name.value:
            attributes.setdefault(LABEL, node.label)
        type_value = said(node, mapping.type)
        if mapping.type is not None and mapping.type not in mapping.fields and type_value:
            attributes.pop(mapping.type, None)
            if kind in {NodeKind.ORGANIZATION, NodeKind.BODY} and not is_generic(type_value):
                cells["classification"] = Cell(type_value, mapping.type)
            elif not is_generic(type_value):
                attributes[mapping.type] = type_value
        numbers[node.id] = rows.add(
            SHEET_OF[kind], node.at, cells, attributes, fields=mapping.fields
        )
    return numbers


_TAKEN = Text(de="{count} {why} als {kind}", en="{count} {why} as {kind}")
_LEFT = Text(de="{count} {why} weggelassen", en="{count} {why} left out")
_SHOWN = 40


def _taken(graph: RawGraph, decided: Decided) -> Iterator[Problem]:
    """What was taken for what, by why, most frequent first."""
    place = Place(file=graph.file)
    nodes = [
        (NODE_WORDS.get(kind), why.which, count)
        for (kind, why), count in decided.node_reasons.most_common(_SHOWN)
    ]
    edges = [
        (EDGE_WORDS.get(kind), why.which, count)
        for (kind, why), count in decided.edge_reasons.most_common(_SHOWN)
    ]
    for notice, found in ((NODES_TAKEN, nodes), (EDGES_TAKEN, edges)):
        parts = [
            (_TAKEN if kind else _LEFT).format(count=count, why=why, kind=kind)
            for kind, why, count in found
        ]
        if parts:
            german, english = "; ".join(p.de for p in parts), "; ".join(p.en for p in parts)
            yield notice.at(place, found=Text(de=german, en=english))


def _attributes_read(graph: RawGraph, rows: Rows) -> Iterator[Problem]:
    """Which attributes were read as which field."""
    read = sorted({(title, sheet, name) for sheet, title, name in rows.taken})
    if not read:
        return
    columns = [DEFINITIONS[sheet].by_field[name].title for _, sheet, name in read]
    pairs = list(zip(read, columns, strict=True))
    german = dict.fromkeys(f"{title} → {column.de}" for (title, _, _), column in pairs)
    english = dict.fromkeys(f"{title} → {column.en}" for (title, _, _), column in pairs)
    titles = Text(de=", ".join(german)[:1_000], en=", ".join(english)[:1_000])
    yield ATTRIBUTES_TAKEN.at(Place(file=graph.file), titles=titles)
