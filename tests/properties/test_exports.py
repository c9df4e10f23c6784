"""An export that is imported again is the same network, whatever its texts and references."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netmap.language import Language
from netmap.values import Record
from netmap.views.exports.formats import ExportName
from netmap.vocabulary import BESIDE
from tests.round_trips import (
    REIMPORTABLE,
    exported,
    read_again,
    records_of,
    same,
    taken_in,
)
from tests.strategies import networks_of_records


# To draw a network takes longer than to write and read it in every format.
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(records=networks_of_records(), language=st.sampled_from(Language))
def test_an_export_imported_again_is_the_same_network(
    tmp_path: Path, records: list[Record], language: Language
) -> None:
    """Every field of every record comes back, and a second import changes nothing.

    Graphs hold actors, topics and ties, and leave out what stands beside them.
    """
    everything = records
    for name in REIMPORTABLE:
        is_graph = name in {ExportName.GRAPHML, ExportName.GEXF}
        records = [each for each in everything if not (is_graph and each.kind in BESIDE)]
        parsed = read_again(tmp_path, exported(records, name, language), name)
        assert same(records_of(taken_in([], parsed))) == same(records), name
        assert (parsed.problems, parsed.placeholders) == ((), ()), name
        assert taken_in(records, parsed).puts == (), name
