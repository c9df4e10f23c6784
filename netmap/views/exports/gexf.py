"""A network as GEXF 1.3, for Gephi, and to import again."""

from __future__ import annotations

import io
from collections.abc import Mapping
from functools import partial

from netmap.dates import first_day, last_day
from netmap.language import Language
from netmap.views.exports.contents import Contents
from netmap.views.exports.graph import Declared, Value, edges_of, nodes_of, type_name
from netmap.views.exports.xml import attribute, content, plain

_TYPES = ("string", "boolean", "double")


def gexf(contents: Contents, language: Language) -> bytes:
    """One directed graph with the validity of records as its dynamics.

    Attributes are declared where they occur, each with its type. Parallel edges differ by id, and
    their ``kind`` tells Gephi not to merge them. Known starts and ends are days, of a partial date
    the first or last it covers; the attributes keep the dates as they are.
    """
    nodes = Declared("n", partial(type_name, names=_TYPES), {})
    edges = Declared("e", partial(type_name, names=_TYPES), {})
    body = io.StringIO()
    body.write("<nodes>\n")
    for node in nodes_of(contents):
        body.write(f"<node id={attribute(node.id)} label={attribute(node.label)}")
        _write_values(body, nodes, node.values)
        body.write("</node>\n")
    body.write("</nodes>\n<edges>\n")
    for edge in edges_of(contents, language):
        ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
        kind = plain(edge.values.get("netmap_field", edge.values["netmap_kind"]))
        body.write(f'<edge id={attribute(edge.id)} {ends} kind="{kind}"')
        body.write(f" label={attribute(edge.label)}")
        _write_values(body, edges, edge.values)
        body.write("</edge>\n")
    body.write("</edges>\n")
    dated = any({"start_date", "end_date"} & declared.known.keys() for declared in (nodes, edges))
    mode = 'mode="dynamic" timeformat="date"' if dated else 'mode="static"'
    out = io.BytesIO()
    out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    out.write(b'<gexf xmlns="http://gexf.net/1.3" version="1.3">\n')
    out.write(f"<meta><creator>netmap</creator>{_description(contents)}</meta>\n".encode())
    out.write(f'<graph defaultedgetype="directed" {mode}>\n'.encode())
    for what, declared in (("node", nodes), ("edge", edges)):
        out.write(f'<attributes class="{what}">\n'.encode())
        for name, (key, kind) in declared.known.items():
            line = f'<attribute id="{key}" title={attribute(name)} type="{kind}"/>'
            out.write(f"{line}\n".encode())
        out.write(b"</attributes>\n")
    out.write(body.getvalue().encode())
    out.write(b"</graph>\n</gexf>\n")
    return out.getvalue()


def _description(contents: Contents) -> str:
    return f"<description>{content(contents.name)}</description>"


def _write_values(body: io.StringIO, declared: Declared, values: Mapping[str, Value]) -> None:
    """The rest of an opening tag, then the attributes."""
    for name, field, day in (("start", "start_date", first_day), ("end", "end_date", last_day)):
        if field in values:
            body.write(f' {name}="{day(plain(values[field]))}"')
    body.write("><attvalues>")
    for name, value in values.items():
        key = declared.key(name, value)
        body.write(f'<attvalue for="{key}" value={attribute(plain(value))}/>')
    body.write("</attvalues>")
