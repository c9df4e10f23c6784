"""Errors of graph files and of the mapping that says what their nodes and edges are."""

from __future__ import annotations

from netmap.errors import NetmapError
from netmap.ingest.errors import SourceError
from netmap.language import Text


class BrokenGraphError(SourceError):
    """A graph file that does not follow its format."""

    code = "ingest.broken_graph"
    cause = Text(
        de="Die Datei lässt sich nicht als {format} lesen: {problem}",
        en="The file cannot be read as {format}: {problem}",
    )
    remedy = Text(de="{remedy}", en="{remedy}")


class DocumentTypeError(SourceError):
    """A graph file declares a document type or entities."""

    code = "ingest.document_type"
    cause = Text(
        de="Die Datei enthält eine Dokumenttyp- oder Entitätsdeklaration (<!DOCTYPE …>); sie kann "
        "ein Angriff sein und wird nicht gelesen.",
        en="The file declares a document type or entities (<!DOCTYPE …>); this may be an attack "
        "and is not read.",
    )
    remedy = Text(
        de="Die Herkunft der Datei klären und sie im Ursprungsprogramm neu als GraphML oder GEXF "
        "speichern, ohne <!DOCTYPE>.",
        en="Find out where the file comes from, and save it again as GraphML or GEXF in the "
        "program that made it, without <!DOCTYPE>.",
    )


class MappingUnclearError(SourceError):
    """What the nodes or edges of a graph are does not show; nothing was imported."""

    code = "ingest.mapping_unclear"
    cause = Text(
        de="Was diese Knoten und Kanten sind, ist nicht zu erkennen: {found}.",
        en="What these nodes and edges are does not show: {found}.",
    )
    remedy = Text(
        de="„netmap mapping {file} --output zuordnung.toml“ schreibt eine Zuordnung mit allen "
        "gefundenen Werten. Darin bei jedem „?“ sagen, was gemeint ist, dann mit "
        "--mapping zuordnung.toml importieren.",
        en='"netmap mapping {file} --output mapping.toml" writes a mapping with all values found. '
        'Say at each "?" what is meant, then import with --mapping mapping.toml.',
    )


class MappingIncompleteError(MappingUnclearError):
    """A mapping leaves open what some nodes or edges are; nothing was imported."""

    code = "ingest.mapping_incomplete"
    cause = Text(
        de="Die Zuordnung lässt noch offen, was diese Knoten und Kanten sind: {found}.",
        en="The mapping still leaves open what these nodes and edges are: {found}.",
    )
    remedy = Text(
        de="In der Zuordnung jedes „?“ durch eine Art ersetzen. Was dort noch nicht vorkommt, "
        'legt für alle übrigen otherwise = "…" unter [nodes] und [edges] fest, für Kanten auch '
        '[edges.between], etwa "organization-organization" = "exchange". Dann noch einmal mit '
        "--mapping importieren.",
        en='Replace every "?" in the mapping by a kind. What does not occur there yet is said for '
        'all others by otherwise = "…" below [nodes] and [edges], for edges also by '
        '[edges.between], as in "organization-organization" = "exchange". Then import again with '
        "--mapping.",
    )


class MappingFileError(NetmapError):
    """A mapping cannot be used as it is."""

    code = "ingest.mapping_invalid"
    cause = Text(
        de="Diese Zuordnung ist so nicht verwendbar: {problem}",
        en="This mapping cannot be used as it is: {problem}",
    )
    remedy = Text(
        de="Die genannte Stelle berichtigen; „netmap mapping“ schreibt zu einer Graphdatei eine "
        "Zuordnung mit Erläuterungen.",
        en='Correct what is named; "netmap mapping" writes a mapping with explanations for a '
        "graph file.",
    )
