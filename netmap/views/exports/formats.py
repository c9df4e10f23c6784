"""The formats that a network can be written in, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from netmap.language import Language, Text, same
from netmap.views.exports.contents import Contents
from netmap.views.exports.csv_zip import csv_zip
from netmap.views.exports.gexf import gexf
from netmap.views.exports.graphml import graphml
from netmap.views.exports.jsonld import jsonld
from netmap.views.exports.popolo import popolo
from netmap.views.workbook_xlsx import own_workbook


class ExportName(StrEnum):
    """The formats by name."""

    WORKBOOK = "workbook"
    CSV = "csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    JSONLD = "jsonld"
    POPOLO = "popolo"


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A way to write a network down.

    Attributes:
        name: What commands and addresses call it.
        media_type: As IANA lists it, or as programs know it.
        suffix: What its files end in, without the dot.
        title: What people call it.
        write: Makes the file; the same contents give the same bytes, but for the moment that a
            workbook notes.
    """

    name: ExportName
    media_type: str
    suffix: str
    title: Text
    write: Callable[[Contents, Language], bytes]


_ALL = (
    ExportFormat(
        ExportName.WORKBOOK,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
        Text(de="Arbeitsmappe (Excel)", en="Workbook (Excel)"),
        own_workbook,
    ),
    ExportFormat(
        ExportName.CSV,
        "application/zip",
        "zip",
        Text(de="CSV-Dateien", en="CSV files"),
        csv_zip,
    ),
    ExportFormat(
        ExportName.GRAPHML, "application/graphml+xml", "graphml", same("GraphML"), graphml
    ),
    ExportFormat(ExportName.GEXF, "application/gexf+xml", "gexf", same("GEXF 1.3"), gexf),
    ExportFormat(
        ExportName.JSONLD,
        "application/ld+json",
        "jsonld",
        same("JSON-LD (W3C Organization Ontology)"),
        jsonld,
    ),
    ExportFormat(ExportName.POPOLO, "application/json", "json", same("Popolo"), popolo),
)

EXPORTS: dict[ExportName, ExportFormat] = {each.name: each for each in _ALL}
"""All formats by name, those for offices first."""
