"""What findings say about chance: one sentence of evidence where the numbers carry it."""

from __future__ import annotations

from netmap.findings.findings import findings
from netmap.findings.kinds import FindingKind
from netmap.network import Network

_TWO = [(f"m{member}", name) for member in range(6) for name in ("one", "two")]
_OTHERS = [(f"x{number}", f"group {number % 20}") for number in range(100)]


def sentences(pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Evidence about chance of each overlap, in German."""
    return [
        [line.de for line in each.evidence if "zufälliger Verteilung" in line.de]
        for each in findings(Network.from_pairs(pairs))
        if each.kind is FindingKind.OVERLAP
    ]


def test_what_chance_would_hardly_bring_about_is_said_with_what_it_would() -> None:
    """In plain words, without a formula."""
    ((line,),) = sentences([*_TWO, *_OTHERS])
    assert line.startswith("So viele gemeinsame Mitglieder wären bei zufälliger Verteilung")
    assert "sehr unwahrscheinlich" in line
    assert "im Mittel 0," in line


def test_few_seats_say_nothing_about_chance_and_hide_nothing() -> None:
    """The finding is there all the same."""
    assert sentences(_TWO) == [[]]


def test_chance_changes_neither_strength_nor_order() -> None:
    """With and without the other bodies, whose only use here is to make chance small."""

    def shown(pairs: list[tuple[str, str]]) -> list[tuple[str, float]]:
        found = findings(Network.from_pairs(pairs))
        return [(each.id, each.strength) for each in found if each.kind is FindingKind.OVERLAP]

    assert shown(_TWO) == shown([*_TWO, *_OTHERS])
