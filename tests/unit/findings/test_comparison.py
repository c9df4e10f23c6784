"""Which questions are settled between two dates, and which are new."""

from __future__ import annotations

from netmap.analyses.comparison.change import ChangeType
from netmap.findings.comparison import finding_changes
from netmap.findings.findings import findings
from netmap.network import Network
from netmap.vocabulary import Asked
from tests.small_networks import body, exchange, network, organization, seats


def changes(before: Network, after: Network) -> set[tuple[str, ChangeType, bool]]:
    """Title, how it changed, and whether that is an improvement."""
    return {
        (row.text.en if row.text else "", row.change, row.improvement)
        for row in finding_changes(findings(before), findings(after), after)
    }


def test_a_settled_question_about_somebody_still_there_is_an_improvement() -> None:
    """And a strength that is new; a question that is new is none."""
    partners = [organization(each, asked=Asked.ANSWERED) for each in ("a", "b")]
    alone = network(partners)
    talking = network(partners, exchange("a", "b", contacts_per_year=12, confirmed=True))
    found = changes(alone, talking)
    assert ("No tie recorded yet", ChangeType.WENT, True) in found
    assert ("Regular exchange", ChangeType.CAME, True) in found
    back = changes(talking, alone)
    assert ("No tie recorded yet", ChangeType.CAME, False) in back
    assert ("Regular exchange", ChangeType.WENT, False) in back


def test_a_question_that_went_with_its_subject_is_no_improvement() -> None:
    """Nobody settled it."""
    partners = [organization("a"), body("AK"), *seats("AK", "a")]
    found = changes(network(partners, organization("b")), network(partners))
    assert ("No tie recorded yet", ChangeType.WENT, False) in found


def test_nothing_changes_where_nothing_changed() -> None:
    """The same kind about the same subjects is the same finding."""
    made = network(organization("a"), organization("b"))
    assert changes(made, made) == set()
