"""Where the records of a map come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from netmap.language import Language
from netmap.network import Network
from netmap.values import Source
from netmap.views.map_words import partial_date


def sources_of(network: Network, language: Language) -> list[str]:
    """The sources of all actors and ties at the date, those of most records first."""
    counts: Counter[tuple[str, str]] = Counter()
    tables = (network.memberships, network.exchange_ties, network.reporting_lines)
    columns = [network.values("source"), *(table.columns["source"] for table in tables)]
    for column in columns:
        counts.update(found for each in column if (found := _source(each)) is not None)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [
        f"{label} ({partial_date(taken, language)})" if taken else label
        for (label, taken), _ in ranked
    ]


def _source(value: Source | Mapping[str, str | None] | None) -> tuple[str, str] | None:
    """Label and date; stores hand sources over as mappings."""
    if value is None:
        return None
    source = value if isinstance(value, Source) else Source.model_validate(value)
    return (source.label, source.retrieved_at or "") if source.label else None
