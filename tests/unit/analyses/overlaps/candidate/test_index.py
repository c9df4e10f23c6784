"""What a network says to a body that does not exist yet."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from netmap.analyses.overlaps.candidate.answer import (
    CandidateAnswer,
    MeetingReason,
    UnknownReason,
)
from netmap.analyses.overlaps.candidate.index import CandidateIndex
from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Level, Status
from tests.small_networks import body, network, organization, person, seat, seats, topic, work


def ask(records: list[Record], most: int = 10, **fields: object) -> CandidateAnswer:
    """The answer to a candidate with these fields."""
    index = CandidateIndex.of(network(records))
    return index.query(Candidate.model_validate(fields), most=most)


def lively(**of_body: object) -> list[Record]:
    """A body on jobs with ada and bo, one on sport with bo, and who works on jobs beside."""
    return [
        organization("chamber"),
        organization("office"),
        organization("club"),
        person("ada", "chamber", function="Head"),
        person("bo", "office"),
        person("cy", "club", function="Board"),
        body("jobs-group", Level.OPERATIONAL, **of_body),
        body("sport-group"),
        topic("jobs"),
        topic("sport"),
        *seats("jobs-group", "ada", "bo"),
        *seats("sport-group", "bo"),
        *work("jobs-group", "jobs"),
        *work("sport-group", "sport"),
        *work("cy", "jobs"),
    ]


def test_each_part_is_told_for_itself_with_names_and_both_containments() -> None:
    """The houses of members count as organisations without being named."""
    answer = ask(lively(), members=["bo"], topics=["jobs"])
    second, first = answer.overlaps
    assert (first.id, second.id) == ("jobs-group", "sport-group")
    assert first.members is not None
    assert first.organizations is not None
    assert first.members.sizes == (1, 2)
    assert first.members.containment == (1.0, 0.5)
    assert (first.members.jaccard, first.members.overlap_coefficient) == (0.5, 1.0)
    assert first.organizations.shared_names == ("office",)
    assert first.best_part is OverlapBy.TOPICS
    assert second.best_part is OverlapBy.MEMBERS
    assert second.topics is not None
    assert (second.topics.shared, second.topics.jaccard) == (0, 0.0)


def test_the_best_part_decides_then_the_second_then_the_third() -> None:
    """No part weighs more than another, and ids settle what remains."""
    records: list[Record] = [
        *(person(name) for name in ("ada", "bo")),
        *(topic(name) for name in ("jobs", "sport")),
        *(body(name) for name in ("a", "b", "c", "d")),
        *seats("a", "ada", "bo"),  # the same members
        *work("b", "jobs", "sport"),  # the same topics, and a member
        *seats("b", "ada"),
        *work("c", "jobs", "sport"),  # the same topics alone
        *seats("d", "ada"),  # half of the members
    ]
    answer = ask(records, members=["ada", "bo"], topics=["jobs", "sport"])
    assert [row.id for row in answer.overlaps] == ["b", "a", "c", "d"]
    assert [row.id for row in ask(records, most=1, members=["ada", "bo"]).overlaps] == ["a"]


def test_a_part_that_the_candidate_leaves_out_is_none() -> None:
    """Nothing said is not the same as nothing shared."""
    (row,) = ask(lively(), topics=["sport"]).overlaps
    assert (row.members, row.organizations) == (None, None)


def test_rows_say_how_many_there_are_beyond_those_listed() -> None:
    """As findings do."""
    answer = ask(lively(), most=1, members=["bo"], topics=["jobs"])
    assert [len(rows) for rows in (answer.overlaps, answer.meetings, answer.invitations)] == [1] * 3
    assert answer.overlaps[0].total_of_kind == 2


@pytest.mark.parametrize(
    "gone", [{"status": Status.DISSOLVED}, {"status": Status.MERGED}, {"asked": Asked.LEFT_OUT}]
)
def test_bodies_that_are_gone_or_stay_outside_are_in_no_row(gone: dict[str, object]) -> None:
    """Neither as an overlap, nor as a meeting, nor as the reason for an invitation."""
    answer = ask(lively(**gone), members=["bo"], topics=["jobs"])
    assert "jobs-group" not in answer.model_dump_json()


def test_a_meeting_that_works_on_the_topics_is_proposed_with_reasons() -> None:
    """Existing structures first."""
    (row,) = ask(lively(meetings_per_year=4), members=["bo", "cy"], topics=["jobs"]).meetings
    assert (row.id, row.level, row.meetings_per_year) == ("jobs-group", Level.OPERATIONAL, 4)
    assert row.reasons == (
        MeetingReason.WORKS_ON_TOPICS,
        MeetingReason.HAS_MOST_MEMBERS,
        MeetingReason.HAS_MOST_ORGANIZATIONS,
    )


@pytest.mark.parametrize(
    "aside",
    [{"status": Status.DORMANT}, {"level": Level.AD_HOC}, {"meetings_per_year": 0}],
)
def test_what_does_not_meet_again_and_again_is_no_meeting(aside: dict[str, object]) -> None:
    """It is an overlap all the same."""
    records = [body("x", **aside), topic("jobs"), *work("x", "jobs")]
    answer = ask(records, topics=["jobs"])
    assert answer.meetings == ()
    assert [row.id for row in answer.overlaps] == ["x"]


def test_without_topics_a_meeting_needs_half_of_the_people() -> None:
    """Or half of the organisations."""
    records = [
        *(person(name) for name in ("ada", "bo", "cy")),
        body("two"),
        body("one"),
        *seats("two", "ada", "bo"),
        *seats("one", "ada"),
    ]
    assert [row.id for row in ask(records, members=["ada", "bo", "cy"]).meetings] == ["two"]


def test_meetings_with_more_of_the_people_come_first_then_those_on_more_topics() -> None:
    """Then how often they meet; a number that is not recorded comes last."""
    records: list[Record] = [
        *(person(name) for name in ("ada", "bo")),
        *(topic(name) for name in ("jobs", "sport")),
        body("a"),
        body("b", meetings_per_year=2),
        body("c", meetings_per_year=6),
        body("d"),
        body("e"),
        *work("a", "jobs"),
        *work("b", "jobs"),
        *work("c", "jobs"),
        *work("d", "jobs", "sport"),
        *work("e", "jobs"),
        *seats("e", "ada"),
    ]
    answer = ask(records, members=["ada", "bo"], topics=["jobs", "sport"])
    assert [row.id for row in answer.meetings] == ["e", "d", "c", "b", "a"]


def test_who_works_on_the_topics_or_sits_there_is_invited_by_organisation() -> None:
    """With the functions of those who do so, and not who is in the candidate already."""
    answer = ask(lively(), members=["bo"], topics=["jobs"])
    assert [(row.id, row.topic_ids, row.body_ids, row.contacts) for row in answer.invitations] == [
        ("club", ("jobs",), (), ("Board",)),
        ("chamber", (), ("jobs-group",), ("Head",)),
    ]


def test_who_stays_outside_is_invited_neither_itself_nor_by_its_people() -> None:
    """Nor named as somebody to speak to."""
    records = [
        *lively(),
        organization("aside", asked=Asked.LEFT_OUT),
        person("dee", "aside"),
        person("eve", asked=Asked.LEFT_OUT),
        person("flo", "club", asked=Asked.LEFT_OUT),
        *work("dee", "jobs"),
        *seats("jobs-group", "dee", "eve", "flo"),
        seat("ada", "jobs-group", "aside"),
    ]
    answer = ask(records, topics=["jobs"])
    assert [row.id for row in answer.invitations] == ["club", "chamber", "office"]
    assert answer.invitations[0].body_ids == ()
    assert answer.invitations[0].contacts == ("Board",)


def test_persons_without_an_organisation_come_last_by_function() -> None:
    """People are not ranked, and the function stands for the name."""
    records = [
        topic("jobs"),
        topic("sport"),
        person("zoe"),
        person("ada", function="Teacher"),
        organization("club"),
        *work("zoe", "jobs", "sport"),
        *work("ada", "jobs"),
        *work("club", "jobs"),
    ]
    rows = ask(records, topics=["jobs", "sport"]).invitations
    assert [row.name for row in rows] == ["club", "Teacher", "zoe"]


def test_a_whole_is_present_by_its_part() -> None:
    """The city needs no invitation where its office sits; an office does where the city sits."""
    records = [
        topic("jobs"),
        organization("city"),
        organization("office", parent_id="city"),
        *work("city", "jobs"),
        *work("office", "jobs"),
    ]
    assert ask(records, organizations=["office"], topics=["jobs"]).invitations == ()
    (row,) = ask(records, organizations=["city"], topics=["jobs"]).invitations
    assert row.id == "office"


def test_a_purpose_counts_by_the_topics_that_it_mentions() -> None:
    """They are listed for somebody to check; with topics given, the purpose says nothing."""
    answer = ask(lively(), name="Round table", purpose="More JOBS for all")
    assert [(row.id, row.kind) for row in answer.recognized] == [("jobs", "topic")]
    assert [row.id for row in answer.overlaps] == ["jobs-group"]
    assert ask(lively(), topics=["sport"], purpose="jobs").recognized == ()


def test_a_purpose_without_a_topic_is_told() -> None:
    """An empty answer has a reason."""
    answer = ask(lively(), purpose="Chess")
    (row,) = answer.unknown
    assert list(answer.rows()) == [row]
    assert (row.kind, row.part, row.given) == ("unknown", "purpose", "Chess")
    assert row.reason is UnknownReason.NO_TOPIC_MENTIONED


@pytest.mark.parametrize("fields", [{}, {"name": " "}, {"members": []}, {"purpose": ""}])
def test_a_candidate_says_something(fields: dict[str, object]) -> None:
    """There is nothing to ask about otherwise."""
    with pytest.raises(ValidationError, match="candidate needs at least one"):
        Candidate.model_validate(fields)


def test_an_empty_network_has_nothing_to_say() -> None:
    """But what was not found."""
    index = CandidateIndex.of(Network.from_records([]))
    answer = index.query(Candidate(members=("Ada",), topics=("jobs",)))
    assert [row.kind for row in answer.rows()] == ["unknown", "unknown"]
