"""Missing exchange: whose results reach the level above."""

from __future__ import annotations

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import Network
from netmap.vocabulary import Level, Sector, Status
from tests.small_networks import (
    body,
    line,
    network,
    organization,
    person,
    seat,
    seats,
)

GROUP = MissingLinkRule.GROUP_WITHOUT_LINE_TO_STEERING
STEERING = MissingLinkRule.STEERING_WITHOUT_LINE_TO_POLITICS


def rows(made: Network, rule: MissingLinkRule) -> list[MissingLink]:
    """Rows of one rule."""
    return [row for row in missing_exchange(made) if row.rule is rule]


def sources(made: Network, rule: MissingLinkRule) -> list[str]:
    """Where the missing lines would start."""
    return [row.source_id for row in rows(made, rule)]


def test_operational_and_ad_hoc_groups_without_a_way_are_listed() -> None:
    """Bodies on no known level are not: unknown is not no."""
    made = network(
        body("SG", Level.STEERING),
        body("AG", Level.OPERATIONAL),
        body("PG", Level.AD_HOC),
        body("?"),
    )
    assert sources(made, GROUP) == ["AG", "PG"]


def test_a_way_may_lead_over_several_steps_by_lines_and_by_being_part() -> None:
    """A part of a group that reports to an office that reports to steering has a way."""
    made = network(
        body("SG", Level.STEERING),
        organization("office"),
        body("AG", Level.OPERATIONAL),
        body("UAG", Level.OPERATIONAL, parent_id="AG"),
        body("inside", Level.OPERATIONAL, parent_id="SG"),
        line("AG", "office"),
        line("office", "SG"),
    )
    assert sources(made, GROUP) == []


def test_a_line_downwards_is_no_way_up() -> None:
    """That steering reports to a group does not carry the group's results up."""
    made = network(body("SG", Level.STEERING), body("AG", Level.OPERATIONAL), line("SG", "AG"))
    assert sources(made, GROUP) == ["AG"]


def test_lines_in_a_circle_end_the_search() -> None:
    """Groups that report to each other have no way."""
    made = network(
        body("SG", Level.STEERING),
        body("X", Level.OPERATIONAL),
        body("Y", Level.OPERATIONAL),
        line("X", "Y"),
        line("Y", "X"),
    )
    assert sources(made, GROUP) == ["X", "Y"]


def test_without_a_steering_body_nobody_is_asked_for_a_way_to_it() -> None:
    """The steering level may just not be recorded."""
    assert sources(network(body("AG", Level.OPERATIONAL)), GROUP) == []
    gone = body("SG", Level.STEERING, status=Status.DISSOLVED)
    assert sources(network(body("AG", Level.OPERATIONAL), gone), GROUP) == []


def test_a_dissolved_group_is_not_talked_about() -> None:
    """Neither is one that was merged."""
    made = network(
        body("SG", Level.STEERING),
        body("X", Level.OPERATIONAL, status=Status.DISSOLVED),
        body("Y", Level.AD_HOC, status=Status.MERGED),
    )
    assert sources(made, GROUP) == []


def test_the_target_is_the_upper_body_with_most_common_members() -> None:
    """Its members among the group could carry the report; that alone is no line."""
    made = network(
        [person(each) for each in "abc"],
        body("S1", Level.STEERING),
        body("S2", Level.STEERING),
        body("AG", Level.OPERATIONAL),
        seats("AG", "a", "b", "c"),
        seats("S1", "a"),
        seats("S2", "b", "c"),
    )
    (row,) = rows(made, GROUP)
    assert (row.target_id, row.via_ids) == ("S2", ("a", "b", "c"))


def test_without_common_members_only_a_single_upper_body_is_named() -> None:
    """Of several, none is likelier than the others."""
    group = body("AG", Level.OPERATIONAL)
    one = network(group, body("S1", Level.STEERING))
    two = network(group, body("S1", Level.STEERING), body("S2", Level.STEERING))
    assert [row.target_id for row in rows(one, GROUP)] == ["S1"]
    assert [(row.target_id, row.target_name) for row in rows(two, GROUP)] == [(None, None)]


def test_strength_grows_with_how_usual_a_way_is_in_the_network() -> None:
    """One of two groups reports: (1 + 1) of (1 + 2)."""
    made = network(
        body("SG", Level.STEERING),
        body("X", Level.OPERATIONAL),
        body("Y", Level.OPERATIONAL),
        line("X", "SG"),
    )
    (row,) = rows(made, GROUP)
    assert row.strength == 2 / 3


def test_steering_reaches_politics_by_a_political_body_or_an_actor_of_politics() -> None:
    """A line to the mayor is a way as much as one to a committee."""
    made = network(
        body("Rat", Level.POLITICAL),
        person("mayor", sector=Sector.POLITICS),
        body("S1", Level.STEERING),
        body("S2", Level.STEERING),
        body("S3", Level.STEERING),
        line("S1", "Rat"),
        line("S2", "mayor"),
    )
    (row,) = rows(made, STEERING)
    assert (row.source_id, row.target_id) == ("S3", "Rat")


def test_politicians_in_steering_could_carry_the_report() -> None:
    """By their own sector, their organisation's, or a seat in a political body."""
    made = network(
        organization("faction", sector=Sector.POLITICS),
        person("own", sector=Sector.POLITICS),
        person("house", "faction"),
        person("seat"),
        person("none"),
        body("Rat", Level.POLITICAL),
        body("SG", Level.STEERING),
        seats("SG", "own", "house", "seat", "none"),
        seat("seat", "Rat"),
    )
    (row,) = rows(made, STEERING)
    assert row.via_ids == ("house", "own", "seat")


def test_steering_is_asked_about_even_where_no_politics_is_recorded() -> None:
    """That politics is nowhere on the map may be just the point."""
    (row,) = rows(network(body("SG", Level.STEERING)), STEERING)
    assert (row.target_id, row.strength) == (None, 1 / 2)
