"""The mapping step: nodes and edges of a graph become the records of a network."""

from __future__ import annotations

import pytest

from netmap.ingest.graphs.errors import MappingUnclearError
from netmap.ingest.problems import Parsed
from netmap.language import Language
from netmap.model import (
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.values import Identifier
from netmap.vocabulary import Level, Role
from tests.unit.ingest.graphs.graph_texts import errors, from_gml, mapped, told
from tests.unit.ingest.sheet_texts import all_of, only

ADA = 'node [ id 1 label "Ada" art "Person" ]\n'
RAT = 'node [ id 2 label "Rat" art "Ausschuss" ]\n'
AMT = 'node [ id 3 label "Amt" art "Organisation" ]\n'
THEMA = 'node [ id 4 label "Übergang" art "Handlungsfeld" ]\n'
ALL = ADA + RAT + AMT + THEMA


def edge(source: int, target: int, *values: str) -> str:
    """One edge of GML."""
    return f"edge [ source {source} target {target} {' '.join(values)} ]\n"


def test_well_known_words_say_what_nodes_and_edges_are() -> None:
    """German and English words alike; what was taken for what is told with counts."""
    parsed = mapped(
        from_gml(
            "directed 1\n"
            + ALL
            + edge(1, 2, 'relation "member_of"')
            + edge(3, 2, 'relation "berichtet an"')
            + edge(1, 3, 'relation "arbeitet bei"')
            + edge(2, 4, 'relation "works on"')
            + edge(3, 1, 'relation "Austausch"')
        )
    )
    ada, amt = only(parsed, Person), all_of(parsed, Organization)[1]
    rat, topic = all_of(parsed, Organization)[0], only(parsed, Topic)
    assert (ada.name, ada.organization_id) == ("Ada", amt.id)
    assert (rat.name, rat.classification, rat.meets) == ("Rat", "Ausschuss", True)
    assert (amt.classification, amt.meets) == ("", None)
    seat = only(parsed, Membership)
    assert (seat.member_id, seat.organization_id, seat.role) == (ada.id, rat.id, Role.MEMBER)
    line = only(parsed, ReportingLine)
    assert (line.sender_id, line.receiver_id) == (amt.id, rat.id)
    assert only(parsed, WorksOn).topic_id == topic.id
    assert only(parsed, ExchangeTie).channel == ""
    assert "1 mit art = „Ausschuss“ als Gremium" in told(parsed, "nodes_taken")[0].cause.de
    assert '1 with relation = "member_of" as membership' in told(parsed, "edges_taken")[0].cause.en
    assert not errors(parsed)


def test_edges_without_a_type_are_what_their_ends_allow() -> None:
    """A person and a body make a seat whichever end comes first; with topics it is work."""
    parsed = mapped(from_gml(ALL + edge(2, 1) + edge(4, 2) + edge(1, 3)))
    assert only(parsed, Membership).member_id == only(parsed, Person).id
    assert only(parsed, WorksOn).topic_id == only(parsed, Topic).id
    assert only(parsed, Person).organization_id == all_of(parsed, Organization)[1].id


def test_a_role_as_the_type_of_an_edge_is_a_seat_in_that_role() -> None:
    """The word "Vorsitz" says membership and role at once."""
    parsed = mapped(from_gml(ADA + RAT + edge(1, 2, 'label "Vorsitz"')))
    seat = only(parsed, Membership)
    assert (seat.role, seat.role_label) == (Role.CHAIR, "Vorsitz")


def test_attributes_with_known_titles_become_fields_and_others_stay() -> None:
    """Levels, frequencies and dates are read as in lists."""
    parsed = mapped(
        from_gml(
            ADA
            + 'node [ id 2 label "Rat" art "Gremium" Ebene "Steuerungsebene" Farbe "rot" ]\n'
            + edge(1, 2, 'Rolle "Gast" seit "05/2021" notiz "x"')
            + 'edge [ source 1 target 2 art "Austausch" Häufigkeit "monatlich" Thema "A; B" ]'
        )
    )
    rat, seat, tie = (only(parsed, each) for each in (Organization, Membership, ExchangeTie))
    assert (rat.level, rat.attributes) == (Level.STEERING, {"Farbe": "rot"})  # type: ignore[attr-defined]
    assert (seat.role, seat.start_date) == (Role.GUEST, "2021-05")  # type: ignore[attr-defined]
    assert seat.attributes == {"notiz": "x"}
    assert tie.contacts_per_year == 12  # type: ignore[attr-defined]
    assert [topic.name for topic in all_of(parsed, Topic)] == ["A", "B"]
    assert "Ebene → Ebene" in told(parsed, "attributes_taken")[0].cause.de


def test_a_value_that_is_unclear_is_told_at_its_place() -> None:
    """Line, node and attribute of the file, not of a table that nobody has seen."""
    parsed = mapped(from_gml('node [ id 2 label "Rat" art "Gremium"\nEbene "hoch oben" ]'))
    (problem,) = told(parsed, "value_unclear")
    assert problem.place.text().de == "netz.gml, Zeile 2, Feld node[2].Ebene"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ('node [ id 1 label "A" farbe "rot" ]', ["1 Knoten ohne Art", "farbe (rot)"]),
        (ADA + 'node [ id 2 art "Wolke" ]', ["1 Knoten mit art = „Wolke“"]),
        (ADA + "node [ id 2 ]", ["1 Knoten ohne art"]),
        (
            'node [ id 1 art "Person" ]\nnode [ id 2 art "Person" ]' + edge(1, 2, "w 3"),
            ["1 Kante ohne Art zwischen Person und Person", "w (3)"],
        ),
        (ADA + RAT + edge(1, 2, 'type "blau"') + edge(1, 2, 'type "Sitz"'), ["type = „blau“"]),
    ],
)
def test_what_is_not_clear_is_refused_with_the_values_found(body: str, words: list[str]) -> None:
    """The remedy is the command that writes a mapping to fill in."""
    with pytest.raises(MappingUnclearError) as caught:
        mapped(from_gml(body))
    assert all(each in caught.value.message(Language.DE) for each in words)
    assert "netmap mapping netz.gml" in caught.value.remedy_text.de


def test_a_mapping_decides_by_value_label_side_and_seat() -> None:
    """The first rule that says something counts."""
    body = (
        "directed 1\n"
        'node [ id 1 label "Ada" t "x" ]\nnode [ id 2 label "AG Übergang" ]\n'
        'node [ id 3 label "Runde" ]\nnode [ id 4 label "Amt" ]\nnode [ id 5 label "weg" t "y" ]\n'
        + edge(1, 2, 'r "s"')
        + edge(4, 3, 'r "s"')
        + edge(5, 2, 'r "s"')
        + edge(1, 4, 'r "a"')
    )
    parsed = mapped(
        from_gml(body),
        nodes={
            "type": "t",
            "kinds": {"X": "person", "y": "ignore"},
            "labels": {"ag *": "body"},
            "seats_lead_to": "body",
            "otherwise": "organization",
        },
        edges={"type": "r", "kinds": {"s": "membership", "a": "exchange"}},
    )
    assert only(parsed, Person).name == "Ada"
    meets = {each.name: each.meets for each in all_of(parsed, Organization)}
    assert meets == {"AG Übergang": True, "Runde": True, "Amt": None}
    assert len(all_of(parsed, Membership)) == 2
    assert "1 mit t = „y“ weggelassen" in told(parsed, "nodes_taken")[0].cause.de
    assert "1 an weggelassenen Knoten weggelassen" in told(parsed, "edges_taken")[0].cause.de


def test_words_that_a_mapping_decides_are_kept() -> None:
    """A channel, a form or a role in own words stays beside the kind."""
    parsed = mapped(
        from_gml(AMT + RAT + edge(3, 2, 'type "Jour fixe"') + edge(3, 2, 'type "Protokoll"')),
        nodes={"type": "art", "kinds": {"Organisation": "organization", "Ausschuss": "body"}},
        edges={"type": "type", "kinds": {"Jour fixe": "exchange", "Protokoll": "reporting_line"}},
    )
    assert only(parsed, ExchangeTie).channel == "Jour fixe"
    assert only(parsed, ReportingLine).form == "Protokoll"


def test_edges_may_run_backwards() -> None:
    """Both "hat Mitglied" and "erhält Bericht" name the target first."""
    parsed = mapped(
        from_gml(
            "directed 1\n"
            + AMT
            + RAT
            + ADA
            + edge(2, 1, 'type "hat Mitglied"')
            + edge(2, 3, 'type "erhält Bericht von"')
            + edge(3, 2, 'type "umfasst"')
        )
    )
    rat = all_of(parsed, Organization)[1]
    assert only(parsed, Membership).organization_id == rat.id
    assert only(parsed, ReportingLine).receiver_id == rat.id
    assert rat.parent_id == all_of(parsed, Organization)[0].id


def test_who_names_an_exchange_may_be_its_source() -> None:
    """Where each side was asked, both reports stay, each with its reporter."""
    body = "directed 1\n" + AMT + RAT + edge(3, 2, 'type "Austausch"') + edge(2, 3, 'type "talk"')
    parsed = mapped(from_gml(body))
    assert {tie.reported_by_id for tie in all_of(parsed, ExchangeTie)} == {None}
    assert "2" in told(parsed, "direction_left")[0].cause.de
    parsed = mapped(
        from_gml(body),
        nodes={"type": "art", "kinds": {"Organisation": "organization", "Ausschuss": "body"}},
        edges={"otherwise": "exchange", "reported_by_source": True},
    )
    ties = all_of(parsed, ExchangeTie)
    assert [tie.reported_by_id for tie in ties] == [tie.source_id for tie in ties]
    assert len({tie.source_id for tie in ties}) == 2


def test_loops_and_parallel_edges_are_told() -> None:
    """A tie with oneself says nothing; equal edges count once; others stay beside each other."""
    parsed = mapped(
        from_gml(
            AMT
            + RAT
            + edge(3, 3, 'type "Austausch"')
            + edge(3, 2, 'type "Austausch" weight 2')
            + edge(2, 3, 'type "Austausch" weight 2')
            + edge(2, 3, 'type "Austausch" weight 5')
        )
    )
    weights = sorted(str(tie.attributes["weight"]) for tie in all_of(parsed, ExchangeTie))
    assert weights == ["2", "5"]
    assert told(parsed, "self_loop")[0].place.line == 4
    assert "1" in told(parsed, "same_edges")[0].cause.de
    assert "1" in told(parsed, "parallel_edges")[0].cause.de


def test_groups_are_houses_parents_or_bodies() -> None:
    """A person in a group works there, or sits there where the group is a body."""
    parsed = mapped(
        from_gml(
            AMT
            + RAT
            + 'node [ id 5 label "Bo" art "Person" gid 3 ]\n'
            + 'node [ id 6 label "Ce" art "Person" gid 2 ]\n'
            + 'node [ id 7 label "Abteilung" art "Organisation" gid 3 ]\n'
        )
    )
    amt, rat, part = all_of(parsed, Organization)
    bo, ce = all_of(parsed, Person)
    assert (bo.organization_id, part.parent_id) == (amt.id, amt.id)
    assert only(parsed, Membership).member_id == ce.id
    assert only(parsed, Membership).organization_id == rat.id


def test_a_second_house_is_told_and_kept() -> None:
    """A person works for one organisation."""
    parsed = mapped(
        from_gml(
            ADA
            + AMT
            + 'node [ id 5 label "IHK" art "Organisation" ]\n'
            + edge(1, 3, 'type "arbeitet bei"')
            + edge(1, 5, 'type "arbeitet bei"')
        )
    )
    ada = only(parsed, Person)
    assert ada.attributes == {"arbeitet bei": "IHK"}
    assert "IHK" in told(parsed, "house_twice")[0].cause.de


def test_an_edge_that_cannot_be_what_it_is_called_stops_the_import() -> None:
    """A topic holds no seat; the error names edge, kind and ends."""
    parsed = mapped(from_gml(THEMA + RAT + edge(4, 2, 'type "Mitglied"')))
    (problem,) = errors(parsed)
    assert problem.code == "ingest.edge_unfit"
    assert (problem.place.line, "Thema" in problem.cause.de) == (4, True)


def test_ids_that_last_identify_records_and_running_numbers_do_not() -> None:
    """n0 in another drawing is somebody else; an id of its own stays."""
    running = mapped(from_gml(ADA))
    again = mapped(from_gml(ADA.replace("id 1", "id 17")))
    assert only(running, Person).id == only(again, Person).id
    assert only(running, Person).identifiers == ()
    lasting = mapped(from_gml('node [ id "amt/jugend" label "Jugendamt" art "Organisation" ]'))
    amt = only(lasting, Organization)
    assert amt.id == "amt/jugend"
    assert amt.identifiers == (Identifier(scheme="graph", identifier="amt/jugend"),)


def test_two_nodes_of_one_name_stay_two_and_one_without_is_called_by_its_id() -> None:
    """A drawing tells its nodes apart, whatever their labels."""
    parsed = mapped(
        from_gml(ADA + ADA.replace("id 1", "id 9") + 'node [ id 3 label "" art "Person" ]')
    )
    people = all_of(parsed, Person)
    assert [each.name for each in people] == ["Ada", "Ada", "3"]
    assert len({each.id for each in people}) == 3
    assert told(parsed, "unnamed_nodes")[0].place.field == "node[3]"


def test_a_graph_with_errors_gives_no_records() -> None:
    """What is wrong with the file is told before anything is guessed."""
    parsed = mapped(from_gml(ADA + edge(1, 7)))
    assert isinstance(parsed, Parsed)
    assert (parsed.records, [p.code for p in errors(parsed)]) == ((), ["ingest.edge_leads_nowhere"])
