"""What holds of every candidate in every network."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netmap.analyses.overlaps.candidate.answer import CandidateAnswer
from netmap.analyses.overlaps.candidate.held import PARTS
from netmap.analyses.overlaps.candidate.index import CandidateIndex
from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.analyses.overlaps.parts import OverlapBy, holdings
from netmap.analyses.overlaps.shared import overlap
from netmap.model import Organization, Person
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Status
from tests.small_networks import body, organization, person, seat, topic, work
from tests.strategies import networks_of_records

untimed = settings(deadline=None)
of_any_shape = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
EVERY = 10_000

_people = st.integers(0, 5).map(lambda number: f"person {number}")
_bodies = st.integers(0, 4).map(lambda number: f"body {number}")
_topics = st.sampled_from(["jobs", "sport", "music"])


@st.composite
def rooms(draw: st.DrawFn) -> list[Record]:
    """Persons of two houses or none in a few bodies, which work on topics."""
    houses = st.sampled_from([None, "office", "club"])
    return [
        organization("office"),
        organization("club"),
        *(person(f"person {number}", draw(houses)) for number in range(6)),
        *(body(f"body {number}") for number in range(5)),
        *(topic(name) for name in ("jobs", "sport", "music")),
        *(seat(*pair) for pair in draw(st.lists(st.tuples(_people, _bodies), max_size=16))),
        *(
            record
            for actor, name in draw(st.lists(st.tuples(_bodies | _people, _topics), max_size=8))
            for record in work(actor, name)
        ),
    ]


candidates = st.fixed_dictionaries(
    {
        "name": st.just("New"),
        "members": st.lists(_people | st.just("nobody"), max_size=5),
        "organizations": st.lists(st.sampled_from(["office", "CLUB"]), max_size=2),
        "topics": st.lists(_topics, max_size=3),
    }
).map(Candidate.model_validate)


@untimed
@given(rooms(), candidates, st.integers(1, 4))
def test_overlaps_equal_sets_and_exact_fractions(
    records: list[Record], candidate: Candidate, most: int
) -> None:
    """Rows, figures and order are exact, and the short list is the start of the long one."""
    network = Network.from_records(records)
    index = CandidateIndex.of(network)
    found = index.query(candidate, most=EVERY).overlaps
    houses = dict(zip(network.actor_ids, network.values("organization_id"), strict=True))
    members = {each for each in candidate.members if each != "nobody"}
    wanted = {
        OverlapBy.MEMBERS: members,
        OverlapBy.ORGANIZATIONS: {each.lower() for each in candidate.organizations}
        | {house for each in members if (house := houses[each])},
        OverlapBy.TOPICS: set(candidate.topics),
    }
    expected = []
    held = {part: holdings(network, part) for part in PARTS}
    for number, actor in enumerate(network.bodies.tolist()):
        shares = {}
        for part in PARTS:
            has = {held[part].ids[each] for each in held[part].sets.of(number).tolist()}
            both, either = has & wanted[part], has | wanted[part]
            shares[part] = (sorted(both), Fraction(len(both), max(len(either), 1)))
        ranked = sorted((-share for _, share in shares.values()))
        if ranked[0]:
            expected.append((ranked, network.actor_ids[actor], shares))
    expected.sort(key=lambda each: each[:2])
    assert [row.id for row in found] == [body_id for _, body_id, _ in expected]
    for row, (_, _, shares) in zip(found, expected, strict=True):
        for part in PARTS:
            shown, (common, share) = getattr(row, part.value), shares[part]
            assert (shown is None) == (not wanted[part])
            if shown is not None:
                assert (list(shown.shared_ids), shown.jaccard) == (common, float(share))
    short = index.query(candidate, most=most).overlaps
    assert short == found[:most]


@untimed
@given(rooms())
def test_a_copy_of_a_body_overlaps_the_others_as_the_body_does(records: list[Record]) -> None:
    """The same figures as the analysis of pairs, part by part."""
    network = Network.from_records(records)
    index = CandidateIndex.of(network)
    for part in PARTS:
        held, pairs = holdings(network, part), overlap(network, by=part)
        for number, actor in enumerate(network.bodies.tolist()):
            items = tuple(held.ids[each] for each in held.sets.of(number).tolist())
            if not items:
                continue
            copied = network.actor_ids[actor]
            answer = index.query(Candidate.model_validate({part.value: items}), most=EVERY)
            found = {row.id: getattr(row, part.value) for row in answer.overlaps}
            assert found.pop(copied).jaccard == 1
            told = {
                other: (row.shared_ids, row.jaccard, row.containment[turn])
                for row in pairs
                for turn, (this, other) in enumerate((row.bodies, row.bodies[::-1]))
                if this == copied
            }
            assert {
                other: (row.shared_ids, row.jaccard, row.containment[0])
                for other, row in found.items()
                if row.shared
            } == told


@untimed
@given(rooms(), candidates, _people)
def test_a_further_member_never_lowers_what_is_shared(
    records: list[Record], candidate: Candidate, more: str
) -> None:
    """Of any body and any part."""
    index = CandidateIndex.of(Network.from_records(records))
    further = candidate.model_copy(update={"members": (*candidate.members, more)})
    before = _shared(index.query(candidate, most=EVERY))
    after = _shared(index.query(further, most=EVERY))
    assert all(after[key] >= count for key, count in before.items())


def _shared(answer: CandidateAnswer) -> dict[tuple[str, OverlapBy], int]:
    return {
        (row.id, part): shown.shared
        for row in answer.overlaps
        for part in PARTS
        if (shown := getattr(row, part.value)) is not None
    }


@of_any_shape
@given(networks_of_records(), st.data())
def test_any_network_answers_and_keeps_what_is_confidential(
    records: list[Record], data: st.DataObject
) -> None:
    """Nobody who stays outside, and no body that is gone, is proposed; names need not be unique."""
    network = Network.from_records(records)
    texts = [*network.actor_ids, *network.labels, *network.topic_ids, *network.topic_names, "x"]
    some = st.lists(st.sampled_from(texts), max_size=5)
    candidate = Candidate(
        name="x",
        members=tuple(data.draw(some)),
        organizations=tuple(data.draw(some)),
        topics=tuple(data.draw(some)),
    )
    index = CandidateIndex.of(network)
    answer = index.query(candidate, most=EVERY)
    silent = {
        record.id
        for record in records
        if (isinstance(record, Person | Organization) and record.asked is Asked.LEFT_OUT)
        or (isinstance(record, Organization) and record.status in (Status.DISSOLVED, Status.MERGED))
    }
    for rows in (answer.overlaps, answer.meetings, answer.invitations):
        assert silent.isdisjoint(row.id for row in rows)
        assert {row.total_of_kind for row in rows} <= {len(rows)}
    for row in answer.invitations:
        assert silent.isdisjoint(row.body_ids)
        assert row.topic_ids or row.body_ids
    shuffled = CandidateIndex.of(Network.from_records(records[::-1]))
    assert shuffled.query(candidate, most=EVERY) == answer


@untimed
@given(rooms(), candidates)
def test_nobody_is_invited_who_is_there_already(
    records: list[Record], candidate: Candidate
) -> None:
    """Neither as a member nor by the organisation it works for."""
    network = Network.from_records(records)
    houses = dict(zip(network.actor_ids, network.values("organization_id"), strict=True))
    answer = CandidateIndex.of(network).query(candidate, most=EVERY)
    there = {*candidate.members, *(each.lower() for each in candidate.organizations)}
    there |= {houses[each] for each in candidate.members if each in houses}
    assert there.isdisjoint(row.id for row in answer.invitations)
    assert all(a.id != b.id for a, b in combinations(answer.invitations, 2))
