"""Every real data set goes in and, exported and imported again, is the same network."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from examples import city
from netmap.ingest.formats import read_source
from netmap.ingest.problems import Severity
from netmap.language import Language
from netmap.values import Record
from netmap.views.exports.formats import ExportName
from tests.round_trips import LIMIT, REIMPORTABLE, exported, read_again, records_of, same, taken_in

SOURCES = {
    "congress": "us_congress",
    "tasmania": "au_tasmania_popolo/TAS.json",
    "karlsruhe": "karlsruhe_oparl/organizations.json",
    "oparl organization": "oparl_spec/Organization-01.json",
    "oparl person": "oparl_spec/Person-01.json",
}


@cache
def stored(place: Path) -> tuple[Record, ...]:
    """What a store holds once a source was imported."""
    parsed = read_source(place, limit_bytes=LIMIT)
    assert not [each for each in parsed.problems if each.severity is Severity.ERROR]
    return tuple(records_of(taken_in([], parsed)))


@pytest.mark.parametrize("name", REIMPORTABLE)
@pytest.mark.parametrize("source", SOURCES)
def test_it_is_the_same_network_again(
    real_data: Path, tmp_path: Path, source: str, name: ExportName
) -> None:
    """Every record with every field and source; and a second import changes nothing."""
    records = stored(real_data / SOURCES[source])
    assert records
    parsed = read_again(tmp_path, exported(records, name, Language.DE), name)
    assert same(records_of(taken_in([], parsed))) == same(records)
    assert (parsed.problems, parsed.placeholders) == ((), ())
    assert taken_in(records, parsed).puts == ()


@pytest.mark.parametrize("name", REIMPORTABLE)
def test_the_example_city_is_the_same_again(tmp_path: Path, name: ExportName) -> None:
    """With exchange, reporting lines, cooperations and topics, which the real lists lack."""
    records = city.records()
    parsed = read_again(tmp_path, exported(records, name, Language.EN), name)
    assert same(records_of(taken_in([], parsed))) == same(records)
