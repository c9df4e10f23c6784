from __future__ import annotations

from typing import Any

from netmap.language import Language
from netmap.model import ExchangeTie, Membership, Organization, Person, ReportingLine
from netmap.network import Network
from netmap.values import Record
from netmap.views.layout import layout
from netmap.views.map_drawing import drawing
from netmap.views.map_groups import Group, TieKind, groups_of
from netmap.views.map_ties import ties_of
from netmap.vocabulary import Level
from tests.browser.hostile_network import hostile_records


def _drawn(*records: Record) -> tuple[Network, list[dict[str, Any]], list[dict[str, Any]]]:
    network = Network.from_records(records)
    drawn = drawing(network, layout(network), groups_of(network), ties_of(network, Language.DE))
    return network, drawn.nodes, drawn.edges


def test_words_of_users_reach_nothing_but_labels() -> None:
    """Attributes of nodes and ties are numbers and words of ours, whatever records hold."""
    network, nodes, edges = _drawn(*hostile_records())
    for node in nodes:
        assert set(node) == {"id", "label", "group", "shape", "size", "x", "y"}
        assert isinstance(node["id"], int)
        assert node["group"] in list(Group)
    for edge in edges:
        assert set(edge) == {"id", "from", "to", "kind", "arrows", "width"}
        assert {type(edge["from"]), type(edge["to"])} == {int}
        assert edge["kind"] in list(TieKind)
    assert [node["id"] for node in nodes] == list(range(len(network.actor_ids)))


def test_every_tie_is_drawn_also_several_between_the_same_two() -> None:
    """Two reports of one exchange and a reporting line beside it are three lines."""
    _, _, edges = _drawn(
        Organization(id="a", name="A"),
        Organization(id="b", name="B"),
        ExchangeTie(id="1", source_id="a", target_id="b"),
        ExchangeTie(id="2", source_id="b", target_id="a"),
        ReportingLine(id="3", sender_id="a", receiver_id="b"),
    )
    assert [(edge["from"], edge["to"], edge["kind"]) for edge in edges] == [
        (0, 1, "exchange"),
        (1, 0, "exchange"),
        (0, 1, "reporting"),
    ]


def test_only_reporting_lines_have_arrows() -> None:
    """An arrow says who reports to whom; the other ties point nowhere."""
    _, _, edges = _drawn(
        Organization(id="a", name="A", meets=True),
        Organization(id="b", name="B", parent_id="a"),
        Person(id="p", name="P", organization_id="b"),
        Membership(id="1", member_id="p", organization_id="a"),
        ExchangeTie(id="2", source_id="a", target_id="b"),
        ReportingLine(id="3", sender_id="a", receiver_id="b"),
    )
    assert {edge["kind"]: edge["arrows"] for edge in edges} == {
        "seat": "",
        "exchange": "",
        "reporting": "to",
        "part_of": "",
        "works_for": "",
    }


def test_isolates_are_drawn() -> None:
    """Who is tied to nobody is on the map like everybody else."""
    _, nodes, edges = _drawn(Organization(id="a", name="Alone"))
    assert [node["label"] for node in nodes] == ["Alone"]
    assert edges == []


def test_each_group_has_a_shape_of_its_own() -> None:
    """Person, organisation and the levels of bodies are told apart without colour."""
    shapes = [group.shape for group in Group]
    assert len(set(shapes)) == len(shapes)
    _, nodes, _ = _drawn(
        Person(id="1", name="P"),
        Organization(id="2", name="O"),
        *(
            Organization(id=f"{number}", name="B", meets=True, level=level)
            for number, level in enumerate([*Level, None], start=3)
        ),
    )
    assert len({node["shape"] for node in nodes}) == 7


def test_larger_bodies_have_larger_marks() -> None:
    """The size of a mark grows with the members of the body."""
    people = [Person(id=f"p{number}", name="P") for number in range(20)]
    _, nodes, _ = _drawn(
        Organization(id="large", name="Large", meets=True),
        Organization(id="small", name="Small", meets=True),
        *people,
        *(Membership(id=f"m{p.id}", member_id=p.id, organization_id="large") for p in people),
    )
    size = {node["label"]: node["size"] for node in nodes}
    assert size["Large"] > size["Small"] > size["P"]
