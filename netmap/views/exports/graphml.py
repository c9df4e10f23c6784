"""A network as GraphML, for yEd, Cytoscape, Gephi and networkx, and to import again."""

from __future__ import annotations

import io
import re
from functools import partial

from netmap.language import Language
from netmap.views.exports.contents import Contents
from netmap.views.exports.graph import Declared, Edge, Node, edges_of, nodes_of, type_name
from netmap.views.exports.xml import attribute, content, plain

REAL_ID = "netmap_id"
"""Attribute with the id of a record that cannot be an id in GraphML."""

# Ids of GraphML are name tokens; those of records are any text.
_TOKEN = re.compile(r"[A-Za-z0-9._:-]+", re.ASCII)
_TYPES = ("string", "boolean", "double")
_HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"\
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"\
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns\
 http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def graphml(contents: Contents, language: Language) -> bytes:
    """One directed graph; the exchange ties in it have no direction of their own.

    Keys are declared for those attributes that occur. Programs refuse graphs of both directed and
    undirected edges, so all are written as directed, and the kind says the rest.
    """
    nodes = Declared("n", partial(type_name, names=_TYPES), {})
    edges = Declared("e", partial(type_name, names=_TYPES), {})
    ids = _Ids({record.id for record in contents.records})
    body = io.StringIO()
    for node in nodes_of(contents):
        body.write(f'<node id="{ids.token(node.id)}">')
        _write_data(body, nodes, node, ids)
        body.write("</node>\n")
    for edge in edges_of(contents, language):
        ends = f'source="{ids.token(edge.source)}" target="{ids.token(edge.target)}"'
        body.write(f'<edge id="{ids.token(edge.id)}" {ends}>')
        _write_data(body, edges, edge, ids)
        body.write("</edge>\n")
    out = io.BytesIO()
    out.write(_HEAD.encode())
    for what, declared in (("node", nodes), ("edge", edges)):
        for name, (key, kind) in declared.known.items():
            line = f'<key id="{key}" for="{what}" attr.name={attribute(name)} attr.type="{kind}"/>'
            out.write(f"{line}\n".encode())
    out.write(b'<graph id="network" edgedefault="directed">\n')
    out.write(body.getvalue().encode())
    out.write(b"</graph>\n</graphml>\n")
    return out.getvalue()


class _Ids:
    """Name tokens for ids of any text: the id itself where it is one."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = taken
        self._made: dict[str, str] = {}

    def token(self, record_id: str) -> str:
        if _TOKEN.fullmatch(record_id):
            return record_id
        if record_id not in self._made:
            made = f"id-{len(self._made) + 1}"
            while made in self._taken:
                made += "-"
            self._made[record_id] = made
        return self._made[record_id]


def _write_data(body: io.StringIO, declared: Declared, each: Node | Edge, ids: _Ids) -> None:
    values = {"label": each.label, **each.values}
    if ids.token(each.id) != each.id:
        values[REAL_ID] = each.id
    for name, value in values.items():
        key = declared.key(name, value)
        body.write(f'<data key="{key}">{content(plain(value))}</data>')
