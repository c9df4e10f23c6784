"""How unlikely common members are by chance, in words: evidence that decides nothing."""

from __future__ import annotations

from collections.abc import Iterator

from netmap.analyses.overlaps.side_by_side import PartOverlap
from netmap.findings.material import Material
from netmap.findings.words import number
from netmap.language import Text

_VERY_UNLIKELY = 0.01
_UNLIKELY = 0.05
"""The usual levels, of a chance that is corrected for the number of pairs."""

_SAID = (
    (
        _VERY_UNLIKELY,
        Text(
            de="So viele gemeinsame Mitglieder wären bei zufälliger Verteilung der Sitze sehr "
            "unwahrscheinlich (zu erwarten wären im Mittel {expected}).",
            en="So many common members would be very unlikely if seats fell by chance (on the "
            "average {expected} would be expected).",
        ),
    ),
    (
        _UNLIKELY,
        Text(
            de="So viele gemeinsame Mitglieder wären bei zufälliger Verteilung der Sitze "
            "unwahrscheinlich (zu erwarten wären im Mittel {expected}).",
            en="So many common members would be unlikely if seats fell by chance (on the average "
            "{expected} would be expected).",
        ),
    ),
)


def chance_of(material: Material, members: PartOverlap) -> Iterator[Text]:
    """One sentence about common members where chance would hardly bring them about.

    How often people sit anywhere is kept on the average, as who sits everywhere meets everybody.
    Where the numbers leave it open there is nothing to say: few seats prove nothing either way.
    """
    key = (min(members.sizes), max(members.sizes), members.shared)
    found = material.significances.get(key)
    if found is not None:
        said = [text for level, text in _SAID if found.q_sdsm <= level]
        yield from (text.format(expected=number(found.expected_sdsm)) for text in said[:1])
