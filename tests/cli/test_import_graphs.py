"""`netmap import` and `netmap mapping` of graph files, as a person runs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.cli.conftest import BUCHENAU, Netmap

GRAPHML = """\
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="k" for="node" attr.name="type"/><key id="r" for="edge" attr.name="type"/>
<graph edgedefault="directed"><node id="Ada"><data key="k">person</data></node>
<node id="Rat"><data key="k">committee</data></node>
<edge source="Ada" target="Rat"><data key="r">member_of</data></edge></graph></graphml>"""
GEXF = """\
<gexf xmlns="http://gexf.net/1.3"><graph><attributes class="node">
<attribute id="0" title="Typ" type="string"/></attributes><nodes>
<node id="0" label="Ada"><attvalues><attvalue for="0" value="Person"/></attvalues></node>
<node id="1" label="Rat"><attvalues><attvalue for="0" value="Gremium"/></attvalues></node></nodes>
<edges><edge source="0" target="1"/></edges></graph></gexf>"""
GML = """\
graph [ node [ id 0 label "Ada" art "Person" ] node [ id 1 label "Rat" art "Ausschuss" ]
edge [ source 0 target 1 label "Vorsitz" ] ]"""
KUMU = """\
{"elements": [{"label": "Ada", "type": "Person"}, {"label": "Rat", "type": "Gremium"}],
"connections": [{"from": "Ada", "to": "Rat"}]}"""
EDGES = "source;target;source_type;target_type\nAda;Rat;Person;Gremium\n"
ALL = {
    "graphml": GRAPHML,
    "gexf": GEXF,
    "gml": GML,
    "kumu": KUMU,
    "edge-list": EDGES,
}


@pytest.mark.parametrize("name", ALL)
def test_every_graph_format_is_found_out_and_imported(
    netmap: Netmap, tmp_path: Path, name: str
) -> None:
    """By content, whatever the file is called; a second import changes nothing."""
    source = tmp_path / "netz.dat"
    source.write_text(ALL[name], encoding="utf-8")
    ran = netmap("import", source, "--network", "k", "--json")
    assert (ran.code, ran.rows["format"]) == (0, name)
    counts = {each["kind"]: each["added"] for each in ran.rows["counts"]}
    assert counts == {"person": 1, "organization": 1, "membership": 1}
    again = netmap("import", source, "--network", "k", "--format", name, "--json")
    assert (again.rows["applied"], again.rows["changes"]) == (False, [])


def test_kumus_workbook_is_imported(netmap: Netmap, tmp_path: Path) -> None:
    """Two sheets, as Kumu offers them for download."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in (
        ("Elements", [["Label", "Type"], ["Ada", "Person"], ["Rat", "Gremium"]]),
        ("Connections", [["From", "To", "Direction", "Type"], ["Ada", "Rat", "directed", "Sitz"]]),
    ):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "kumu.xlsx")
    ran = netmap("import", tmp_path / "kumu.xlsx", "--network", "k", "--json")
    assert (ran.code, ran.rows["format"]) == (0, "kumu")
    assert {each["kind"]: each["added"] for each in ran.rows["counts"]}["membership"] == 1


def test_two_columns_without_kinds_are_refused_until_a_mapping_says_them(
    netmap: Netmap, tmp_path: Path
) -> None:
    """The error names the command that writes the mapping; its answer is all that is missing."""
    source = tmp_path / "kanten.csv"
    source.write_text("Jugendamt;IHK\nSchulamt;IHK\n", encoding="utf-8")
    ran = netmap("import", source, "--network", "k", "--format", "edge-list")
    assert ran.code == 1
    assert "3 Knoten ohne Art" in ran.err
    assert "netmap mapping kanten.csv" in " ".join(ran.err.split())
    file = tmp_path / "zuordnung.toml"
    assert netmap("mapping", source, "--output", file).code == 0
    nodes, edges = file.read_text(encoding="utf-8").split("\n[edges]\n")
    nodes = nodes.replace('otherwise = "?"', 'otherwise = "organization"')
    edges = edges.replace('otherwise = "?"', 'otherwise = "exchange"')
    text = f"{nodes}\n[edges]\n{edges}"
    file.write_text(text, encoding="utf-8")
    ran = netmap("import", source, "--network", "k", "--mapping", file, "--json")
    assert ran.code == 0
    counts = {each["kind"]: each["added"] for each in ran.rows["counts"]}
    assert counts == {"organization": 3, "exchange_tie": 2}


def test_a_mapping_is_printed_and_never_replaces_a_file_unasked(
    netmap: Netmap, tmp_path: Path
) -> None:
    """Without --output it goes to standard output."""
    source = tmp_path / "netz.gml"
    source.write_text(GML, encoding="utf-8")
    ran = netmap("mapping", source, "--language", "en")
    assert '"Ausschuss" = "body"' in ran.out
    (tmp_path / "m.toml").write_text("", encoding="utf-8")
    assert netmap("mapping", source, "--output", tmp_path / "m.toml").code == 1
    assert netmap("mapping", source, "--output", tmp_path / "m.toml", "--force").code == 0


def test_a_list_needs_no_mapping_and_a_wrong_one_is_refused(netmap: Netmap, tmp_path: Path) -> None:
    """Both say what is wrong and change nothing."""
    ran = netmap("mapping", BUCHENAU)
    assert ran.code == 1
    assert "keine Knoten und Kanten" in " ".join(ran.err.split())
    wrong = tmp_path / "m.toml"
    wrong.write_text('[nodes]\notherwise = "amt"\n', encoding="utf-8")
    source = tmp_path / "netz.gml"
    source.write_text(GML, encoding="utf-8")
    ran = netmap("import", source, "--network", "k", "--mapping", wrong)
    assert ran.code == 1
    assert "nodes.otherwise" in ran.err
    assert netmap("networks", "--format", "json").rows == []


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_an_export_is_imported_as_the_same_network(
    buchenau: Netmap, tmp_path: Path, name: str
) -> None:
    """Into the network it came from it brings nothing new; into another one, all of it."""
    file = tmp_path / f"netz.{name}"
    assert buchenau("export", "--network", "buchenau", "--output", file).code == 0
    ran = buchenau("import", file, "--network", "buchenau", "--json")
    assert (ran.code, ran.rows["changes"]) == (0, [])
    ran = buchenau("import", file, "--network", "kopie", "--json")
    assert ran.code == 0
    assert [p for p in ran.rows["problems"] if p["severity"] != "note"] == []
