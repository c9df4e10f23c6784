"""Missing exchange: what the two sides of a tie, and the coordinating office, say."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import Network
from netmap.vocabulary import Asked, Status
from tests.small_networks import body, exchange, network, organization, person, seat, seats

ONE_SIDED = MissingLinkRule.ONE_SIDED_REPORT
NUMBERS = MissingLinkRule.DIFFERENT_NUMBERS
COORDINATION = MissingLinkRule.PARTNER_WITHOUT_EXCHANGE_WITH_COORDINATION


def rows(made: Network, rule: MissingLinkRule) -> list[MissingLink]:
    """Rows of one rule."""
    return [row for row in missing_exchange(made) if row.rule is rule]


def between(*ties: dict[str, Any], asked: Asked | None = Asked.ANSWERED) -> Network:
    """Ties between A, for which Ada works, and B, which was asked or not."""
    return network(
        organization("A"),
        organization("B", asked=asked),
        organization("third"),
        person("ada", "A"),
        [exchange("A", "B", id=f"t{number}", **tie) for number, tie in enumerate(ties)],
    )


def test_a_tie_that_the_other_side_denies_is_one_sided() -> None:
    """Whether the other side was asked does not matter: it has spoken."""
    (row,) = rows(between({"confirmed": False}, asked=None), ONE_SIDED)
    assert (row.source_id, row.target_id, row.tie_ids, row.strength) == ("A", "B", ("t0",), 1.0)


def test_a_tie_that_the_other_side_left_out_of_its_answer_is_one_sided() -> None:
    """The other side was asked, answered, and did not name it."""
    (row,) = rows(between({"reported_by_id": "A"}), ONE_SIDED)
    assert row.strength == 0.5


@pytest.mark.parametrize("asked", [None, Asked.NOT_ASKED, Asked.NO_ANSWER])
def test_silence_of_somebody_who_did_not_answer_says_nothing(asked: Asked | None) -> None:
    """Unknown is not no."""
    assert rows(between({"reported_by_id": "A"}, asked=asked), ONE_SIDED) == []


@pytest.mark.parametrize(
    "ties",
    [
        [{"reported_by_id": "A", "confirmed": True}],
        [{"reported_by_id": "A"}, {"reported_by_id": "B"}],
        [{"reported_by_id": "A"}, {"confirmed": True}],
        [{"reported_by_id": "third"}],
        [{}],
    ],
)
def test_ties_that_both_name_or_a_third_reported_are_not_one_sided(
    ties: list[dict[str, Any]],
) -> None:
    """One confirmed tie is enough for the pair; of a third party's report neither side is one."""
    assert rows(between(*ties), ONE_SIDED) == []


def test_who_works_for_a_side_reports_for_it() -> None:
    """Ada's report is A's."""
    (row,) = rows(between({"reported_by_id": "ada"}), ONE_SIDED)
    assert row.tie_ids == ("t0",)


def test_an_answer_of_the_organisation_is_one_of_who_works_for_it() -> None:
    """Ada is not asked by herself when A has answered."""
    made = network(
        organization("A", asked=Asked.ANSWERED),
        organization("B"),
        person("ada", "A"),
        exchange("ada", "B", reported_by_id="B"),
    )
    assert len(rows(made, ONE_SIDED)) == 1


def test_numbers_that_differ_by_the_factor_two_are_listed() -> None:
    """Twice as many is listed, less is not; of several reports of a side the largest counts."""
    a, b = {"reported_by_id": "A"}, {"reported_by_id": "B"}
    twice = between({**a, "contacts_per_year": 6}, {**b, "contacts_per_year": 12})
    (row,) = rows(twice, NUMBERS)
    assert (row.strength, row.tie_ids) == (0.5, ("t0", "t1"))
    less = between({**a, "contacts_per_year": 7}, {**b, "contacts_per_year": 12})
    assert rows(less, NUMBERS) == []
    largest = between(
        {**a, "contacts_per_year": 1},
        {**a, "contacts_per_year": 12},
        {**b, "contacts_per_year": 12},
    )
    assert rows(largest, NUMBERS) == []


def test_none_and_some_differ_but_none_and_none_do_not() -> None:
    """Zero contacts against one is a difference."""
    a, b = {"reported_by_id": "A"}, {"reported_by_id": "B"}
    differs = between({**a, "contacts_per_year": 0}, {**b, "contacts_per_year": 1})
    assert [row.strength for row in rows(differs, NUMBERS)] == [1.0]
    agrees = between({**a, "contacts_per_year": 0}, {**b, "contacts_per_year": 0})
    assert rows(agrees, NUMBERS) == []


def test_a_number_that_is_not_known_contradicts_nothing() -> None:
    """Neither do two numbers of the same side."""
    a, b = {"reported_by_id": "A"}, {"reported_by_id": "B"}
    assert rows(between({**a, "contacts_per_year": 12}, b), NUMBERS) == []
    same_side = between({**a, "contacts_per_year": 1}, {**a, "contacts_per_year": 12})
    assert rows(same_side, NUMBERS) == []


def test_who_stays_outside_is_not_asked_about_reports() -> None:
    """Neither by itself nor by who works for it."""
    made = network(
        organization("A", asked=Asked.LEFT_OUT),
        organization("B"),
        person("ada", "A"),
        exchange("A", "B", confirmed=False),
        exchange("ada", "B", confirmed=False),
    )
    assert rows(made, ONE_SIDED) == []


def office(name: str = "KoKo", **fields: Any) -> Any:
    """A coordinating office."""
    return organization(name, coordination={}, **fields)


def test_partners_without_exchange_with_the_office_are_listed() -> None:
    """Only organisations that are no bodies, and only where there is an office."""
    partners = [
        organization("A"),
        organization("B"),
        organization("gone", status=Status.DISSOLVED),
        body("AK"),
        person("p"),
        exchange("A", "B"),
    ]
    assert rows(network(partners), COORDINATION) == []
    found = rows(network(partners, office(), exchange("KoKo", "B")), COORDINATION)
    assert [(row.source_id, row.target_id, row.strength) for row in found] == [("A", "KoKo", 2 / 3)]


def test_the_office_and_what_it_is_part_of_are_no_partners() -> None:
    """The town is not asked about exchange with its own office, nor the office's own parts."""
    made = network(
        organization("town"),
        office(parent_id="town"),
        organization("desk", parent_id="KoKo"),
    )
    assert rows(made, COORDINATION) == []


def test_exchange_of_those_who_work_there_counts() -> None:
    """Ada of A talks with Kim of the office."""
    made = network(
        organization("A"),
        office(),
        person("ada", "A"),
        person("kim", "KoKo"),
        exchange("kim", "ada"),
    )
    assert rows(made, COORDINATION) == []


def test_bodies_in_which_both_meet_could_make_the_link() -> None:
    """A seat on behalf of the partner is one."""
    made = network(
        organization("A"),
        office(),
        person("kim", "KoKo"),
        person("p"),
        body("X"),
        body("Y"),
        seats("X", "kim", "A"),
        seat("kim", "Y"),
        seat("p", "Y", "A"),
    )
    (row,) = rows(made, COORDINATION)
    assert row.via_ids == ("X", "Y")


def test_exchange_with_any_of_several_offices_is_enough() -> None:
    """Of several offices none is named as the likelier one."""
    made = network(
        organization("A"), organization("B"), office("K1"), office("K2"), exchange("A", "K2")
    )
    found = rows(made, COORDINATION)
    assert [(row.source_id, row.target_id) for row in found if row.source_id in "AB"] == [
        ("B", None)
    ]


BOTH = [organization("chamber"), organization("school")]


def test_a_tie_whose_last_report_is_old_is_listed() -> None:
    """The strength grows with the calendar years since."""
    made = network(
        BOTH,
        exchange("chamber", "school", reported_at="2019"),
        exchange("school", "chamber", reported_at="2021-05"),
    )
    (row,) = rows(made, MissingLinkRule.TIE_NOT_RENEWED)
    assert (row.source_id, row.target_id, len(row.tie_ids)) == ("chamber", "school", 2)
    assert row.strength == 1 - 3 / 5


@pytest.mark.parametrize(
    "dates", [[None], ["2019", None], ["2019", "2024"], ["2022-06-30"], ["2022-06"], ["2022"]]
)
def test_a_report_that_is_young_or_undated_renews_a_tie(dates: list[str | None]) -> None:
    """Unknown dates are not old, nor is what may lie within the years."""
    ties = [exchange("chamber", "school", reported_at=each) for each in dates]
    assert rows(network(BOTH, ties), MissingLinkRule.TIE_NOT_RENEWED) == []


@pytest.mark.parametrize("date", ["2022-06-29", "2022-05", "2021"])
def test_a_partial_date_is_old_when_all_its_days_are(date: str) -> None:
    """At 30 June 2025, three years back."""
    made = network(BOTH, exchange("chamber", "school", reported_at=date))
    assert len(rows(made, MissingLinkRule.TIE_NOT_RENEWED)) == 1


def test_old_ties_of_the_left_out_and_the_gone_are_not_asked_about() -> None:
    """Nor of who works for them."""
    made = network(
        BOTH,
        organization("quiet", asked=Asked.LEFT_OUT),
        person("cy", "quiet"),
        body("gone", status=Status.DISSOLVED),
        *(exchange("school", each, reported_at="2010") for each in ("quiet", "cy", "gone")),
    )
    assert rows(made, MissingLinkRule.TIE_NOT_RENEWED) == []
