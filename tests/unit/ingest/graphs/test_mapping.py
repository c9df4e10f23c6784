"""A mapping is written for a graph, edited by people, and read back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netmap.ingest.graphs.errors import MappingFileError, MappingIncompleteError
from netmap.ingest.graphs.guess import guess
from netmap.ingest.graphs.kinds import EdgeKind, NodeKind
from netmap.ingest.graphs.mapping import Mapping, load_mapping
from netmap.ingest.graphs.mapping_text import mapping_toml
from netmap.language import Language
from netmap.model import Membership
from tests.unit.ingest.graphs.graph_texts import from_gml, mapped
from tests.unit.ingest.sheet_texts import all_of

GRAPH = """\
node [ id 1 label "Ada" art "Person" ]
node [ id 2 label "Rat" art "Wolke" farbe "rot &quot; # = [x]" ]
node [ id 3 label "Bo" ]
edge [ source 1 target 2 art "Sitz" ]
edge [ source 1 target 3 ]
"""


def written(tmp_path: Path, text: str) -> Path:
    """A mapping file with this text."""
    file = tmp_path / "zuordnung.toml"
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize("language", list(Language))
def test_what_is_written_for_a_graph_reads_back_as_its_guess(
    tmp_path: Path, language: Language
) -> None:
    """With comments in either language and all values found."""
    graph = from_gml(GRAPH)
    text = mapping_toml(graph, guess(graph), language)
    assert load_mapping(written(tmp_path, text)) == guess(graph)
    assert '"Wolke" = "?"  # 1' in text
    assert ("Arten von Knoten" in text) is (language is Language.DE)


def test_a_mapping_with_its_question_marks_answered_imports_the_graph(tmp_path: Path) -> None:
    """That is what it is written for."""
    graph = from_gml(GRAPH)
    text = mapping_toml(graph, guess(graph), Language.DE)
    text = text.replace('"Wolke" = "?"', '"Wolke" = "body"')
    text = text.replace('"" = "?"', '"" = "person"')
    text = text.replace("[edges.between]", '[edges.between]\n"person-person" = "exchange"')
    mapping = load_mapping(written(tmp_path, text))
    parsed = mapped(from_gml(GRAPH), **mapping.model_dump(mode="json"))
    assert len(all_of(parsed, Membership)) == 1


def test_hostile_names_stay_inside_their_texts(tmp_path: Path) -> None:
    """Quotes, line breaks and control characters of a file cannot add lines to the mapping."""
    graph = from_gml('node [ id 1 art "a&quot;&#10;[nodes]&#10;x = &#127;" b&#133; 1 ]')
    graph.file = 'x"\n[edges]\u2028.gml'
    node = graph.nodes["1"]
    node.attributes['farbe\n[nodes]\x85"'] = "\n[x]"
    text = mapping_toml(graph, guess(graph), Language.EN)
    assert load_mapping(written(tmp_path, text)) == guess(graph)


def test_json_says_the_same(tmp_path: Path) -> None:
    """Programs write JSON more easily."""
    file = tmp_path / "m.json"
    values = {"nodes": {"type": "art", "kinds": {"Person": "person"}, "otherwise": "body"}}
    file.write_text(json.dumps(values), encoding="utf-8-sig")
    found = load_mapping(file)
    assert (found.nodes.kinds, found.nodes.otherwise) == (
        {"Person": NodeKind.PERSON},
        NodeKind.BODY,
    )


@pytest.mark.parametrize(
    ("text", "field", "words", "german"),
    [
        ('[nodes]\nkinds = { x = "Verein" }', "nodes.kinds.x", "person", "„Verein“ ist keine"),
        ('[nodes.fields]\nE = "ebene"', "nodes.fields", "level", "keines der Felder"),
        ('[edges.between]\n"person" = "exchange"', "edges.between", "organization", "„person“"),
        ("[knoten]", "knoten", "", "kennt die Zuordnung nicht"),
        ("[nodes]\nname = 3", "nodes.name", "", "ein Text in Anführungszeichen"),
        ('[nodes]\nkeep_ids = "jain"', "nodes.keep_ids", "", "true oder false"),
        ('[edges]\nreversed = "x"', "edges.reversed", "", "eckigen Klammern"),
        ("nodes = 1", "nodes", "", "ein Abschnitt"),
        ("[nodes]\nlabels = 1", "nodes.labels", "", "ein Abschnitt"),
        ("nodes = [", None, "", "weder gültiges TOML noch JSON"),
        ('{"nodes": ', None, "", "weder gültiges TOML noch JSON"),
    ],
)
def test_a_mapping_that_says_something_else_is_refused_with_its_field(
    tmp_path: Path, text: str, field: str | None, words: str, german: str
) -> None:
    """What would have been possible is named, in both languages."""
    with pytest.raises(MappingFileError) as caught:
        load_mapping(written(tmp_path, text))
    assert caught.value.place is not None
    assert (caught.value.place.file, caught.value.place.field) == ("zuordnung.toml", field)
    assert words in caught.value.message(Language.EN)
    assert german in caught.value.message(Language.DE)


def test_a_mapping_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """No file, a folder, no text."""
    for place in (tmp_path / "fehlt.toml", tmp_path):
        with pytest.raises(MappingFileError):
            load_mapping(place)
    file = tmp_path / "m.toml"
    file.write_bytes(b"\xff\xfe\x00x")
    with pytest.raises(MappingFileError):
        load_mapping(file)


def test_the_guess_leaves_open_what_words_do_not_say() -> None:
    """Unknown values and pairs of ends stand with a question mark; nothing else is invented."""
    found = guess(from_gml(GRAPH))
    assert found.nodes.type == found.edges.type == "art"
    assert found.nodes.kinds == {
        "Person": NodeKind.PERSON,
        "Wolke": NodeKind.UNDECIDED,
        "": NodeKind.UNDECIDED,
    }
    assert found.edges.kinds == {"Sitz": EdgeKind.MEMBERSHIP}
    assert guess(from_gml("")) == Mapping()


def test_a_mapping_can_be_written_for_a_graph_that_is_still_to_be_mended() -> None:
    """An edge that leads nowhere stops the import, not the look at what is there."""
    graph = from_gml('node [ id 1 art "Person" ]\nedge [ source 1 target 7 ]')
    assert '"Person" = "person"  # 1' in mapping_toml(graph, guess(graph), Language.DE)


def test_a_two_mode_graph_asks_once_for_its_kinds_and_then_imports(tmp_path: Path) -> None:
    """Its edges do not ask a second time, and nothing stands open that no node lacks."""
    body = (
        'node [ id 0 label "Ada" type 0 ]\nnode [ id 1 label "Rat" type 1 ]\n'
        "edge [ source 0 target 1 ]"
    )
    text = mapping_toml(from_gml(body), guess(from_gml(body)), Language.DE)
    assert '"" = "?"' not in text
    text = text.replace('"0" = "?"', '"0" = "person"').replace('"1" = "?"', '"1" = "body"')
    mapping = load_mapping(written(tmp_path, text))
    parsed = mapped(from_gml(body), **mapping.model_dump(mode="json"))
    assert len(all_of(parsed, Membership)) == 1


def test_a_mapping_with_open_question_marks_is_refused_as_incomplete() -> None:
    """Whoever has a mapping already is told what to add to it, not to write another one."""
    body = 'node [ id 0 label "A" ]\nnode [ id 1 label "B" ]\nedge [ source 0 target 1 ]'
    with pytest.raises(MappingIncompleteError) as caught:
        mapped(from_gml(body), nodes={"otherwise": "organization"})
    assert "1 Kante ohne Art zwischen Organisation" in caught.value.message(Language.DE)
    assert "[edges.between]" in caught.value.remedy_text.de
