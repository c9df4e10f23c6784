"""Missing exchange: many talks of two on one topic, and no body in which they meet."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.expectations import Expectations
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Status
from tests.small_networks import (
    body,
    exchange,
    network,
    organization,
    person,
    seat,
    topic,
    work,
)

RULE = MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY


def rows(made: Network, **numbers: Any) -> list[MissingLink]:
    """Rows of this rule."""
    return missing_exchange(made, Expectations(rules=frozenset({RULE}), **numbers))


def talks(*pairs: str) -> list[Record]:
    """Exchange about jobs between two actors named by a letter each."""
    return [exchange(pair[0], pair[1], topic_ids=("jobs",)) for pair in pairs]


FIVE = [topic("jobs"), *(organization(each) for each in "abcde")]


def test_many_talks_of_two_are_one_row_with_the_one_in_the_middle() -> None:
    """Who has most of the talks comes first; the others, the topic and all ties stand beside."""
    ties = talks("ab", "ac", "ad", "cd")
    (row,) = rows(network(FIVE, ties))
    assert (row.source_id, row.other_ids, row.target_id) == ("a", ("b", "c", "d"), None)
    assert (row.topic_ids, row.tie_ids) == (("jobs",), tuple(sorted(each.id for each in ties)))
    assert row.strength == 1 - 4 / 5


def test_a_body_that_is_there_is_proposed_first() -> None:
    """The one on the topic in which most of them sit; of equal ones the lowest id."""
    made = network(
        FIVE,
        talks("ab", "ac", "ad", "cd"),
        [body("AK"), body("BK"), body("CK"), *work("AK", "jobs"), *work("BK", "jobs")],
        seat("d", "BK"),
        seat("c", "CK"),
    )
    assert [row.target_id for row in rows(made)] == ["BK"]


def test_few_talks_or_talks_apart_are_no_row() -> None:
    """Three are few, and two pairs here and two there do not hang together."""
    assert rows(network(FIVE, talks("ab", "ac", "ad"))) == []
    assert rows(network(FIVE, talks("ab", "bc", "de"))) == []
    assert rows(network(FIVE, talks("ab", "ac", "ad")), bilateral_min_ties=3)


def test_the_same_two_are_one_pair_however_often_they_are_reported() -> None:
    """Reports of both sides, and of who works for them, are one talk."""
    again = [exchange("ada", "b", topic_ids=("jobs",)), *talks("ab", "ba", "ac", "ad")]
    assert rows(network(FIVE, person("ada", "a"), again)) == []


@pytest.mark.parametrize("fields", [{"asked": Asked.LEFT_OUT}, {"status": Status.DISSOLVED}])
def test_talks_of_the_left_out_and_the_gone_do_not_count(fields: dict[str, Any]) -> None:
    """Nor is a body proposed that is gone."""
    made = network(FIVE, organization("q", **fields), talks("ab", "ac", "ad", "aq"))
    assert rows(made) == []
    gone = [body("AK", **fields), *work("AK", "jobs")]
    (row,) = rows(network(FIVE, gone, talks("ab", "ac", "ad", "cd")))
    assert row.target_id is None


def test_who_meets_already_and_ties_without_a_topic_do_not_count() -> None:
    """A body in which both sit, whatever it is there for; talks with a body are no talk of two."""
    meeting = [body("AK"), seat("a", "AK"), seat("d", "AK")]
    assert rows(network(FIVE, meeting, talks("ab", "ac", "ad", "cd"))) == []
    assert rows(network(FIVE, talks("ab", "ac", "ad"), exchange("c", "d"))) == []
    assert rows(network(FIVE, body("X"), talks("ab", "ac", "ad", "aX"))) == []
