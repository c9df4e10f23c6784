"""Kinds of overlap and facts in words."""

from __future__ import annotations

from netmap.analyses.overlaps.facts import OverlapFact, Reason
from netmap.analyses.overlaps.hours import freed_hours
from netmap.analyses.overlaps.kinds import RULES, OverlapKind
from netmap.analyses.overlaps.limits import CONVENTIONS
from netmap.analyses.overlaps.structure import structure_overlap
from netmap.findings.overlap_words import (
    KIND_NAMES,
    hours_in_short,
    hours_texts,
    reason_texts,
)
from netmap.findings.thresholds import Thresholds
from netmap.network import Network


def test_every_kind_has_a_name_and_is_told_by_a_rule() -> None:
    """But the one that is left where no rule fits."""
    assert set(KIND_NAMES) == set(OverlapKind)
    assert {kind for kind, _ in RULES} == set(OverlapKind) - {OverlapKind.UNCLEAR}
    assert all(rule.__doc__ for _, rule in RULES)


def test_every_fact_has_words_in_both_languages() -> None:
    """Whole clauses, whatever bodies the fact is about."""
    (row,) = structure_overlap(
        Network.from_pairs([(member, body) for member in "abc" for body in ("AK", "SG")])
    )
    for fact in OverlapFact:
        told = row.model_copy(update={"reasons": (Reason(fact=fact, bodies=row.bodies),)})
        (text,) = reason_texts(told)
        assert text.de != text.en
        assert not {"{", "}"} & set(text.de + text.en)
        assert not text.de.endswith(".")


def test_hours_show_every_factor_and_are_silent_where_one_is_unknown() -> None:
    """A zero is no saving to speak of, either."""
    known = freed_hours(8, [4, 6.5], CONVENTIONS)
    assert [text.de for text in hours_in_short(known)] == [
        "am selben Tag: 4 Sitzungen × 8 Mitglieder × 1 h Weg = 32 h im Jahr",
        "gemeinsam: 4 Sitzungen × 8 Mitglieder × 2 h = 64 h im Jahr",
    ]
    assert len(hours_texts(known)) == 2
    for unknown in (
        None,
        freed_hours(8, [4, None], CONVENTIONS),
        freed_hours(None, [4, 6], CONVENTIONS),
        freed_hours(0, [4, 6], CONVENTIONS),
        freed_hours(8, [0, 6], CONVENTIONS),
        freed_hours(8, [], CONVENTIONS),
    ):
        assert hours_texts(unknown) == hours_in_short(unknown) == []


def test_conventions_are_the_defaults_of_thresholds() -> None:
    """An office that sets nothing reads the same from analyses and findings."""
    assert Thresholds().overlap_limits == CONVENTIONS
