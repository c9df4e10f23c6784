"""What holds of who stands apart, and of who introduces them, in networks of any shape."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from netmap.analyses.isolation.core import core_positions
from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Aspect, Reason
from netmap.analyses.participation.levels import participation
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Status
from tests.strategies import networks_of_records

of_any_shape = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def silent(network: Network) -> set[str]:
    """Who stays outside on purpose, and what is dissolved or merged."""
    fields = zip(network.values("asked"), network.values("status"), strict=True)
    return {
        network.actor_ids[actor]
        for actor, (asked, status) in enumerate(fields)
        if asked == Asked.LEFT_OUT or status in {Status.DISSOLVED, Status.MERGED}
    }


@of_any_shape
@given(networks_of_records())
def test_nobody_silent_is_named_but_in_confidence(records: list[Record]) -> None:
    """Not as isolate, go-between, part, or as whom somebody hangs on."""
    network = Network.from_records(records)
    hidden = silent(network)
    for row in isolates(network):
        if row.confidential:
            assert (row.aspect, row.bridge) == (Aspect.LEFT_OUT, None)
        else:
            named = {row.id, row.via_id, *row.part_ids}
            assert hidden.isdisjoint(named | {row.bridge.id if row.bridge else None})


@of_any_shape
@given(networks_of_records())
def test_each_row_stands_once_with_a_reason_that_fits(records: list[Record]) -> None:
    """One row an actor and aspect; who answered is never told to be unasked."""
    rows = isolates(Network.from_records(records))
    assert len({(row.id, row.aspect) for row in rows}) == len(rows)
    for row in rows:
        assert (row.reason is Reason.NOT_ASKED) == (row.asked is Asked.NOT_ASKED)
        assert (row.reason is Reason.NO_ANSWER) == (row.asked is Asked.NO_ANSWER)
        if row.bridge is not None:
            assert row.bridge.grounds
            assert row.bridge.id != row.id


@of_any_shape
@given(networks_of_records())
def test_shares_of_groups_add_up(records: list[Record]) -> None:
    """At each level the known shares of seats make up the whole, or nothing is known."""
    rows = participation(Network.from_records(records))
    for level in {row.level for row in rows}:
        shares = [row.share_of_seats for row in rows if row.level == level and row.group]
        known = [share for share in shares if share is not None]
        assert not known or abs(sum(known) - 1) < 1e-9


@of_any_shape
@given(networks_of_records())
def test_nobody_has_a_core_number_beyond_its_ties(records: list[Record]) -> None:
    """And who is in the core is tied to somebody."""
    for row in core_positions(Network.from_records(records)):
        assert 0 <= row.core_number <= row.ties
        assert row.ties > 0 or not row.core
