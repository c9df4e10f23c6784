from __future__ import annotations

import base64
import hashlib
import html.parser
import json
import re
from typing import Any

import pytest

from examples import city, small
from netmap.dates import period
from netmap.findings.finding import Finding, Subject, SubjectType, finding
from netmap.findings.kinds import FindingKind
from netmap.findings.thresholds import Thresholds
from netmap.language import Language, same
from netmap.model import Membership, Organization, Person
from netmap.network import Network
from netmap.values import Source
from netmap.views.map_html import map_document
from netmap.views.map_parts import map_parts
from netmap.vocabulary import Asked
from tests.browser.hostile_network import hostile_records


class _Reader(html.parser.HTMLParser):
    """Elements with their attributes, and the text inside scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.blocks: list[tuple[str, dict[str, str | None], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag in {"script", "style"}:
            self.blocks.append((tag, dict(attrs), ""))

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None:
            tag, attributes, text = self.blocks[-1]
            self.blocks[-1] = (tag, attributes, text + data)


def _read(document: str) -> _Reader:
    reader = _Reader()
    reader.feed(document)
    reader.close()
    return reader


def _data(document: str) -> dict[str, Any]:
    (block,) = [text for tag, attributes, text in _read(document).blocks if "type" in attributes]
    read: dict[str, Any] = json.loads(block)
    return read


def _hint(kind: FindingKind, actor_id: str) -> Finding:
    subject = Subject(id=actor_id, name=actor_id, type=SubjectType.ORGANIZATION)
    return finding(
        kind, [subject], [same("Sagt etwas.")], evidence=[], strength=1, thresholds=Thresholds()
    )


@pytest.fixture(scope="module")
def network() -> Network:
    """The small example at a date."""
    return Network.from_records(small.records(), name="Buchenau", as_of=period("2026-05-31"))


@pytest.fixture(scope="module")
def hostile() -> Network:
    """A network of hostile words."""
    return Network.from_records(hostile_records(), name="</title><script>alert(1)</script>")


def test_the_policy_allows_exactly_the_scripts_and_styles_of_the_document(network: Network) -> None:
    """Each inline block is named by its SHA-256, and nothing else may run or be fetched."""
    reader = _read(map_document(network, [], Language.DE))
    policy = next(
        attributes["content"]
        for tag, attributes in reader.elements
        if tag == "meta" and attributes.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    rules = {name: values for name, *values in (rule.split() for rule in policy.split("; "))}
    assert rules["default-src"] == ["'none'"]
    assert "unsafe" not in policy
    for tag, directive in (("script", "script-src"), ("style", "style-src")):
        expected = [
            base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
            for found, attributes, text in reader.blocks
            if found == tag and "type" not in attributes
        ]
        assert rules[directive] == [f"'sha256-{digest}'" for digest in expected]


@pytest.mark.parametrize("language", list(Language))
def test_nothing_in_the_document_refers_to_another_file_or_host(
    hostile: Network, language: Language
) -> None:
    """No src, no href, no handler or style attribute, whatever the records are called."""
    document = map_document(
        hostile, [_hint(FindingKind.NO_TIE, i) for i in hostile.actor_ids], language
    )
    for tag, attributes in _read(document).elements:
        assert not {"src", "href", "style", "srcdoc", "action"} & set(attributes), tag
        assert not [name for name in attributes if name.startswith("on")], tag
    assert not re.search(r"""(?:src|href)\s*=\s*["']?\s*(?:https?:)?//""", _without_texts(document))


def _without_texts(document: str) -> str:
    """The document without the words of users, which stand escaped in text and data."""
    return re.sub(
        r"<bdi>.*?</bdi>|<script type=.*?</script>|<title>.*?</title>",
        "",
        document,
        flags=re.DOTALL,
    )


def test_words_of_users_are_never_markup(hostile: Network, network: Network) -> None:
    """A map full of hostile words has no other kinds of elements and no more scripts."""
    found = _read(map_document(hostile, [], Language.DE))
    usual = _read(map_document(network, [], Language.DE))
    assert {tag for tag, _ in found.elements} <= {tag for tag, _ in usual.elements}
    assert len(found.blocks) == len(usual.blocks)


def test_data_hold_hostile_words_unchanged(hostile: Network) -> None:
    """What is escaped on the way arrives as it was: nothing is lost, nothing is run."""
    data = _data(map_document(hostile, [], Language.DE))
    assert tuple(profile["name"] for profile in data["profiles"]) == hostile.labels


def test_the_same_network_gives_the_same_document() -> None:
    """Order of records and time of day leave no trace in the file."""
    records = small.records()
    as_of = period("2026-05-31")
    first = map_document(Network.from_records(records, as_of=as_of), [], Language.EN)
    records.reverse()
    assert map_document(Network.from_records(records, as_of=as_of), [], Language.EN) == first


def test_title_date_and_provenance_stand_in_the_document() -> None:
    """A printed map says which network it shows, as of when, and from which sources."""
    source = Source(label="Teilnehmerliste.xlsx", retrieved_at="2026-05")
    network = Network.from_records(
        [Organization(id="a", name="Amt", source=source), Organization(id="b", name="Bund")],
        name="Buchenau",
        as_of=period("2026-05-31"),
        revision=7,
    )
    text = map_document(network, [], Language.DE)
    assert "<bdi>Buchenau</bdi>" in text
    assert "Stand: 31. Mai 2026" in text
    assert "Angaben aus: <bdi>Teilnehmerliste.xlsx (Mai 2026)</bdi>." in text
    assert "Datenstand 7" in text


def test_findings_for_the_coordinator_alone_never_reach_the_map() -> None:
    """A file that is shown to partners does not say who is left out on purpose."""
    network = Network.from_records([Organization(id="a", name="Amt", asked=Asked.LEFT_OUT)])
    hints = [_hint(FindingKind.LEFT_OUT, "a"), _hint(FindingKind.NO_TIE, "a")]
    found = _data(map_document(network, hints, Language.DE))["findings"]
    assert [each["title"] for each in found] == ["Noch keine Verbindung erfasst"]


def test_findings_about_nobody_on_the_map_are_left_out(network: Network) -> None:
    """A finding whose subjects are not there at the date cannot be shown on the map."""
    assert (
        _data(map_document(network, [_hint(FindingKind.NO_TIE, "gone")], Language.DE))["findings"]
        == []
    )


def test_everybody_stands_in_the_tables_and_in_the_drawing(network: Network) -> None:
    """Whoever cannot see the drawing misses nobody: each actor has a row and a mark."""
    document = map_document(network, [], Language.DE)
    rows = [
        int(attributes["data-nmap-actor"] or "")
        for _, attributes in _read(document).elements
        if "data-nmap-actor" in attributes
    ]
    assert sorted(rows) == list(range(len(network.actor_ids)))
    assert [node["id"] for node in _data(document)["nodes"]] == sorted(rows)


def test_long_lists_of_ties_are_folded_in_the_tables() -> None:
    """A body with many members is a row to look over; who wants to know opens the list."""
    body = Organization(id="ak", name="Arbeitskreis", meets=True)
    for members, folded in ((5, 0), (6, 1)):
        people = [Person(id=f"p{number}", function=f"F {number}") for number in range(members)]
        seats = [
            Membership(id=f"m{each.id}", member_id=each.id, organization_id="ak") for each in people
        ]
        network = Network.from_records([body, *people, *seats], name="N", as_of=period("2026"))
        document = map_document(network, [], Language.DE)
        classes = [attributes.get("class") for _, attributes in _read(document).elements]
        assert classes.count("nmap-fold") == folded
        assert all(document.count(f"<bdi>F {number}</bdi>") >= 2 for number in range(members))


def test_a_finding_tells_how_many_of_its_kind_there_are(network: Network) -> None:
    """Where not all findings of a kind are on the map, the panel can say of how many they are."""
    hint = _hint(FindingKind.NO_TIE, network.actor_ids[0]).model_copy(update={"total_of_kind": 344})
    (shown,) = _data(map_document(network, [hint], Language.DE))["findings"]
    assert shown["total"] == 344


def test_the_page_of_the_application_gets_the_same_without_scripts(network: Network) -> None:
    """The markup of a page holds one block of data and neither script nor style of its own."""
    parts = map_parts(network, [], Language.DE)
    blocks = _read(parts.markup).blocks
    assert [(tag, attributes) for tag, attributes, _ in blocks] == [
        ("script", {"type": "application/json", "id": "nmap-data"})
    ]
    assert json.loads(blocks[0][2]) == _data(map_document(network, [], Language.DE))
    assert parts.scripts[0].endswith("vis-network.min.js")


def test_an_empty_network_says_so() -> None:
    """Without anybody there is no drawing to start and no empty table."""
    text = map_document(Network.from_records([]), [], Language.EN)
    assert "Nobody is recorded at this date" in text
    assert 'id="nmap-data"' not in text
    assert "<table" not in text


def test_a_function_without_a_name_is_shown_by_the_function() -> None:
    """Nobody's name is needed to be on the map."""
    network = Network.from_records([Person(id="p", function="Leitung Jugendamt")])
    profile = _data(map_document(network, [], Language.DE))["profiles"][0]
    assert profile["name"] == "Leitung Jugendamt"
    assert not profile["category"]


def test_a_large_city_fits_into_five_megabytes() -> None:
    """The file of the largest city can still be sent by e-mail."""
    document = map_document(Network.from_records(city.records()), [], Language.DE)
    assert len(document.encode()) < 5_000_000


def test_a_map_beside_another_date_says_who_is_there_in_one_of_both_only() -> None:
    """By name above the map, and with each who was not there then."""
    old, new = Organization(id="old", name="Old <b>"), Organization(id="new", name="New <b>")
    then = Network.from_records([old], as_of=period("2024-05-31"))
    now = Network.from_records([new], as_of=period("2026"))
    page = map_document(now, [], Language.EN, beside=then)
    assert "On this map only (1):</strong> <bdi>New &lt;b&gt;</bdi>" in page
    assert "On the other one only (1):</strong> <bdi>Old &lt;b&gt;</bdi>" in page
    assert "not there then" in page
    assert 'class="nmap-beside"' not in map_document(now, [], Language.EN)
