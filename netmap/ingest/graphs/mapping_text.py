"""A mapping as a TOML file that people can read and edit, with all that the graph holds."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Dict
from enum import StrEnum

from netmap.ingest.graphs.decide import said
from netmap.ingest.graphs.kinds import EDGE_WORDS, NODE_WORDS, EdgeKind, NodeKind
from netmap.ingest.graphs.mapping import EDGE_FIELDS, NODE_FIELDS, Mapping
from netmap.ingest.graphs.raw import RawEdge, RawGraph, RawNode
from netmap.ingest.graphs.rows import DEFINITIONS
from netmap.ingest.graphs.unclear import sample_values
from netmap.language import Language, Text

_HEAD = Text(
    de="""Zuordnung für {file}: was die Knoten und Kanten im Netzwerk sind.
Bei jedem "?" eine der genannten Arten eintragen, dann:
netmap import {file} --network … --mapping DIESE-DATEI""",
    en="""Mapping for {file}: what the nodes and edges are in the network.
Put one of the kinds named here at each "?", then:
netmap import {file} --network … --mapping THIS-FILE""",
)
_NODE_KINDS = Text(
    de="Arten von Knoten: {kinds}, ignore (weglassen).",
    en="Kinds of nodes: {kinds}, ignore (leave out).",
)
_EDGE_KINDS = Text(
    de="Arten von Kanten: {kinds}, ignore (weglassen).",
    en="Kinds of edges: {kinds}, ignore (leave out).",
)
_ATTRIBUTES = Text(de="Attribute: {found}", en="Attributes: {found}")
_TYPE = Text(
    de="Attribut, das sagt, was etwas ist; darunter die Arten nach seinen Werten.",
    en="Attribute that says what something is; below it the kinds by its values.",
)
_NAME = Text(
    de='Attribut mit dem Namen; "label" ist die Beschriftung.',
    en='Attribute that holds the name; "label" is what the drawing shows.',
)
_KEEP_IDS = Text(
    de="true: Kennungen der Datei gelten auf Dauer. false: Einträge gelten nach ihrem Namen als "
    "dieselben.",
    en="true: the ids of the file are made to last. false: records are the same by their names.",
)
_OTHERWISE = Text(de="Alle, für die sonst nichts gilt.", en="All for which nothing else holds.")
_SIDES = Text(
    de="Knoten, an denen nur Kanten beginnen oder nur enden; und solche, zu denen Sitze führen.",
    en="Nodes at which edges only begin or only end; and those to which seats lead.",
)
_LABELS = Text(
    de='Nach der Beschriftung, mit * für beliebigen Text, etwa "AG *" = "body".',
    en='By the label, with * for any text: "AG *" = "body".',
)
_FIELDS = Text(
    de='Attribut = Feld. Bekannte Titel gelten von selbst; "" lässt ein Attribut, wie es ist.\n'
    "Felder: {fields}",
    en='Attribute = field. Known titles count by themselves; "" leaves an attribute as it is.\n'
    "Fields: {fields}",
)
_READ_AS = Text(de="gilt von selbst: {pairs}", en="by themselves: {pairs}")
_REVERSED = Text(
    de='Arten, deren Kanten vom Ziel zur Quelle gelten ("hat Mitglied").',
    en='Types whose edges run from target to source ("has member").',
)
_REPORTED = Text(
    de="true: Austausch hat jeweils genannt, wer am Anfang der Kante steht.",
    en="true: exchange was named by whoever stands at the beginning of the edge.",
)
_BETWEEN = Text(
    de="Kanten ohne Art, nach den Arten der Knoten an beiden Enden.",
    en="Edges without a type, by the kinds of the nodes at both ends.",
)


def mapping_toml(graph: RawGraph, mapping: Mapping, language: Language) -> str:
    """A mapping for one graph as TOML, with comments in one language.

    Reading it back gives the same mapping.
    """
    return "\n".join(_lines(graph, mapping, language)) + "\n"


def _lines(graph: RawGraph, mapping: Mapping, language: Language) -> Iterator[str]:
    nodes, edges = mapping.nodes, mapping.edges
    yield from _comment(_HEAD.format(file=graph.file), language)
    yield ""
    yield "[nodes]"
    yield from _comment(_NODE_KINDS.format(kinds=_kinds(NODE_WORDS)), language)
    yield from _found(list(graph.nodes.values()), language)
    yield from _comment(_TYPE, language)
    yield _optional("type", nodes.type)
    yield from _comment(_NAME, language)
    yield f"name = {_text(nodes.name)}"
    yield from _comment(_KEEP_IDS, language)
    yield f"keep_ids = {_bool(nodes.keep_ids)}"
    yield from _comment(_SIDES, language)
    yield _optional("sources", nodes.sources)
    yield _optional("targets", nodes.targets)
    yield _optional("seats_lead_to", nodes.seats_lead_to)
    yield from _comment(_OTHERWISE, language)
    yield _optional("otherwise", nodes.otherwise)
    yield from _table("nodes.kinds", nodes.kinds, _counts(list(graph.nodes.values()), nodes.type))
    yield from _table("nodes.labels", nodes.labels, comment=_LABELS.in_language(language))
    yield from _fields("nodes", nodes.fields, NODE_FIELDS, list(graph.nodes.values()), language)
    yield ""
    yield "[edges]"
    yield from _comment(_EDGE_KINDS.format(kinds=_kinds(EDGE_WORDS)), language)
    yield from _found(graph.edges, language)
    yield from _comment(_TYPE, language)
    yield _optional("type", edges.type)
    yield from _comment(_REVERSED, language)
    yield f"reversed = [{', '.join(_text(value) for value in edges.reversed)}]"
    yield from _comment(_KEEP_IDS, language)
    yield f"keep_ids = {_bool(edges.keep_ids)}"
    yield from _comment(_REPORTED, language)
    yield f"reported_by_source = {_bool(edges.reported_by_source)}"
    yield from _comment(_OTHERWISE, language)
    yield _optional("otherwise", edges.otherwise)
    yield from _table("edges.kinds", edges.kinds, _counts(graph.edges, edges.type))
    yield from _table("edges.between", edges.between, comment=_BETWEEN.in_language(language))
    yield from _fields("edges", edges.fields, EDGE_FIELDS, graph.edges, language)


def _comment(text: Text, language: Language) -> Iterator[str]:
    # What a file holds may have line breaks of every sort, and would go on outside the comment.
    for line in text.in_language(language).split("\n"):
        yield f"# {''.join(char if char.isprintable() else ' ' for char in line)}"


def _kinds(words: Dict[NodeKind, Text] | Dict[EdgeKind, Text]) -> Text:
    return Text(
        de=", ".join(f"{kind} ({word.de})" for kind, word in words.items()),
        en=", ".join(f"{kind} ({word.en})" for kind, word in words.items()),
    )


def _found(items: Sequence[RawNode] | Sequence[RawEdge], language: Language) -> Iterator[str]:
    samples = sample_values(items)
    for title, values in samples.items():
        shown = f"{title} ({', '.join(values)})"
        yield from _comment(_ATTRIBUTES.format(found=shown), language)


def _text(value: str) -> str:
    # Texts of JSON are texts of TOML, but for the one control character that JSON lets stand.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _optional(key: str, value: str | StrEnum | None) -> str:
    return f'# {key} = "…"' if value is None else f"{key} = {_text(str(value))}"


def _counts(items: Sequence[RawNode] | Sequence[RawEdge], attribute: str | None) -> Counter[str]:
    return Counter(said(item, attribute) for item in items)


def _table(
    name: str, values: Dict[str, StrEnum], counts: Counter[str] | None = None, comment: str = ""
) -> Iterator[str]:
    if not values and not comment:
        return
    yield ""
    if comment:
        yield f"# {comment}"
    yield f"[{name}]"
    for value, kind in values.items():
        count = f"  # {counts[value]}" if counts and counts[value] else ""
        yield f"{_text(value)} = {_text(kind.value)}{count}"


def _fields(
    name: str,
    fields: Dict[str, str],
    known: frozenset[str],
    items: Sequence[RawNode] | Sequence[RawEdge],
    language: Language,
) -> Iterator[str]:
    yield ""
    yield from _comment(_FIELDS.format(fields=", ".join(sorted(known))), language)
    titles = dict.fromkeys(title for item in items for title in item.attributes)
    pairs = [f"{title} → {found}" for title in titles if (found := _by_itself(title, known))]
    if pairs:
        yield from _comment(_READ_AS.format(pairs=", ".join(pairs)), language)
    yield f"[{name}.fields]"
    for title, field in fields.items():
        yield f"{_text(title)} = {_text(field)}"


def _by_itself(title: str, known: frozenset[str]) -> str:
    found = (definition.column(title) for definition in DEFINITIONS.values())
    return next((column.field for column in found if column and column.field in known), "")
