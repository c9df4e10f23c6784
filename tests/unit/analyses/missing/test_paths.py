"""Missing exchange: the way that is recorded today, and who stands on it."""

from __future__ import annotations

from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.missing.paths import missing_exchange_with_paths
from netmap.network import Network
from netmap.vocabulary import Asked, Level
from tests.small_networks import (
    body,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    topic,
    work,
)

TWO = [
    topic("jobs"),
    organization("chamber"),
    organization("school"),
    *work("chamber", "jobs"),
    *work("school", "jobs"),
]


def shared_topic(made: Network) -> MissingLink:
    """The row of the two that share a topic."""
    rule = MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE
    return next(row for row in missing_exchange_with_paths(made) if row.rule is rule)


def test_the_shortest_way_is_told_by_ids_and_names_and_functions_of_persons() -> None:
    """Whoever stands on a short way could make the link."""
    ada = person("ada", "chamber", function="Head")
    made = network(
        TWO, ada, organization("club"), exchange("ada", "club"), exchange("club", "school")
    )
    row = shared_topic(made)
    assert row.path_ids == ("chamber", "ada", "club", "school")
    assert row.path_names == ("chamber", "Head", "club", "school")
    assert (row.via_ids, row.via_names) == (("ada", "club"), ("Head", "club"))


def test_without_a_way_nobody_is_named() -> None:
    """There is none, which is something else than that nobody looked."""
    row = shared_topic(network(TWO))
    assert (row.path_ids, row.path_names, row.via_ids) == ((), (), ())


def test_no_way_leads_over_who_stays_outside_on_purpose() -> None:
    """Not even a longer one names it, nor who works for it."""
    quiet = organization("quiet", asked=Asked.LEFT_OUT)
    cy = person("cy", "quiet")
    ties = [exchange("chamber", "quiet"), exchange("quiet", "school")]
    more = [exchange("chamber", "cy"), exchange("cy", "school")]
    assert shared_topic(network(TWO, quiet, cy, ties, more)).path_ids == ()


def test_a_long_way_is_shown_and_proposes_nobody() -> None:
    """Who is far from both can hardly introduce them."""
    between = [organization(each) for each in "abc"]
    ties = [exchange(a, b) for a, b in (("chamber", "a"), ("a", "b"), ("b", "c"), ("c", "school"))]
    row = shared_topic(network(TWO, between, ties))
    assert row.path_ids == ("chamber", "a", "b", "c", "school")
    assert row.via_ids == ()


def test_rows_with_one_end_have_no_way_and_rules_keep_whom_they_name() -> None:
    """Nobody looked for a way to nowhere."""
    made = network(
        body("SG", Level.STEERING),
        body("Rat", Level.POLITICAL),
        body("AK", Level.OPERATIONAL),
        organization("club"),
        person("ada"),
        seat("ada", "AK"),
        seat("ada", "SG"),
        seat("club", "SG"),
        line("SG", "Rat"),
    )
    found = {row.rule: row for row in missing_exchange_with_paths(made)}
    way = found[MissingLinkRule.GROUP_WITHOUT_LINE_TO_STEERING]
    assert (way.path_ids, way.via_ids) == (("AK", "ada", "SG"), ("ada",))
    assert found[MissingLinkRule.STEERING_SEAT_WITHOUT_WORKING_LEVEL].path_ids is None
