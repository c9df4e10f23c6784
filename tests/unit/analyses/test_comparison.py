"""What differs between two dates: came, went, changed, renamed."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netmap.analyses.comparison.change import Aspect, Change, ChangeType, RenameReason
from netmap.analyses.comparison.compare import compare
from netmap.dates import period
from netmap.network import Network
from netmap.values import Identifier, Record
from netmap.vocabulary import Asked, Level
from tests.small_networks import (
    body,
    cooperation,
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
from tests.strategies import networks_of_records


def rows(
    before: Network, after: Network, *aspects: Aspect, confidential: bool = False
) -> list[tuple[str, tuple[str, ...]]]:
    """How and whom, of some aspects; all but measures where none is named."""
    found = compare(before, after, confidential=confidential)
    wanted = aspects or tuple(each for each in Aspect if each is not Aspect.MEASURE)
    return [(row.change.value, row.ids) for row in found if row.aspect in wanted]


def one(before: Network, after: Network, aspect: Aspect) -> Change:
    """The one row of an aspect."""
    (found,) = [row for row in compare(before, after) if row.aspect is aspect]
    return found


def test_the_same_records_at_two_dates_show_what_began_and_ended() -> None:
    """Validity decides, not when something was typed in."""
    records = [
        organization("office"),
        body("old", end_date="2024-06"),
        body("new", start_date="2025"),
        *seats("old", "office"),
        seat("office", "new", start_date="2025"),
    ]
    then, now = network(records, as_of="2024"), network(records, as_of="2025-06")
    assert rows(then, now) == [
        ("came", ("new",)),
        ("went", ("old",)),
        ("came", ("office", "new")),
        ("went", ("office", "old")),
    ]


def test_a_changed_field_tells_before_and_after() -> None:
    """Where something comes from and its version are no change."""
    before = network(body("AK", Level.OPERATIONAL, meetings_per_year=4))
    after = network(body("AK", Level.OPERATIONAL, meetings_per_year=6, version=9))
    row = one(before, after, Aspect.BODY)
    assert [(each.field, each.before, each.after) for each in row.fields] == [
        ("meetings_per_year", 4.0, 6.0)
    ]


def test_another_name_under_the_same_id_is_a_rename() -> None:
    """With what changed besides."""
    was = organization("x")
    now = was.model_copy(update={"name": "Y", "short_name": "Y1"})
    row = one(network(was), network(now), Aspect.ACTOR)
    assert (row.change, row.names, row.former_names) == (ChangeType.RENAMED, ("Y",), ("x",))
    assert row.reasons == (RenameReason.SAME_ID,)
    assert [each.field for each in row.fields] == ["short_name"]


MEMBERS: list[Record] = [organization(each) for each in "abcd"]


@pytest.mark.parametrize(
    ("new_name", "members", "renamed"),
    [
        ("Arbeitskreis Übergänge", "abc", True),
        ("Runder Tisch Sport", "abc", False),
        ("Arbeitskreis Übergänge", "d", False),
    ],
)
def test_a_like_name_with_like_members_is_a_rename(
    new_name: str, members: str, renamed: bool
) -> None:
    """Either alone is not enough; its seats then are no change."""
    before = network(MEMBERS, body("Arbeitskreis Übergang"), seats("Arbeitskreis Übergang", *"abc"))
    after = network(MEMBERS, body(new_name), seats(new_name, *members))
    found = [
        (row.change, row.reasons) for row in compare(before, after) if row.aspect is Aspect.BODY
    ]
    if renamed:
        assert found == [(ChangeType.RENAMED, (RenameReason.NAME_AND_TIES,))]
        assert rows(before, after, Aspect.SEAT) == []
    else:
        assert [change for change, _ in found] == [ChangeType.CAME, ChangeType.WENT]


def test_a_recorded_successor_and_a_common_identifier_are_renames() -> None:
    """Whatever the names are."""
    taken_over = body("A").model_copy(update={"successor_id": "B", "end_date": "2024-12"})
    before, after = (
        network(taken_over, body("B", start_date="2025"), as_of=date)
        for date in ("2024", "2025-06")
    )
    assert one(before, after, Aspect.BODY).reasons == (RenameReason.SUCCESSOR,)
    known = (Identifier(scheme="register", identifier="7"),)
    old, new = organization("x", identifiers=known), organization("y", identifiers=known)
    assert one(network(old), network(new), Aspect.ACTOR).reasons == (RenameReason.IDENTIFIER,)


def test_where_one_could_be_several_nobody_is_renamed() -> None:
    """Two that are alike stay two that came."""
    before = network(MEMBERS, body("Arbeitskreis A"), seats("Arbeitskreis A", *"abc"))
    after = network(
        MEMBERS,
        body("Arbeitskreis B"),
        body("Arbeitskreis C"),
        seats("Arbeitskreis B", *"abc"),
        seats("Arbeitskreis C", *"abc"),
    )
    changes = [change for change, _ in rows(before, after, Aspect.BODY)]
    assert changes == ["came", "came", "went"]


def test_ties_imported_anew_under_other_ids_are_no_change() -> None:
    """Their ends tell them apart; a confirmed tie is an improvement."""
    base = [organization("a"), organization("b"), body("AK"), topic("T")]
    before = network(
        base,
        seat("a", "AK"),
        exchange("a", "b"),
        line("AK", "b"),
        cooperation("a", "b"),
        work("a", "T"),
    )
    after = network(
        base,
        seat("a", "AK"),
        exchange("b", "a", confirmed=True),
        line("AK", "b"),
        cooperation("a", "b"),
        work("a", "T"),
    )
    (tie,) = [row for row in compare(before, after) if row.aspect is not Aspect.MEASURE]
    assert (tie.aspect, tie.change, tie.improvement) == (Aspect.EXCHANGE, ChangeType.CHANGED, True)
    assert [each.field for each in tie.fields if each.field == "confirmed"] == ["confirmed"]


def test_that_somebody_stays_outside_is_no_change_but_for_the_coordinator() -> None:
    """It is for the coordinating office alone."""
    before, after = network(organization("a")), network(organization("a", asked=Asked.LEFT_OUT))
    assert rows(before, after) == []
    assert rows(before, after, confidential=True) == [("changed", ("a",))]


def test_measures_stand_side_by_side() -> None:
    """Only those that differ; seats by sector and level."""
    before = network(person("a"), body("AK"), seats("AK", "a"))
    after = network(person("a"), person("b"), body("AK"), seats("AK", "a", "b"))
    found = {
        row.ids: (row.before, row.after)
        for row in compare(before, after)
        if row.aspect is Aspect.MEASURE
    }
    assert found == {
        ("persons",): (1, 2),
        ("memberships",): (1, 2),
        ("seats", "", ""): (1, 2),
    }


some = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@some
@given(networks_of_records())
def test_a_network_does_not_differ_from_itself(records: list[Record]) -> None:
    """Whatever it holds, and in whatever order."""
    as_of = period("2024")
    first = Network.from_records(records, as_of=as_of)
    assert compare(first, Network.from_records(records[::-1], as_of=as_of)) == []


@some
@given(networks_of_records(), st.data())
def test_turned_round_what_came_has_gone(records: list[Record], data: st.DataObject) -> None:
    """By the same number of rows of each aspect."""
    part = data.draw(st.lists(st.sampled_from(records), unique_by=id)) if records else []
    before, after = (Network.from_records(each, as_of=period("2024")) for each in (part, records))

    def counts(rows: list[Change], change: ChangeType) -> list[tuple[str, tuple[str, ...]]]:
        return sorted((row.aspect.value, row.ids) for row in rows if row.change is change)

    there, back = compare(before, after), compare(after, before)
    if not any(row.change is ChangeType.RENAMED for row in there + back):
        assert counts(there, ChangeType.CAME) == counts(back, ChangeType.WENT)
        assert counts(there, ChangeType.WENT) == counts(back, ChangeType.CAME)
