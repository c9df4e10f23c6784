from __future__ import annotations

import base64
import hashlib
import html.parser
import re
from itertools import combinations

import numpy as np
import pytest

from examples import small
from netmap.dates import period
from netmap.findings.finding import Finding, Subject, SubjectType, finding
from netmap.findings.findings import findings
from netmap.findings.kinds import FindingKind
from netmap.findings.thresholds import Thresholds
from netmap.findings.words import INVITATION
from netmap.language import Language, Text, same
from netmap.network import Network
from netmap.views.map_groups import Group, TieKind
from netmap.views.meeting_ground import Ground, ground
from netmap.views.meeting_html import meeting_document
from netmap.views.meeting_labels import LEADING, Label, Wanted, placed_labels, text_width
from netmap.views.meeting_picture import picture
from netmap.views.meeting_scene import ASPECT, Box, scene_of, whole_scene
from netmap.views.meeting_slides import meeting_parts
from netmap.views.meeting_words import told
from tests.browser.hostile_network import hostile_records


@pytest.fixture(scope="module")
def network() -> Network:
    """The small example at a date."""
    return Network.from_records(small.records(), name="Buchenau", as_of=period("2026-05-31"))


@pytest.fixture(scope="module")
def drawn(network: Network) -> Ground:
    """Its map."""
    return ground(network)


@pytest.fixture(scope="module")
def found(network: Network) -> list[Finding]:
    """Its findings."""
    return findings(network)


def _about(kind: FindingKind, *ids: str, says: Text = same("Sagt etwas.")) -> Finding:
    subjects = [Subject(id=each, name=each, type=SubjectType.ORGANIZATION) for each in ids]
    return finding(kind, subjects, [says], evidence=[], strength=1, thresholds=Thresholds())


def test_a_slide_says_statement_and_question_and_keeps_the_rest_for_later() -> None:
    """One or two sentences at first; what both would gain, and the invitation, on demand."""
    says = Text(
        de="Mögliche Überschneidung: „A“ und „Wer hilft?“ teilen 8 Mitglieder. Könnte ein Termin "
        "entlasten? Beide hätten etwas davon.",
        en='Possible overlap: "A" and "Wer hilft?" share 8 members. Could a meeting help? Both '
        "would gain.",
    )
    each = _about(FindingKind.OVERLAP, "a", "b", says=says)
    assert told(each, Language.DE) == (
        "„A“ und „Wer hilft?“ teilen 8 Mitglieder. Könnte ein Termin entlasten?",
        f"Beide hätten etwas davon. {INVITATION.de}",
    )
    assert (
        told(each, Language.EN)[0] == '"A" and "Wer hilft?" share 8 members. Could a meeting help?'
    )


def test_what_works_well_is_said_without_a_question() -> None:
    """Appreciation first; whether it is still so is asked with the evidence."""
    says = Text(
        de="Was gut läuft: zwischen A und B besteht Austausch. Ist das weiterhin so?",
        en="What works well: A and B talk. Is this still so?",
    )
    said, more = told(_about(FindingKind.REGULAR_EXCHANGE, "a", "b", says=says), Language.DE)
    assert said == "Zwischen A und B besteht Austausch."
    assert more == f"Ist das weiterhin so? {INVITATION.de}"


@pytest.mark.parametrize("language", list(Language))
def test_nothing_that_a_finding_says_is_lost(found: list[Finding], language: Language) -> None:
    """Both parts together are the suggestion, less the title that stands above it."""
    for each in found:
        said, more = told(each, language)
        whole = each.suggestion.in_language(language)
        assert whole.casefold().endswith(f"{said} {more}".casefold())
        assert len(whole) - len(f"{said} {more}") <= len(each.title.in_language(language)) + 20


def test_a_scene_shows_everybody_it_lights(drawn: Ground, found: list[Finding]) -> None:
    """The part of the map holds all lit marks whole, in the shape of the picture."""
    for each in found:
        scene = scene_of(drawn, each)
        assert scene.box.width / scene.box.height == pytest.approx(ASPECT)
        for actor in (*scene.focus, *scene.beside):
            (x, y), radius = drawn.positions[actor].tolist(), float(drawn.radii[actor])
            assert scene.box.left <= x - radius
            assert x + radius <= scene.box.right
            assert scene.box.top <= y - radius
            assert y + radius <= scene.box.bottom


def test_an_overlap_lights_who_sits_in_both(network: Network, drawn: Ground) -> None:
    """Not whoever is tied to one of them, and only by seats."""
    bodies = [index for index, group in enumerate(drawn.groups) if group.is_body]
    seats = [line for line in drawn.lines if line.kind is TieKind.SEAT and not line.held]
    sits = {(line.source, line.target) for line in seats}
    for first, second in combinations(bodies, 2):
        pair = [network.actor_ids[first], network.actor_ids[second]]
        scene = scene_of(drawn, _about(FindingKind.OVERLAP, *pair))
        both = {each for each, body in sits if body == first and (each, second) in sits}
        assert set(scene.beside) == both - {first, second}


def test_a_missing_exchange_is_asked_for_only_where_none_is_recorded(
    network: Network, drawn: Ground
) -> None:
    """Between two who are tied there is nothing to ask."""
    tied = next(line for line in drawn.lines if line.kind is TieKind.EXCHANGE)
    ids = [network.actor_ids[each] for each in (tied.source, tied.target)]
    assert scene_of(drawn, _about(FindingKind.MISSING_EXCHANGE, *ids)).asked == ()
    apart = {frozenset((line.source, line.target)) for line in drawn.lines}
    pair = next(
        pair for pair in combinations(range(len(drawn.names)), 2) if frozenset(pair) not in apart
    )
    ids = [network.actor_ids[each] for each in pair]
    assert scene_of(drawn, _about(FindingKind.MISSING_EXCHANGE, *ids)).asked == (pair,)


def test_a_house_is_lit_with_the_bodies_its_people_sit_in() -> None:
    """The seat is a person's, the finding speaks about the house."""
    pairs = Network.from_records(small.records(), as_of=period("2026-05-31"))
    drawn = ground(pairs)
    held = [line for line in drawn.lines if line.held]
    assert held
    house = held[0].source
    scene = scene_of(drawn, _about(FindingKind.LEVEL_BRIDGE, pairs.actor_ids[house]))
    assert {line.target for line in held if line.source == house} <= set(scene.beside)


def test_a_finding_about_nobody_on_the_map_shows_the_whole_map(drawn: Ground) -> None:
    """Also one about a sector or the network, and in a network of nobody."""
    assert scene_of(drawn, _about(FindingKind.OUTDATED, "gone")) == whole_scene(drawn, ())
    empty = ground(Network.from_records([]))
    assert whole_scene(empty, ()).box.width > 0


def test_names_never_cross_each_other_unless_they_must(drawn: Ground, found: list[Finding]) -> None:
    """Names of those who are lit beside stay clear of all others and inside the picture."""
    for each in found:
        scene = scene_of(drawn, each)
        labels = picture(drawn, scene, Language.DE).labels
        rooms = [(_room(label), label.style) for label in labels]
        for (one, style), (other, other_style) in combinations(rooms, 2):
            if "beside" in {style, other_style}:
                assert not _meet(one, other)
        for room, style in rooms:
            if style == "beside":
                assert scene.box.left <= room.left + 0.1
                assert room.right <= scene.box.right + 0.1


def _room(label: Label) -> Box:
    width = max(map(text_width, label.lines)) * label.size
    height = len(label.lines) * label.size * LEADING
    return Box(label.x - width / 2, label.y - label.size * 0.88, width, height)


def _meet(one: Box, other: Box) -> bool:
    return (
        min(one.right, other.right) - max(one.left, other.left) > 0.1
        and min(one.bottom, other.bottom) - max(one.top, other.top) > 0.1
    )


def test_a_name_that_must_be_read_is_placed_where_it_covers_least() -> None:
    """Whom a finding is about is named even on a full picture; others go without."""
    box = Box(0, 0, 100, 100)
    full = [Box(0, 0, 100, 100)]
    wanted = Wanted("Jugendamt", 50, 50, 5, 10, must=True, style="focus")
    assert len(placed_labels([wanted], box, full)) == 1
    other = Wanted("Jugendamt", 50, 50, 5, 10, must=False, style="beside")
    assert placed_labels([other], box, full) == []


def test_names_are_as_large_on_the_wall_whatever_part_is_shown(
    drawn: Ground, found: list[Finding]
) -> None:
    """Letters keep their share of the picture's width: readable from ten metres on every slide."""
    shares = set()
    for each in found:
        scene = scene_of(drawn, each)
        for label in picture(drawn, scene, Language.DE).labels:
            if label.style == "focus":
                shares.add(round(label.size / scene.box.width, 5))
    (share,) = shares
    # The picture is 1,150 pixels wide on a projector of 1,920.
    assert share * 1150 >= 32


def test_every_group_and_tie_of_the_map_is_on_the_ground(network: Network, drawn: Ground) -> None:
    """The ground draws everybody once, in as few shapes as there are kinds."""
    assert [each.name for each in drawn.marks] == [group.value for group in reversed(Group)]
    marks = sum(each.path.count("M") for each in drawn.marks)
    assert marks == len(network.actor_ids)
    ties = sum(each.path.count("M") for each in drawn.ties)
    assert ties == len([line for line in drawn.lines if not line.held])
    assert np.isfinite(drawn.positions).all()


def test_slides_open_with_what_works_well(
    network: Network, drawn: Ground, found: list[Finding]
) -> None:
    """Whatever the order of the choice; findings keep theirs within both parts."""
    markup = str(meeting_parts(network, drawn, found[::-1], Language.DE).markup)
    titles = re.findall(r'<h2 class="nmeet-title".*?<span>([^<]*)</span></h2>', markup)
    good = [each.title.de for each in found[::-1] if each.positive]
    others = [each.title.de for each in found[::-1] if not each.positive and not each.confidential]
    assert titles == ["Was gut läuft", *good, "Anregungen zum Gespräch", *others]


def test_what_is_for_the_coordinator_alone_is_on_no_slide(network: Network, drawn: Ground) -> None:
    """Not even when it is handed in."""
    secret = _about(FindingKind.LEFT_OUT, network.actor_ids[0], says=same("Geheim."))
    document = meeting_document(network, drawn, [secret], Language.DE)
    assert "Geheim." not in document
    assert FindingKind.LEFT_OUT.title_text.de not in document


def test_the_file_allows_exactly_its_scripts_and_styles_and_refers_to_nothing(
    network: Network, drawn: Ground, found: list[Finding]
) -> None:
    """Each block is named by its hash in the policy; what it refers to is inside."""
    document = meeting_document(network, drawn, found, Language.EN)
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', document)
    for tag in ("script", "style"):
        blocks = re.findall(f"<{tag}>(.*?)</{tag}>", document, flags=re.DOTALL)
        assert blocks
        for block in blocks:
            digest = base64.b64encode(hashlib.sha256(block.encode()).digest()).decode()
            assert f"&#39;sha256-{digest}&#39;" in policy or f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy
    references = re.findall(r'(?:href|src)="([^"]*)"', document)
    assert references
    for each in references:
        assert each.startswith("#")
        assert f'id="{each[1:]}"' in document
    assert document == meeting_document(network, drawn, found, Language.EN)


def test_words_of_users_are_never_markup() -> None:
    """Hostile names make no element, attribute or script on any slide."""
    hostile = Network.from_records(hostile_records(), name="</title><script>alert(1)</script>")
    map_ = ground(hostile)
    told_of = [_about(FindingKind.NO_TIE, each) for each in hostile.actor_ids]
    found = _Elements(meeting_document(hostile, map_, told_of, Language.DE))
    empty = Network.from_records([])
    usual = _Elements(meeting_document(empty, ground(empty), [], Language.DE))
    assert found.names.count("script") == usual.names.count("script")
    allowed = {"circle", "details", "h2", "li", "path", "summary", "text", "tspan", "ul", "rect"}
    assert set(found.names) <= {*usual.names, *allowed}
    assert not [name for name in found.attributes if name.startswith("on") or name == "style"]


class _Elements(html.parser.HTMLParser):
    """Names of elements and of their attributes."""

    def __init__(self, document: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: set[str] = set()
        self.feed(document)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes.update(name for name, _ in attrs)
