"""Missing exchange: whether what is decided above comes back down."""

from __future__ import annotations

import pytest

from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Asked, Level, Sector, Status
from tests.small_networks import body, exchange, line, network, organization, person, seat, seats

RETURN_FROM_POLITICS = MissingLinkRule.STEERING_WITHOUT_RETURN_FROM_POLITICS
LINE_WITHOUT_RETURN = MissingLinkRule.LINE_WITHOUT_RETURN


def rows(made: Network, rule: MissingLinkRule) -> list[MissingLink]:
    """Rows of one rule."""
    return [row for row in missing_exchange(made) if row.rule is rule]


STEERING = [
    body("SG", Level.STEERING),
    body("Ausschuss", Level.POLITICAL),
    organization("town"),
    person("ada"),
    *seats("SG", "ada"),
    *seats("Ausschuss", "ada"),
]


def test_a_way_to_politics_by_which_nothing_returns() -> None:
    """The row names the committee with common members, and who could carry the answer."""
    made = network(STEERING, line("SG", "Ausschuss", returns_decisions=False))
    (row,) = rows(made, RETURN_FROM_POLITICS)
    assert (row.source_id, row.target_id, row.via_ids) == ("SG", "Ausschuss", ("ada",))
    assert row.strength == 0.5


@pytest.mark.parametrize(
    "lines",
    [
        [line("SG", "Ausschuss")],
        [line("SG", "Ausschuss", returns_decisions=True)],
        [
            line("SG", "Ausschuss", returns_decisions=False),
            line("Ausschuss", "SG", returns_decisions=False),
        ],
        [
            line("SG", "Ausschuss", returns_decisions=False),
            line("Ausschuss", "town"),
            line("town", "SG"),
        ],
        [],
    ],
)
def test_a_way_back_or_one_that_nobody_denies_is_enough(lines: list[Record]) -> None:
    """Unknown is not no; without a way up, that is the question to ask first."""
    assert rows(network(STEERING, lines), RETURN_FROM_POLITICS) == []


def test_what_is_part_of_politics_hears_its_decisions() -> None:
    """From whole to part."""
    made = network(
        body("SG", Level.STEERING, parent_id="Rat"), organization("Rat", sector=Sector.POLITICS)
    )
    assert rows(made, RETURN_FROM_POLITICS) == []


def test_steering_that_is_gone_or_left_out_is_not_asked_about_returns() -> None:
    """Neither of them."""
    for fields in ({"status": Status.DISSOLVED}, {"asked": Asked.LEFT_OUT}):
        made = network(
            body("SG", Level.STEERING, **fields),
            body("Ausschuss", Level.POLITICAL),
            line("SG", "Ausschuss", returns_decisions=False),
        )
        assert rows(made, RETURN_FROM_POLITICS) == []


AK = [body("AK", Level.OPERATIONAL), body("SG", Level.STEERING), organization("office")]


def test_a_line_of_which_nothing_returns_starts_where_the_answer_would() -> None:
    """From the receiver to the sender, with the line and whoever sits in both."""
    told = line("AK", "SG", returns_decisions=False)
    made = network(AK, person("ada"), seat("ada", "AK"), seat("ada", "SG"), told)
    (row,) = rows(made, LINE_WITHOUT_RETURN)
    assert (row.source_id, row.target_id) == ("SG", "AK")
    assert (row.tie_ids, row.via_ids, row.strength) == ((told.id,), ("ada",), 0.5)


@pytest.mark.parametrize(
    "ties",
    [
        [line("AK", "SG")],
        [line("AK", "SG", returns_decisions=True)],
        [line("AK", "SG", returns_decisions=False), line("AK", "SG", returns_decisions=True)],
        [line("AK", "SG", returns_decisions=False), line("AK", "SG")],
        [line("AK", "SG", returns_decisions=False), line("SG", "AK")],
        [line("AK", "SG", returns_decisions=False), exchange("SG", "AK")],
        [line("AK", "AK", returns_decisions=False)],
    ],
)
def test_whatever_may_lead_back_ends_the_question(ties: list[Record]) -> None:
    """A return, a line back, exchange, or that nobody said so."""
    made = network(AK, ties)
    assert [row for row in rows(made, LINE_WITHOUT_RETURN) if row.target_id == "AK"] == []


def test_lines_of_the_gone_and_the_left_out_are_not_asked_about() -> None:
    """Nor those of persons who work for somebody who stays outside."""
    made = network(
        AK,
        body("gone", status=Status.MERGED),
        organization("quiet", asked=Asked.LEFT_OUT),
        person("bo", "quiet"),
        *(line(each, "SG", returns_decisions=False) for each in ("gone", "quiet", "bo")),
    )
    assert rows(made, LINE_WITHOUT_RETURN) == []
