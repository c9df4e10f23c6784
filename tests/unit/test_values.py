"""What all records share."""

from __future__ import annotations

import copy

import pytest
from pydantic import ValidationError

from netmap.values import Record
from tests import small_networks as small

EVERY_KIND: list[Record] = [
    small.person("Ada", "office", start_date="2024"),
    small.body("board", attributes={"Raum": 7}),
    small.topic("sport"),
    small.seat("Ada", "board", "office"),
    small.exchange("Ada", "board", confirmed=True),
    small.line("board", "office"),
    small.cooperation("office", "board"),
    *small.work("Ada", "sport"),
]


@pytest.mark.parametrize("version", [1, 2**40])
def test_another_version_changes_nothing_else(version: int) -> None:
    """The new record equals a copy with this version in every respect, and the old one stays."""
    for record in EVERY_KIND:
        before = record.model_dump()
        stamped = record.at_version(version)
        assert stamped == record.model_copy(update={"version": version})
        assert (
            stamped.model_dump_json()
            == type(record)(**before | {"version": version}).model_dump_json()
        )
        assert copy.deepcopy(stamped) == stamped
        assert record.model_dump() == before


@pytest.mark.parametrize("character", ["\x00", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_what_xml_cannot_hold_is_no_text(character: str) -> None:
    """Otherwise no workbook and no graph file could carry it."""
    with pytest.raises(ValidationError):
        small.topic(f"a{character}b")
