"""One value that does not fit never costs the record."""

from __future__ import annotations

from netmap.errors import Place
from netmap.ingest.fitting import fitted, open_attributes
from netmap.model import Organization

PLACE = Place(file="list.xlsx", line=3)


def test_what_fits_is_kept_and_only_that_counts_as_given() -> None:
    """Fields that the source does not name stay out of the set of given fields."""
    record, problems = fitted(Organization, {"id": "a", "name": "AG"}, PLACE)
    assert record is not None
    assert record.model_fields_set == {"id", "name"}
    assert problems == []


def test_a_text_that_is_too_long_is_cut_and_kept_whole_among_the_attributes() -> None:
    """Nothing is lost, and the warning names place and field."""
    name = "AG " + "x" * 1_200
    record, problems = fitted(Organization, {"id": "a", "name": name}, PLACE)
    assert isinstance(record, Organization)
    assert len(record.name) == 1_000
    assert record.attributes["name"] == name
    assert [(each.code, each.place.line) for each in problems] == [("ingest.value_cut", 3)]


def test_a_value_out_of_range_moves_to_the_attributes() -> None:
    """A body with 5,000 meetings a year is taken over without that number."""
    values = {"id": "a", "name": "AG", "meetings_per_year": 5_000, "attributes": {"Fax": "1"}}
    record, problems = fitted(Organization, values, PLACE)
    assert isinstance(record, Organization)
    assert record.meetings_per_year is None
    assert record.attributes == {"Fax": "1", "meetings_per_year": 5_000}
    assert "5000" in problems[0].cause.de


def test_a_record_whose_required_values_do_not_fit_is_left_out_and_told() -> None:
    """There is no organisation without a name."""
    record, problems = fitted(Organization, {"id": "a", "name": " "}, PLACE)
    assert record is None
    assert problems[-1].code == "ingest.record_refused"


def test_attributes_hold_what_stores_can_hold() -> None:
    """Empty values go, nested ones become JSON text, huge numbers and control characters text."""
    assert open_attributes(
        {
            " Fax ": "12\x00",
            "Leer": "",
            "Liste": [1, "ü"],
            "Nummer": 1 << 80,
            "Quote": 0.5,
            "NaN": float("nan"),
            "Ja": True,
            "": "x",
            "id": 1,
        },
        without={"id"},
    ) == {"Fax": "12", "Liste": '[1, "ü"]', "Nummer": str(1 << 80), "Quote": 0.5, "Ja": True}
