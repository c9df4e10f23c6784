"""How information travels from steering to everybody and back."""

from __future__ import annotations

from netmap.analyses.flow import Flow, flow
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Level, Status
from tests.small_networks import (
    body,
    exchange,
    line,
    network,
    organization,
    person,
    seat,
    seats,
)

STEERING = body("steering", Level.STEERING)


def rows(made: Network) -> dict[str, Flow]:
    """Rows by target."""
    return {row.id: row for row in flow(made)}


def ways(row: Flow) -> tuple[tuple[str, ...] | None, tuple[str, ...] | None]:
    """Both ways by ids."""
    return None if row.down is None else row.down.ids, None if row.up is None else row.up.ids


def test_members_carry_news_to_their_other_bodies_and_houses() -> None:
    """A seat, a house and exchange lead in both directions; the nearest steering body counts."""
    made = network(
        STEERING,
        body("far", Level.STEERING),
        body("group", Level.OPERATIONAL),
        organization("office"),
        organization("club"),
        person("ada", "office"),
        seats("steering", "ada"),
        seats("group", "ada"),
        exchange("office", "club"),
    )
    found = rows(made)
    assert ways(found["group"]) == (("steering", "ada", "group"), ("group", "ada", "steering"))
    assert ways(found["office"])[0] == ("steering", "ada", "office")
    assert ways(found["club"])[0] == ("steering", "ada", "office", "club")
    assert set(found) == {"group", "office", "club"}


def test_a_report_goes_up_and_comes_back_only_where_that_is_recorded() -> None:
    """Unknown is not no, but it is no recorded way either."""
    group = body("group", Level.OPERATIONAL)
    found = rows(network(STEERING, group, line("group", "steering")))["group"]
    assert ways(found) == (None, ("group", "steering"))
    returned = line("group", "steering").model_copy(update={"returns_decisions": True})
    both = rows(network(STEERING, group, returned))["group"]
    assert ways(both) == (("steering", "group"), ("group", "steering"))


def test_a_bottleneck_lies_on_every_way_however_long() -> None:
    """A second way, even a longer one, ends it."""
    base: list[Record] = [
        STEERING,
        *(organization(each) for each in ("a", "b", "c", "d")),
        *seats("steering", "a"),
        exchange("a", "b"),
        exchange("b", "d"),
    ]
    found = rows(network(base))["d"]
    assert found.down is not None
    assert found.down.bottleneck_ids == ("a", "b")
    longer = rows(network(base, exchange("a", "c"), exchange("c", "d")))["d"]
    assert longer.down is not None
    assert longer.down.bottleneck_ids == ("a",)
    assert longer.down.steps == 3


def test_the_way_back_names_bottlenecks_in_its_own_order() -> None:
    """From the target up to steering."""
    found = rows(
        network(
            STEERING,
            *(organization(each) for each in ("a", "b", "d")),
            seats("steering", "a"),
            exchange("a", "b"),
            exchange("b", "d"),
        )
    )["d"]
    assert found.up is not None
    assert found.up.ids == ("d", "b", "a", "steering")
    assert found.up.bottleneck_ids == ("b", "a")


def test_who_is_gone_or_left_out_has_no_row() -> None:
    """A question about them would help nobody."""
    made = network(
        STEERING,
        body("old", Level.OPERATIONAL, status=Status.DISSOLVED),
        organization("outside", asked=Asked.LEFT_OUT),
        organization("club"),
    )
    assert list(rows(made)) == ["club"]
    assert ways(rows(made)["club"]) == (None, None)


def test_without_steering_there_is_nothing_to_follow() -> None:
    """And an empty network raises nothing."""
    assert flow(network(body("group", Level.OPERATIONAL), organization("club"))) == []
    assert flow(network()) == []


def test_persons_stand_by_their_function() -> None:
    """Without one the name is left out where that is asked for; the id stays."""
    made = network(
        STEERING,
        organization("office"),
        person("ada", "office", function="Leitung"),
        person("bo"),
        seats("steering", "ada"),
        seat("bo", "steering"),
    )
    (office, bo) = flow(made, functions_only=True)[::-1]
    assert office.down is not None
    assert office.down.names == ("steering", "Leitung", "office")
    assert (bo.id, bo.name) == ("bo", "")
