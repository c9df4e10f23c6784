"""All analyses and findings of one large city, and of a state in one network."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from bench.digests import digest_of_lines
from bench.imports import NETWORK, import_of
from bench.protocol import Benchmark, Case, Digest, Of, Target
from netmap.analyses.flow import flow
from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.overlaps.shared import (
    function_overlap,
    member_overlap,
    organization_overlap,
    overlap,
    person_overlap,
    target_group_overlap,
    topic_overlap,
)
from netmap.analyses.overlaps.significance.tested import overlap_significance
from netmap.findings.findings import findings
from netmap.findings.thresholds import Thresholds
from netmap.network import Network
from netmap.principal import LOCAL_OWNER
from netmap.services.collecting import collector_held_back
from netmap.services.insights import InsightService
from netmap.services.networks import NetworkService
from netmap.store.sqlite import SqliteStore
from tests.analyses_list import ANALYSES

TITLE = "All analyses and findings"
NEEDS_NEO4J = False

_STATE, _CITY = "state", "city"


def _ask(network: Network) -> None:
    """Ask every analysis once, as one asks it of a large network: overlaps from a threshold on."""
    asked_already: set[Callable[..., Any]] = set()
    for analysis in ANALYSES:
        asked, with_its = _taken_apart(analysis)
        # A comparison takes two networks; functions are a few words that half of all bodies share,
        # and all those pairs are a list that nobody reads.
        if asked in asked_already or "after" in with_its or asked is function_overlap:
            continue
        asked_already.add(asked)
        least = {"min_jaccard": _MIN_JACCARD} if asked in _BOUNDED else {}
        if asked in _SHARED:
            network.once(asked, **with_its)
        else:
            asked(network, **{**with_its, **least})


_BOUNDED = frozenset(
    {
        overlap,
        member_overlap,
        person_overlap,
        organization_overlap,
        topic_overlap,
        target_group_overlap,
        overlap_significance,
    }
)
_SHARED = frozenset({isolates, missing_exchange, flow})
"""What findings and other analyses ask of the network as well, and so is made once."""
_MIN_JACCARD = 0.5
"""What findings start from; without it pairs that share anything at all are listed, by design."""


def _findings(case: Case, *, size: str) -> Digest:
    network = Network.from_records(case.records(size))
    with case.timed(), collector_held_back:
        found = findings(network)
    return lambda: digest_of_lines(each.id for each in found)


def _analyses(case: Case, *, size: str) -> Digest:
    network = Network.from_records(case.records(size))
    with case.timed(), collector_held_back:
        _ask(network)
        findings(network)
    return str


def _asked_again(case: Case) -> Digest:
    store = SqliteStore(case.folder / "netmap.db")
    store.apply(import_of(case.records(_CITY)))
    service = InsightService(NetworkService(store), Thresholds())
    for _ in range(2):
        with case.timed():
            for analysis in ANALYSES:
                asked, with_its = _taken_apart(analysis)
                service.ask(LOCAL_OWNER, NETWORK, None, asked, **with_its)
            service.findings(LOCAL_OWNER, NETWORK)
    store.close()
    return str


def _taken_apart(analysis: Callable[..., Any]) -> tuple[Callable[..., Any], dict[str, Any]]:
    """A function and its named arguments, by which the service tells questions apart."""
    if isinstance(analysis, partial):
        return analysis.func, analysis.keywords
    return analysis, {}


BENCHMARKS = (
    Benchmark(
        name="city",
        title="Every analysis and all findings of one large city, cold",
        method="300 organisations, 1,000 persons, 100 bodies, 1,500 seats; the records are read, "
        "nothing else is. Every public analysis with its defaults, overlaps from a Jaccard "
        "index of 0.5 on, then all findings.",
        ours=partial(_analyses, size=_CITY),
        targets=(Target("under 1 s", at_most=1, of=Of.SECONDS),),
        prepare=partial(Case.records, size_name=_CITY),
    ),
    Benchmark(
        name="city_again",
        title="The same, asked again when nothing changed",
        method="Through the service over a SQLite store, which keeps results by revision; only "
        "the second time is measured.",
        ours=_asked_again,
        targets=(Target("under 50 ms", at_most=0.05, of=Of.SECONDS),),
        prepare=partial(Case.records, size_name=_CITY),
    ),
    Benchmark(
        name="state_findings",
        title="All findings of a state in one network",
        method="53 municipalities: 16,000 organisations, 32,000 persons, 3,200 bodies, 60,000 "
        "seats. The records are read, nothing else is.",
        ours=partial(_findings, size=_STATE),
        targets=(
            Target("under 20 s", at_most=20, of=Of.SECONDS),
            Target("under 1 GB", at_most=1e9, of=Of.PEAK_BYTES),
        ),
    ),
    Benchmark(
        name="state",
        title="Every analysis and all findings of a state in one network",
        method="The same network; every public analysis with its defaults, overlaps from a "
        "Jaccard index of 0.5 on, then all findings. The list of all pairs of bodies with the same "
        "functions is left out: half of these bodies share two words.",
        ours=partial(_analyses, size=_STATE),
        targets=(
            Target("under 20 s", at_most=20, of=Of.SECONDS),
            Target("under 1 GB", at_most=1e9, of=Of.PEAK_BYTES),
        ),
    ),
)
