"""Missing exchange: who works on the same topic and is not known to talk."""

from __future__ import annotations

import pytest

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Status
from tests.small_networks import (
    body,
    cooperation,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    topic,
    work,
)


def rows(made: Network) -> list[MissingLink]:
    """Rows of this rule."""
    rule = MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE
    return [row for row in missing_exchange(made) if row.rule is rule]


def pairs(made: Network) -> list[tuple[str, str | None]]:
    """Both ends of each row."""
    return [(row.source_id, row.target_id) for row in rows(made)]


TWO = [
    topic("jobs"),
    organization("chamber"),
    organization("school"),
    body("AK"),
    organization("town"),
    person("ada", "chamber"),
    person("bo", "school"),
    *work("chamber", "jobs"),
    *work("school", "jobs"),
]


def test_a_common_topic_without_any_link_is_listed_with_its_topics() -> None:
    """The pair stands once, the lower id first, with names and what both work on."""
    (row,) = rows(network(TWO))
    assert (row.source_id, row.target_id, row.topic_ids) == ("chamber", "school", ("jobs",))
    assert (row.source_name, row.target_name, row.strength) == ("chamber", "school", 1.0)


@pytest.mark.parametrize(
    "links",
    [
        [exchange("school", "chamber")],
        [exchange("ada", "bo")],
        [exchange("ada", "school", confirmed=False)],
        [line("chamber", "school")],
        [line("bo", "chamber")],
        [cooperation("chamber", "school")],
        [cooperation("chamber", carried_by_id="bo")],
        [seat("ada", "AK"), seat("school", "AK")],
        [seat("ada", "AK"), seat("town", "AK", "school")],
    ],
)
def test_any_link_or_common_meeting_is_enough(links: list[Record]) -> None:
    """Exchange, a line, a cooperation or a body in which both sit: nobody is asked again."""
    assert pairs(network(TWO, links)) == []


def test_bodies_of_the_past_are_no_meeting() -> None:
    """A seat that has ended joins nobody."""
    made = network(TWO, seat("ada", "AK", end_date="2020"), seat("school", "AK"))
    assert pairs(made) == [("chamber", "school")]


def test_what_a_person_works_on_is_a_topic_of_its_organisation() -> None:
    """The employee is no pair of its own."""
    made = network(
        topic("jobs"),
        organization("chamber"),
        organization("school"),
        person("ada", "chamber"),
        work("ada", "jobs"),
        work("school", "jobs"),
    )
    assert pairs(made) == [("chamber", "school")]


def test_two_bodies_are_linked_by_a_member_an_organisation_or_a_line() -> None:
    """Bodies with nobody in common, and no line, are listed."""
    groups = [topic("jobs"), body("X"), body("Y"), *work("X", "jobs"), *work("Y", "jobs")]
    people = [organization("O"), person("a", "O"), person("b", "O"), person("c")]
    assert pairs(network(groups, people, seat("a", "X"), seat("c", "Y"))) == [("X", "Y")]
    assert pairs(network(groups, people, seat("c", "X"), seat("c", "Y"))) == []
    assert pairs(network(groups, people, seat("a", "X"), seat("b", "Y"))) == []
    assert pairs(network(groups, people, line("X", "Y"))) == []


def test_a_body_and_a_partner_are_linked_by_a_seat() -> None:
    """Who sits in the body meets it."""
    made = [topic("jobs"), body("X"), organization("O"), *work("X", "jobs"), *work("O", "jobs")]
    assert pairs(network(made)) == [("O", "X")]
    assert pairs(network(made, seat("O", "X"))) == []


def test_a_part_and_its_whole_are_not_asked_about_each_other() -> None:
    """At any depth."""
    made = network(
        topic("jobs"),
        organization("town"),
        organization("department", parent_id="town"),
        organization("office", parent_id="department"),
        work("town", "jobs"),
        work("office", "jobs"),
    )
    assert pairs(made) == []


def test_who_stays_outside_or_is_dissolved_is_not_asked_about() -> None:
    """Neither an actor left out on purpose nor a body that is gone."""
    made = network(
        topic("jobs"),
        organization("O"),
        organization("quiet", asked=Asked.LEFT_OUT),
        body("gone", status=Status.MERGED),
        *(work(each, "jobs") for each in ("O", "quiet", "gone")),
    )
    assert pairs(made) == []


def test_strength_is_the_share_of_common_topics_and_quiet_topics_come_first() -> None:
    """Equal shares are ordered by how few work on the topic, then by ids."""
    made = network(
        [topic(each) for each in ("crowded", "quiet", "extra")],
        [organization(each) for each in "abcdef"],
        *(work(each, "crowded") for each in "abc"),
        *(work(each, "quiet") for each in "ef"),
        work("d", "crowded", "extra"),
    )
    assert [(row.source_id, row.target_id, row.strength) for row in rows(made)] == [
        ("e", "f", 1.0),
        ("a", "b", 1.0),
        ("a", "c", 1.0),
        ("b", "c", 1.0),
        ("a", "d", 0.5),
        ("b", "d", 0.5),
        ("c", "d", 0.5),
    ]
