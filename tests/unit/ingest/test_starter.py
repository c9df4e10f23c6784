from __future__ import annotations

import pytest

from netmap.ingest.starters.starter import Starter, starter_records
from netmap.language import Language
from netmap.model import Organization
from netmap.network import Network
from netmap.vocabulary import Kind, Level


@pytest.mark.parametrize("starter", list(Starter))
@pytest.mark.parametrize("language", list(Language))
def test_a_starter_is_a_whole_network_that_claims_nothing(
    starter: Starter, language: Language
) -> None:
    """Bodies of three levels, partners of four sectors and topics, but no seat and no tie."""
    records = starter_records(starter, language)
    assert len({record.id for record in records}) == len(records)
    network = Network.from_records(records)
    levels = {network.values("level")[body] for body in network.bodies.tolist()}
    assert levels >= {Level.POLITICAL, Level.STEERING, Level.OPERATIONAL}
    assert len(set(network.values("sector")) - {None}) >= 4
    assert sum(isinstance(r, Organization) and r.coordination is not None for r in records) == 1
    for kind in (Kind.MEMBERSHIP, Kind.EXCHANGE_TIE, Kind.REPORTING_LINE, Kind.PERSON):
        assert list(network.records(kind)) == []
    worked_on = set(network.works_on.target.tolist())
    assert worked_on <= set(range(len(network.topic_ids)))
