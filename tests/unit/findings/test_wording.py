"""How findings speak: a proposal or a question, never a verdict, faultless in both languages."""

from __future__ import annotations

import re

import pytest

from examples import city, small
from netmap.findings.finding import Finding
from netmap.findings.findings import findings
from netmap.findings.kinds import FindingKind
from netmap.findings.methods import METHODS, THRESHOLDS_OF
from netmap.findings.thresholds import MEANINGS, Thresholds
from netmap.findings.words import (
    INVITATION,
    LEVEL_NAMES,
    SECTOR_NAMES,
    counted,
    facts,
    listed,
    names,
    number,
    on_topics,
)
from netmap.language import Text
from netmap.network import Network
from netmap.values import Source
from netmap.vocabulary import Asked, Level, Sector, Status
from tests.missing_links import speaking
from tests.small_networks import (
    body,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    seats,
    topic,
    work,
)
from tests.strategies import HOSTILE_TEXTS

FORBIDDEN_DE = (
    "mangel",
    "fehler",
    "muss",
    "müssen",
    "sollte",
    "soll ",
    "schlecht",
    "versäum",
    "defizit",
    "problem",
    "unzureichend",
    "ungenügend",
    "falsch",
    "schuld",
    "überflüssig",
    "unnötig",
    "isoliert",
    "doppelstruktur",
    "auflösen",
    "abschaffen",
)
FORBIDDEN_EN = (
    "must",
    "should",
    "fail",
    "lack",
    "poor",
    "wrong",
    "fault",
    "deficit",
    "problem",
    "insufficient",
    "redundant",
    "superfluous",
    "isolated",
    "duplicate",
    "abolish",
)
"""Words of a verdict or an order."""


def spoken() -> list[Finding]:
    """Findings of every kind."""
    made = [
        Network.from_records(city.records()),
        Network.from_records(small.records()),
        network(
            organization("a", asked=Asked.NOT_ASKED),
            organization("b"),
            exchange("a", "b"),
        ),
        network(organization("a"), body("AK"), seats("AK", "a")),
        # A group that reports to steering and hears nothing back.
        network(body("AK", Level.OPERATIONAL), body("SG", Level.STEERING), line("AK", "SG")),
        speaking(),
        *overlapping(),
        # A sector without a seat in steering, with and without somebody to suggest.
        *(
            network(
                organization("office", sector=Sector.ADMINISTRATION),
                [organization(each, sector=Sector.BUSINESS) for each in "abc"],
                body("SG", Level.STEERING),
                body("AK", Level.OPERATIONAL),
                seats("SG", "office"),
                seats("AK", *taking_part),
            )
            for taking_part in ("", "a")
        ),
        # A part by itself, and partners that hang on one tie, on one person, on old reports.
        network(
            [organization(each) for each in "abcde"],
            person("Name", "c", function="Leitung C"),
            seat("a", "X", source=Source(label="Liste", retrieved_at="2020")),
            line("d", "e"),
            *(body(each) for each in ("X", "Y", "Z")),
            *(seat("Name", each) for each in ("X", "Y", "Z")),
        ),
    ]
    thresholds = Thresholds(findings_per_kind=100)
    return [found for each in made for found in findings(each, thresholds=thresholds)]


def overlapping() -> list[Network]:
    """Bodies that overlap in every way there is a suggestion for."""
    people = [person(each) for each in "abcdefgh"]
    topics = [topic("s"), topic("t")]
    both = [*people, *topics, *seats("A", *"abcd"), *seats("B", *"abcde")]
    known = [*both, *work("A", "s")]
    standing = {"level": Level.OPERATIONAL, "meetings_per_year": 4}
    ad_hoc = body("B", Level.AD_HOC, start_date="2025-01")
    houses = [organization(each) for each in "XYZ"]
    sent = [person(f"{house}{number}", house) for house in "XYZ" for number in (1, 2)]
    delegates = [*houses, *sent, *seats("A", "X1", "Y1", "Z1"), *seats("B", "X2", "Y2", "Z2")]
    return [
        network(known, body("A", **standing), body("B", **standing), work("B", "s")),
        network(known, body("A", **standing), body("B", **standing), work("B", "t")),
        network(both, body("A", competence="x"), body("B", competence="y")),
        network(both, body("A", legal_basis="§ 1"), body("B", legal_basis="§ 2")),
        network(both, body("A", **standing), body("B", Level.STEERING)),
        network(both, body("A", **standing), body("B", status=Status.DORMANT)),
        network(both, body("A", **standing), body("B", meetings_per_year=0)),
        network(both, body("A", **standing), ad_hoc),
        network(delegates, body("A"), body("B")),
        network(delegates, topics, body("A"), body("B"), work("A", "s"), work("B", "s")),
        network(
            people,
            topics,
            body("A"),
            body("B"),
            exchange("A", "B"),
            seats("A", *"abc"),
            seats("B", *"def"),
            work("A", "s"),
            work("B", "s"),
        ),
        network(
            people,
            body("A", end_date="2023"),
            body("B", start_date="2024"),
            seats("A", *"abc"),
            seats("B", *"abc"),
        ),
        *(
            network(
                [*both, *seats("C", *"abcd"), *(work(each, "s")[0] for each in "ABC")],
                [body(each, meetings_per_year=4) for each in "AB"],
                third,
            )
            for third in (
                body("C", meetings_per_year=2),
                body("C", legal_basis="§ 1"),
                body("C", Level.STEERING),
            )
        ),
    ]


@pytest.fixture(scope="module")
def found() -> list[Finding]:
    """Findings of every kind."""
    return spoken()


def own_words(text: str) -> str:
    """A text without the names that it quotes."""
    return re.sub(r"„[^“]*“|\"[^\"]*\"", "…", text)


def test_every_kind_is_among_the_texts_under_test(found: list[Finding]) -> None:
    """Otherwise the tests below would show less than they say."""
    assert {each.kind for each in found} == set(FindingKind)


def test_no_finding_judges_or_orders(found: list[Finding]) -> None:
    """Neither in its suggestion nor in its title or evidence."""
    for each in found:
        for text in (each.title, each.suggestion, *each.evidence):
            assert not [word for word in FORBIDDEN_DE if word in own_words(text.de).lower()], (
                text.de
            )
            assert not [word for word in FORBIDDEN_EN if word in own_words(text.en).lower()], (
                text.en
            )


def test_every_suggestion_asks_or_proposes(found: list[Finding]) -> None:
    """A question or "könnte" before the invitation; what works well is asked about, too."""
    for each in found:
        german = each.suggestion.de.removesuffix(INVITATION.de)
        english = each.suggestion.en.removesuffix(INVITATION.en)
        assert "?" in german or "könnte" in german or "bitte gemeinsam" in german
        assert "?" in english or "could" in english
        assert each.positive == german.startswith("Was gut läuft: ")


def test_every_suggestion_ends_by_inviting_to_confirm_supplement_or_revise(
    found: list[Finding],
) -> None:
    """The three responses that a partner can give."""
    for word in ("bestätigen", "ergänzen", "berichtigen"):
        assert word in INVITATION.de
    for word in ("confirm", "supplement", "revise"):
        assert word in INVITATION.en
    for each in found:
        assert each.suggestion.de.endswith(INVITATION.de)
        assert each.suggestion.en.endswith(INVITATION.en)


def test_sentences_are_whole(found: list[Finding]) -> None:
    """No placeholder is left, no space doubled, no quotation mark of the other language."""
    for each in found:
        for text in (each.suggestion, *each.evidence, each.method):
            for words in (own_words(text.de), own_words(text.en)):
                assert words.strip() == words
                assert not re.search(r"  |\.\.|[{}]| [.,;?!]|\bNone\b", words), words
            assert "„" not in own_words(text.en)
            assert text.de.count("„") == text.de.count("“")


def test_nobody_is_called_by_name_in_a_bridge_that_has_a_function(found: list[Finding]) -> None:
    """No ranking of people: bridges come by name of the function, not by strength."""
    bridges = [each for each in found if each.kind is FindingKind.BRIDGE]
    assert bridges
    assert all(each.subjects[0].name.startswith("Leitung") for each in bridges)


def test_every_kind_has_a_title_and_a_method_in_both_languages() -> None:
    """Methods say what the strength counts or what was recorded."""
    for kind in FindingKind:
        for text in (kind.title_text, METHODS[kind]):
            assert text.de
            assert text.en
            assert text.de != text.en
    assert set(METHODS) == set(FindingKind)


def test_thresholds_are_explained_and_belong_to_a_setting() -> None:
    """Each field of `Thresholds` has words, and each kind names fields that exist."""
    assert set(MEANINGS) == set(Thresholds.model_fields)
    assert {name for names_ in THRESHOLDS_OF.values() for name in names_} <= set(MEANINGS)


def test_levels_and_sectors_have_names() -> None:
    """A new word of the vocabulary needs one, too."""
    assert set(LEVEL_NAMES) == set(Level)
    assert set(SECTOR_NAMES) == set(Sector)


def test_names_are_shown_as_they_are_whatever_they_hold() -> None:
    """Braces, quotation marks and markup of a name are text to every sentence."""
    for hostile in HOSTILE_TEXTS:
        made = network(organization("a", name=hostile), organization("b"), exchange("a", "b"))
        name = hostile.strip()
        texts = [each.suggestion.de for each in findings(made)]
        assert any(f"„{name}“" in text for text in texts)


@pytest.mark.parametrize(
    ("parts", "german", "english"),
    [
        ([], "", ""),
        (["A"], "„A“", '"A"'),
        (["A", "B"], "„A“ und „B“", '"A" and "B"'),
        (["A", "B", "C"], "„A“, „B“ und „C“", '"A", "B" and "C"'),
        (["A", "B", "C", "D"], "„A“, „B“ und 2 weitere", '"A", "B" and 2 more'),
    ],
)
def test_names_are_enumerated_as_each_language_does(
    parts: list[str], german: str, english: str
) -> None:
    """What would be "and 1 more" is named."""
    assert names(parts, most=2) == Text(de=german, en=english)


def test_the_rest_of_an_enumeration_follows_its_preposition() -> None:
    """German counts "2 weitere" but "mit 2 weiteren"."""
    assert names(list("ABCD"), most=2, dative=True).de == "„A“, „B“ und 2 weiteren"
    assert on_topics(list("ABCDE")).de == "zu den Themen „A“, „B“, „C“ und 2 weiteren"


def test_numbers_and_nouns_fit_together() -> None:
    """One member, two members; a decimal comma in German."""
    one, many = Text(de="Mitglied", en="member"), Text(de="Mitglieder", en="members")
    assert counted(1, one, many) == Text(de="1 Mitglied", en="1 member")
    assert counted(0, one, many) == Text(de="0 Mitglieder", en="0 members")
    assert number(1234.5) == Text(de="1234,5", en="1234.5")
    assert number(100) == Text(de="100", en="100")
    assert facts([]) == listed([]) == Text(de="", en="")
