from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.spatial import cKDTree

from examples import city
from netmap.dates import period
from netmap.model import AnyRecord, ExchangeTie, Membership, Organization, Person
from netmap.network import Network
from netmap.values import Record
from netmap.views.layout import Layout, layout, layout_together
from netmap.views.layout_circles import LARGEST_BODY_RADIUS, ORGANIZATION_RADIUS, PERSON_RADIUS
from netmap.views.layout_places import BandKind
from netmap.vocabulary import Level, Role


def _network(*records: Record) -> Network:
    return Network.from_records(records)


def _seat(person: str, body: str, role: Role = Role.MEMBER) -> Membership:
    return Membership(id=f"{person} in {body}", member_id=person, organization_id=body, role=role)


def _radii(network: Network) -> np.ndarray:
    return np.where(
        network.person_mask,
        PERSON_RADIUS,
        np.where(network.body_mask, LARGEST_BODY_RADIUS, ORGANIZATION_RADIUS),
    )


def _overlaps(network: Network, placed: Layout) -> list[tuple[str, str]]:
    radii = _radii(network)
    near = cKDTree(placed.positions).query_pairs(2 * LARGEST_BODY_RADIUS)
    return [
        (network.actor_ids[a], network.actor_ids[b])
        for a, b in near
        if np.hypot(*(placed.positions[a] - placed.positions[b])) < radii[a] + radii[b]
    ]


def _band_of(network: Network, placed: Layout, actor_id: str) -> BandKind:
    x, y = placed.positions[network.actor_index[actor_id]]
    (band,) = [
        band
        for band in placed.bands
        if band.left <= x <= band.right and band.top <= y <= band.bottom
    ]
    return band.kind


@pytest.fixture(scope="module")
def large_city() -> Network:
    """The example of the large-city size."""
    return Network.from_records(city.records())


def test_bodies_stand_in_bands_by_level_politics_on_top() -> None:
    """Political, steering, operational, ad hoc, unknown: from top to bottom."""
    levels = [*Level, None]
    network = _network(
        *(
            Organization(id=f"{number}", name="Body", meets=True, level=level)
            for number, level in reversed(list(enumerate(levels)))
        ),
        *(Person(id=f"p{number}.{each}", name="P") for number in range(5) for each in range(40)),
        *(_seat(f"p{number}.{each}", f"{number}") for number in range(5) for each in range(40)),
    )
    placed = layout(network)
    assert [_band_of(network, placed, f"{number}") for number in range(5)] == [
        BandKind.POLITICAL,
        BandKind.STEERING,
        BandKind.OPERATIONAL,
        BandKind.AD_HOC,
        BandKind.LEVEL_UNKNOWN,
    ]
    heights = [placed.positions[network.actor_index[f"{number}"]][1] for number in range(3)]
    assert heights == sorted(heights)
    assert [band.kind for band in placed.bands][:3] == list(BandKind)[:3]


def test_people_stand_around_the_body_they_lead_else_the_smallest_they_sit_in() -> None:
    """A chair stands at the own body however large; a member at the most particular one."""
    crowd = [Person(id=f"c{number}", name="C") for number in range(9)]
    network = _network(
        Organization(id="large", name="Large", meets=True),
        Organization(id="small", name="Small", meets=True),
        Person(id="chair", name="Chair"),
        Person(id="member", name="Member"),
        *crowd,
        *(_seat(each.id, "large") for each in crowd),
        _seat("chair", "large", Role.CHAIR),
        _seat("chair", "small"),
        _seat("member", "large"),
        _seat("member", "small"),
    )
    placed = layout(network)
    index = network.actor_index
    assert placed.hubs[index["chair"]] == index["large"]
    assert placed.hubs[index["member"]] == index["small"]


def test_organizations_stand_where_most_of_their_people_sit() -> None:
    """An office whose people hold two seats here and one there stands here."""
    network = _network(
        Organization(id="office", name="Office"),
        Organization(id="here", name="Here", meets=True),
        Organization(id="there", name="There", meets=True),
        *(Person(id=each, name=each, organization_id="office") for each in "abc"),
        _seat("a", "here"),
        _seat("b", "here"),
        _seat("c", "there"),
    )
    placed = layout(network)
    assert placed.hubs[network.actor_index["office"]] == network.actor_index["here"]


def test_isolates_and_the_seatless_have_bands_of_their_own() -> None:
    """Nobody is left out: who has no tie and who has no seat can be seen as such."""
    network = _network(
        Organization(id="body", name="Body", meets=True, level=Level.STEERING),
        Person(id="member", name="Member"),
        _seat("member", "body"),
        Organization(id="talks", name="Talks"),
        ExchangeTie(id="tie", source_id="talks", target_id="body"),
        Organization(id="alone", name="Alone"),
        Person(id="nobody", name="Nobody"),
    )
    placed = layout(network)
    assert _band_of(network, placed, "talks") is BandKind.NO_SEAT
    assert _band_of(network, placed, "alone") is BandKind.ISOLATED
    assert _band_of(network, placed, "nobody") is BandKind.ISOLATED
    assert _band_of(network, placed, "member") is BandKind.STEERING


def test_nobody_there_is_no_map() -> None:
    """A network without actors has neither positions nor bands."""
    placed = layout(_network())
    assert placed.positions.shape == (0, 2)
    assert placed.bands == ()


def test_a_large_city_takes_less_than_two_seconds(large_city: Network) -> None:
    """300 organisations, 1,000 persons and 100 bodies are placed while one waits."""
    assert len(large_city.actor_ids) >= 1_400
    start = time.perf_counter()
    layout(large_city)
    assert time.perf_counter() - start < 2


def test_in_a_large_city_no_marks_overlap_and_all_stand_in_bands(large_city: Network) -> None:
    """Every one of 1,400 marks can be seen, clicked and assigned to its band."""
    placed = layout(large_city)
    assert _overlaps(large_city, placed) == []
    for actor_id in large_city.actor_ids:
        _band_of(large_city, placed, actor_id)


def test_the_map_is_as_wide_as_a_screen(large_city: Network) -> None:
    """A projector shows the whole map without large empty margins."""
    bands = layout(large_city).bands
    width = max(band.right for band in bands) - min(band.left for band in bands)
    height = max(band.bottom for band in bands) - min(band.top for band in bands)
    assert 1.4 < width / height < 2.3


def test_positions_do_not_depend_on_the_order_of_records(large_city: Network) -> None:
    """The same network gives the same map, to the last digit, however it was read."""
    records = sorted(city.records(), key=lambda record: record.id[::-1])
    again = layout(Network.from_records(records))
    assert np.array_equal(again.positions, layout(large_city).positions)
    assert again.bands == layout(large_city).bands


def test_tied_circles_stand_closer_together_than_others(large_city: Network) -> None:
    """Within a band, bodies that share people or talk stand nearer than by chance."""
    placed = layout(large_city)
    exchange = large_city.exchange
    hubs = placed.hubs
    bodies = (
        large_city.body_mask[hubs[exchange.source]] & large_city.body_mask[hubs[exchange.target]]
    )
    source, target = hubs[exchange.source[bodies]], hubs[exchange.target[bodies]]
    other = source != target
    x = placed.positions[:, 0]
    tied = np.abs(x[source[other]] - x[target[other]]).mean()
    shuffled = np.random.default_rng(3).permutation(target[other])
    assert tied < 0.95 * np.abs(x[source[other]] - x[shuffled]).mean()


@st.composite
def _records(draw: st.DrawFn) -> list[AnyRecord]:
    bodies = draw(st.integers(0, 6))
    offices = draw(st.integers(0, 6))
    persons = draw(st.integers(0, 60))
    levels = st.sampled_from([*Level, None])
    records: list[AnyRecord] = [
        *(
            Organization(id=f"b{number}", name="B", meets=True, level=draw(levels))
            for number in range(bodies)
        ),
        *(Organization(id=f"o{number}", name="O") for number in range(offices)),
        *(
            Person(
                id=f"p{number}",
                name="P",
                organization_id=draw(st.sampled_from([None, *(f"o{n}" for n in range(offices))])),
            )
            for number in range(persons)
        ),
    ]
    if bodies and persons:
        seats = draw(
            st.sets(st.tuples(st.integers(0, persons - 1), st.integers(0, bodies - 1)), max_size=90)
        )
        records += [_seat(f"p{person}", f"b{body}") for person, body in sorted(seats)]
    return records


@settings(max_examples=40, deadline=None)
@given(records=_records())
def test_marks_never_overlap(records: list[AnyRecord]) -> None:
    """Whoever sits wherever: each mark has room of its own inside one band."""
    network = Network.from_records(records)
    placed = layout(network)
    assert _overlaps(network, placed) == []
    for actor_id in network.actor_ids:
        _band_of(network, placed, actor_id)


def _places(network: Network, placed: Layout) -> dict[str, tuple[float, float]]:
    return {
        actor: (x, y)
        for actor, (x, y) in zip(network.actor_ids, placed.positions.tolist(), strict=True)
    }


def test_who_is_there_at_both_dates_stands_in_the_same_place(large_city: Network) -> None:
    """Whichever of both maps is drawn, and nobody overlaps in either."""
    then, now = large_city.at(period("2019")), large_city.at(period("2026-06"))
    before, after = layout_together(then, now), layout_together(now, then)
    old, new = _places(then, before), _places(now, after)
    assert old.keys() != new.keys()
    assert {each: old[each] for each in old.keys() & new.keys()} == {
        each: new[each] for each in old.keys() & new.keys()
    }
    assert _overlaps(then, before) == []
    assert _overlaps(now, after) == []


def test_a_snapshot_and_today_share_their_places() -> None:
    """Records that only one of both has, too; the later word about the others counts."""
    kept = [Organization(id="a", name="A"), Organization(id="body", name="Body", meets=True)]
    snapshot = Network.from_records([*kept, Organization(id="gone", name="Gone")], revision=1)
    today = Network.from_records(
        [*kept, Organization(id="new", name="New"), _seat("a", "body")], revision=2
    )
    old = _places(snapshot, layout_together(snapshot, today))
    new = _places(today, layout_together(today, snapshot))
    assert {each: old[each] for each in ("a", "body")} == {
        each: new[each] for each in ("a", "body")
    }
    assert set(old) == {"a", "body", "gone"}
    assert set(new) == {"a", "body", "new"}
