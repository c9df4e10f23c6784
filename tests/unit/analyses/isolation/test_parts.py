"""Parts by themselves, and who hangs on one person or one tie."""

from __future__ import annotations

from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Aspect
from netmap.network import Network
from netmap.vocabulary import Status
from tests.small_networks import body, exchange, line, network, organization, person, seat, seats


def parts(made: Network) -> list[tuple[str, tuple[str, ...]]]:
    """Who speaks for each part by itself, and who belongs to it."""
    return [(row.id, row.part_ids) for row in isolates(made) if row.aspect is Aspect.COMPONENT]


def hanging(made: Network, aspect: Aspect) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Who hangs on whom, with all it is tied to."""
    return [(row.id, row.via_id, row.part_ids) for row in isolates(made) if row.aspect is aspect]


def test_all_but_the_largest_part_are_listed_largest_first() -> None:
    """By who has most ties in it; those without any tie are none."""
    made = network(
        [organization(each) for each in "abcdefghijkl"],
        *(exchange(*pair) for pair in ("ab", "bc", "cd", "ef", "fg", "hi")),
    )
    assert parts(made) == [("f", ("e", "f", "g")), ("h", ("h", "i"))]


def test_of_equal_parts_the_first_by_id_is_the_main_one() -> None:
    """Some part has to be."""
    made = network([organization(each) for each in "abcd"], exchange("a", "b"), exchange("c", "d"))
    assert parts(made) == [("c", ("c", "d"))]


def test_persons_hold_their_organisation_together_and_count_as_it() -> None:
    """Two employees in two bodies connect these."""
    made = network(
        organization("office"),
        person("x", "office"),
        person("y", "office"),
        body("A"),
        body("B"),
        seat("x", "A"),
        seat("y", "B"),
    )
    assert parts(made) == []


def test_an_organisation_and_what_is_part_of_it_hang_together() -> None:
    """But without any tie they are two without ties."""
    made = network(
        organization("town"),
        organization("office", parent_id="town"),
        organization("roof"),
        organization("club", parent_id="roof"),
        body("AK"),
        organization("a"),
        seats("AK", "town", "a"),
    )
    assert parts(made) == []


def test_a_dissolved_body_connects_nobody() -> None:
    """Whoever sat in it alone together sits in it no more."""
    made = network(
        [organization(each) for each in "abcd"],
        body("old", status=Status.DISSOLVED),
        exchange("a", "b"),
        exchange("c", "d"),
        seats("old", "a", "c"),
    )
    assert parts(made) == [("c", ("c", "d"))]


def test_all_ties_over_one_person() -> None:
    """Several ties that the same person carries, by seats or exchange."""
    made = network(
        organization("office"),
        person("x", "office"),
        person("y", "office"),
        organization("other"),
        body("A"),
        body("B"),
        seat("x", "A"),
        exchange("x", "other"),
        seats("B", "other"),
    )
    assert hanging(made, Aspect.HANGS_ON_PERSON) == [("office", "x", ("A", "other"))]


def test_a_second_carrier_or_a_seat_of_the_house_itself_is_no_dependence() -> None:
    """Who may sit on a seat that the organisation holds is not said."""
    made = [
        organization("office"),
        person("x", "office"),
        person("y", "office"),
        *(body(each) for each in "ABC"),
        seat("x", "A"),
        seat("x", "B"),
    ]
    assert hanging(network(made, seat("y", "C")), Aspect.HANGS_ON_PERSON) == []
    assert hanging(network(made, seat("office", "C")), Aspect.HANGS_ON_PERSON) == []
    assert hanging(network(made, seat("x", "C")), Aspect.HANGS_ON_PERSON) != []


def test_who_sits_somewhere_on_behalf_of_another_carries_its_tie() -> None:
    """The one whose seats are all held by another's employee hangs on that person."""
    made = network(
        organization("speaks"),
        organization("spoken"),
        person("x", "speaks"),
        body("A"),
        body("B"),
        seat("x", "A", "spoken"),
        seat("x", "B", "spoken"),
    )
    assert ("spoken", "x", ("A", "B")) in hanging(made, Aspect.HANGS_ON_PERSON)


def test_one_tie_alone() -> None:
    """However often and by whomever it is recorded; parts and persons count for the whole."""
    made = network(
        organization("a"),
        organization("b"),
        organization("town"),
        organization("office", parent_id="town"),
        exchange("a", "b"),
        line("a", "b"),
        exchange("b", "office"),
        exchange("town", "a"),
    )
    assert hanging(made, Aspect.HANGS_ON_TIE) == [("office", "b", ("b",))]
