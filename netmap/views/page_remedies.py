"""Remedies as pages give them: what helps there, where the remedy of an error names commands."""

from __future__ import annotations

from netmap.language import Text

_GRAPH = Text(
    de="In der Datei an Knoten und Kanten sagen, was sie sind: Wörter wie Person, Gremium, "
    "member_of oder Austausch werden erkannt. Oder die Angaben in die leere Vorlage übertragen.",
    en="Say in the file what nodes and edges are: words such as Person, Gremium, member_of or "
    "Austausch are recognised. Or carry the data over into the empty template.",
)

PAGE_REMEDIES = {
    "network.not_found": Text(
        de="Unter „Netzwerke“ stehen die vorhandenen; dort lässt sich auch ein neues beginnen.",
        en='Those that are there stand below "Networks", where a new one can be begun, too.',
    ),
    "ingest.empty": Text(
        de="Die Datei noch einmal speichern oder exportieren, oder die leere Vorlage benutzen.",
        en="Save or export the file again, or use the empty template.",
    ),
    "ingest.unknown_format": Text(
        de="Lesbar sind Arbeitsmappen mit Blättern wie Personen, Gremien und Mitgliedschaften, "
        "Listen mit einer Person je Zeile, Kreuztabellen, Popolo und OParl als JSON und Graphen "
        "(GraphML, GEXF, GML, Kumu, Kantenlisten). Die leere Vorlage zeigt, welche Spalten "
        "erkannt werden; das Format lässt sich hier auch wählen.",
        en="netmap reads workbooks with sheets such as persons, bodies and memberships, lists "
        "with one person a row, cross tables, Popolo and OParl as JSON, and graphs (GraphML, GEXF, "
        "GML, Kumu, edge lists). The empty template shows which columns are recognised; "
        "the format can be chosen here, too.",
    ),
    "ingest.mixed_folder": Text(
        de="Beides getrennt importieren, oder hier wählen, was davon gelesen werden soll.",
        en="Import them one after the other, or choose here which to read.",
    ),
    "ingest.mapping_unclear": _GRAPH,
    "ingest.mapping_incomplete": _GRAPH,
}
"""By code of the error."""


def page_remedy(code: str, remedy: Text) -> Text:
    """What a page says that helps against an error of a code.

    >>> page_remedy("ingest.empty", Text(de="„netmap template“ …", en="…")).en
    'Save or export the file again, or use the empty template.'
    >>> page_remedy("other", Text(de="Noch einmal.", en="Once more.")).en
    'Once more.'
    """
    return PAGE_REMEDIES.get(code, remedy)
