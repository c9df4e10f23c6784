"""What works well, as rows of one kind."""

from __future__ import annotations

from netmap.analyses.strength_rows import StrengthKind, strengths
from netmap.vocabulary import Asked, Level, Sector
from tests.small_networks import body, exchange, line, network, organization, person, seats


def test_every_kind_has_its_rows_in_order() -> None:
    """Exchange, bodies, links between levels, word back."""
    made = network(
        organization("office", sector=Sector.ADMINISTRATION),
        organization("school", sector=Sector.EDUCATION),
        organization("firm", sector=Sector.BUSINESS),
        body("Lenkung", Level.STEERING),
        body("AK", Level.OPERATIONAL),
        seats("AK", "office", "school", "firm"),
        seats("Lenkung", "office"),
        line("AK", "Lenkung").model_copy(update={"returns_decisions": True}),
        exchange("office", "school", contacts_per_year=12, confirmed=True),
    )
    found = strengths(made)
    assert [(row.kind, row.ids) for row in found] == [
        (StrengthKind.REGULAR_EXCHANGE, ("office", "school")),
        (StrengthKind.WELL_CONNECTED_BODY, ("AK",)),
        (StrengthKind.LEVEL_BRIDGE, ("office",)),
        (StrengthKind.LINE_WITH_RETURN, ("AK", "Lenkung")),
    ]
    exchange_row, body_row, link, _ = found
    assert exchange_row.contacts_per_year == 12
    assert body_row.with_ids == ("Lenkung",)
    assert set(body_row.sectors) == {Sector.ADMINISTRATION, Sector.EDUCATION, Sector.BUSINESS}
    assert link.with_ids == ("Lenkung", "AK")


def test_a_line_without_return_or_with_somebody_outside_is_no_row() -> None:
    """Unknown is not yes, and of who stays outside nothing is said."""
    outside = organization("outside", asked=Asked.LEFT_OUT)
    told = line("outside", "AK").model_copy(update={"returns_decisions": True})
    assert strengths(network(body("AK"), body("B"), line("B", "AK"), outside, told)) == []


def test_persons_stand_by_their_function() -> None:
    """As everywhere where others look."""
    made = network(
        person("ada", function="Leitung"),
        organization("club"),
        exchange("ada", "club", contacts_per_year=12, confirmed=True),
    )
    assert strengths(made)[0].names == ("Leitung", "club")
