"""Which pairs of bodies are listed as overlapping, and with what, compared with plain sets."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.analyses.overlaps.side_by_side import PartOverlap
from netmap.analyses.overlaps.structure import structure_overlap
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Level
from tests.small_networks import body, organization, person, seat, topic, work

BODIES = ("A", "B", "C", "D")
HOUSES = ("H", "I", "J")
PEOPLE = {f"{house}{number}": house for house in HOUSES for number in range(3)}
TOPICS = ("s", "t", "u")
FUNCTIONS = ("steuern", "beraten")

drawn = st.fixed_dictionaries(
    {
        name: st.fixed_dictionaries(
            {
                "people": st.frozensets(st.sampled_from([*PEOPLE, *HOUSES]), max_size=7),
                "topics": st.frozensets(st.sampled_from(TOPICS)),
                "functions": st.frozensets(st.sampled_from(FUNCTIONS)),
                "level": st.sampled_from([None, Level.STEERING, Level.OPERATIONAL]),
                "territory": st.sampled_from(["", "Nord", "Süd"]),
                "parent": st.sampled_from([None, None, None, *BODIES]),
            }
        )
        for name in BODIES
    }
)
limits = st.builds(
    OverlapLimits,
    min_jaccard=st.integers(0, 4).map(lambda number: number / 4),
    min_containment=st.integers(0, 4).map(lambda number: number / 4),
    min_shared=st.integers(1, 3),
    min_topic_jaccard=st.integers(0, 4).map(lambda number: number / 4),
)

# How fast one example runs says more about the machine, which other tests share.
untimed = settings(deadline=None)


def made(of: dict[str, dict[str, object]]) -> Network:
    """The network that was drawn."""
    records: list[Record] = [
        *(organization(each) for each in HOUSES),
        *(person(each, house) for each, house in PEOPLE.items()),
        *(topic(each) for each in TOPICS),
    ]
    for name, said in of.items():
        parent = said["parent"] if said["parent"] != name else None
        fields = {field: said[field] for field in ("functions", "territory")}
        fields["functions"] = sorted(said["functions"])  # type: ignore[call-overload]
        records.append(body(name, said["level"], parent_id=parent, **fields))  # type: ignore[arg-type]
        records += [seat(each, name) for each in sorted(said["people"])]  # type: ignore[call-overload]
        records += work(name, *sorted(said["topics"]))  # type: ignore[call-overload]
    return Network.from_records(records)


def above(of: dict[str, dict[str, object]], name: str) -> set[object]:
    """What a body is part of, at any depth; itself where parents go round in a circle."""
    found: set[object] = set()
    reached = of[name]["parent"] if of[name]["parent"] != name else None
    while isinstance(reached, str) and reached not in found:
        found.add(reached)
        reached = of[reached]["parent"] if of[reached]["parent"] != reached else None
    return found


def jaccard(one: set[str], other: set[str]) -> Fraction | None:
    """Exactly; nobody knows where one is empty."""
    return Fraction(len(one & other), len(one | other)) if one and other else None


def sets(said: dict[str, object]) -> dict[str, set[str]]:
    """Everything that a body has."""
    people: set[str] = set(said["people"])  # type: ignore[call-overload]
    return {
        "members": people,
        "persons": people - set(HOUSES),
        "organizations": {PEOPLE.get(each, each) for each in people},
        "topics": set(said["topics"]),  # type: ignore[call-overload]
        "functions": set(said["functions"]),  # type: ignore[call-overload]
        "target_groups": set(),
    }


@untimed
@given(drawn, limits)
def test_pairs_are_those_that_reach_a_threshold(
    of: dict[str, dict[str, object]], asked: OverlapLimits
) -> None:
    """No pair is missing, none is too many, and every part is what sets give."""
    expected = set()
    for a, b in combinations(BODIES, 2):
        one, other = sets(of[a]), sets(of[b])
        shared = {part: len(one[part] & other[part]) for part in one}
        shares = {part: jaccard(one[part], other[part]) for part in one}
        least = min(len(one["members"]), len(other["members"])) or 1
        people = any(
            shared[part] >= asked.min_shared and (shares[part] or 0) >= asked.min_jaccard
            for part in ("members", "organizations")
        )
        people |= (
            shared["members"] >= asked.min_shared
            and shared["members"] / least >= asked.min_containment
        )
        apart = any(
            of[a][field] and of[b][field] and of[a][field] != of[b][field]
            for field in ("level", "territory")
        )
        nested = b in above(of, a) or a in above(of, b)
        topics = bool(shared["topics"]) and (shares["topics"] or 0) >= asked.min_topic_jaccard
        if people or (topics and not apart and not nested):
            expected.add((a, b))
    rows = structure_overlap(made(of), limits=asked)
    assert {row.bodies for row in rows} == expected
    assert len(rows) == len(expected)
    for row in rows:
        one, other = (sets(of[each]) for each in row.bodies)
        for part in one:
            found: PartOverlap = getattr(row, part)
            assert found.sizes == (len(one[part]), len(other[part]))
            assert found.shared_ids == tuple(sorted(one[part] & other[part]))
            share = jaccard(one[part], other[part])
            assert found.jaccard == (None if share is None else float(share))
        assert row.reasons
        assert (row.kind is OverlapKind.SUBGROUP) == row.nested
        assert row.nested == any(
            each in above(of, other_one)
            for each, other_one in (row.bodies, (row.bodies[1], row.bodies[0]))
        )


@untimed
@given(drawn)
def test_what_is_not_recorded_is_never_a_reason(of: dict[str, dict[str, object]]) -> None:
    """Nothing is called other, or the same, of which one body has nothing recorded."""
    needs = {
        "same_members": "members",
        "other_members": "members",
        "same_organizations": "organizations",
        "same_topics": "topics",
        "other_topics": "topics",
        "other_functions": "functions",
    }
    for row in structure_overlap(made(of)):
        for reason in row.reasons:
            part = needs.get(reason.fact.value)
            assert part is None or getattr(row, part).jaccard is not None
            if reason.fact.value == "other_level":
                assert all(of[each]["level"] for each in row.bodies)


@untimed
@given(drawn, st.sampled_from(BODIES), st.sampled_from(BODIES))
def test_a_further_common_member_leaves_no_less_in_common(
    of: dict[str, dict[str, object]], first: str, second: str
) -> None:
    """Whatever else that says about the kind."""
    more = {
        name: said | {"people": frozenset(said["people"]) | {"H0"}}  # type: ignore[call-overload]
        if name in {first, second}
        else said
        for name, said in of.items()
    }
    everything = OverlapLimits(min_jaccard=0, min_containment=0, min_shared=1)
    before = {row.bodies: row for row in structure_overlap(made(of), limits=everything)}
    after = {row.bodies: row for row in structure_overlap(made(more), limits=everything)}
    for bodies, row in before.items():
        assert set(row.members.shared_ids) <= set(after[bodies].members.shared_ids)
        assert set(row.persons.shared_ids) <= set(after[bodies].persons.shared_ids)
