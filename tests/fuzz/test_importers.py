"""Whatever a source holds, an import takes all of it or tells why and leaves the store alone.

`make test` tries a few broken sources of each format, always the same; `make fuzz` tries new ones
for as long as ``FUZZ_SECONDS`` says (or ``FUZZ_EXAMPLES`` of each format).
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.database import DirectoryBasedExampleDatabase

from netmap.errors import NetmapError, NetworkNotFoundError
from netmap.ingest.errors import SourceError
from netmap.ingest.formats import FORMATS, read_source
from netmap.ingest.problems import Parsed
from netmap.ingest.report import ImportReport
from netmap.principal import LOCAL_OWNER
from netmap.services.imports import ImportService
from netmap.store.sqlite import SqliteStore
from netmap.values import Record
from tests.fuzz.mutations import Mutation, mutated, mutations
from tests.fuzz.seeds import Seed, seeds_of

LIMIT_BYTES = 5_000_000
SECONDS = float(os.environ.get("FUZZ_SECONDS", "0"))
EXAMPLES = int(os.environ.get("FUZZ_EXAMPLES", "0"))
_SEARCHING = bool(SECONDS or EXAMPLES)
_IN_THE_SUITE = 20
# A guard against what never ends, not a measure of speed.
_HANGS_AFTER_CPU_SECONDS = 30


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteStore]:
    """One real store; every source goes into a network of its own."""
    opened = SqliteStore(tmp_path_factory.mktemp("fuzz") / "netmap.db")
    yield opened
    opened.close()


@pytest.mark.parametrize("source_format", FORMATS)
def test_every_format_has_seeds_that_are_imported_whole(
    source_format: str, store: SqliteStore, tmp_path: Path
) -> None:
    """A format without seeds would never be tried; a seed that is refused would try little."""
    seeds = seeds_of(source_format)
    assert seeds, f"write sources into tests/fuzz/seeds/{source_format}"
    for number, seed in enumerate(seeds):
        path = seed.written(tmp_path / str(number))
        parsed = read_source(path, source_format=source_format, limit_bytes=LIMIT_BYTES)
        assert (parsed.format, seed.name) == (source_format, seed.name)
        report = tried(
            store,
            seed,
            [],
            network_id=f"seed-{source_format}-{number}",
            source_format=source_format,
        )
        assert report is not None
        assert report.applied, report.problems


@pytest.mark.parametrize("source_format", FORMATS)
@pytest.mark.timeout(max(SECONDS * 2, 300) if _SEARCHING else 120)
def test_a_broken_source_is_imported_whole_or_not_at_all(
    source_format: str, store: SqliteStore
) -> None:
    """No crash, no hang, no partial import, and every error says where, why and what to do."""
    seeds = seeds_of(source_format)
    networks = iter(range(1 << 40))

    @settings(
        max_examples=EXAMPLES or (500 if SECONDS else _IN_THE_SUITE),
        derandomize=not _SEARCHING,
        database=DirectoryBasedExampleDatabase(".hypothesis/fuzz") if _SEARCHING else None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(
        seed=st.sampled_from(seeds),
        at=st.integers(0, 20),
        changes=mutations(),
        into_seed=st.booleans(),
        named=st.booleans(),
    )
    def search(seed: Seed, at: int, changes: list[Mutation], into_seed: bool, named: bool) -> None:
        network_id = f"{source_format}-{time.time_ns()}-{next(networks)}"
        if into_seed:
            tried(store, seed, [], network_id=network_id, source_format=source_format)
        tried(
            store,
            seed,
            changes,
            network_id=network_id,
            at=at,
            source_format=source_format if named else None,
        )

    end = time.monotonic() + SECONDS / len(FORMATS)
    search()
    while time.monotonic() < end:
        search()


def tried(
    store: SqliteStore,
    seed: Seed,
    changes: list[Mutation],
    *,
    network_id: str,
    at: int = 0,
    source_format: str | None = None,
) -> ImportReport | None:
    """Import a changed seed twice and look at what the store holds; ``None`` where it refused."""
    files = list(seed.files)
    name, data = files[at % len(files)]
    for change in changes:
        data = mutated(data, change)
    files[at % len(files)] = (name, data)
    service = ImportService(store, limit_bytes=LIMIT_BYTES)
    before = held(store, network_id)
    started = time.process_time()
    refusal: NetmapError | None = None
    report: ImportReport | None
    with tempfile.TemporaryDirectory(prefix="netmap-fuzz-") as folder:
        source = replace(seed, files=tuple(files)).written(Path(folder) / "source")
        try:
            report = service.run(
                LOCAL_OWNER, source, network_id=network_id, source_format=source_format
            )
        except NetmapError as error:
            report, refusal = None, error
        if report is None:
            assert refusal is not None
            assert refusal.cause_text.de
            assert refusal.remedy_text.de
            assert held(store, network_id) == before
            return None
        assert time.process_time() - started < _HANGS_AFTER_CPU_SECONDS
        if report.has_errors:
            tell_what_to_do(report)
            assert held(store, network_id) == before
        else:
            parsed = read_source(source, source_format=source_format, limit_bytes=LIMIT_BYTES)
            stands_whole(report, parsed, before, held(store, network_id))
            again = service.run(
                LOCAL_OWNER, source, network_id=network_id, source_format=source_format
            )
            assert (again.applied, again.changes) == (False, ())
    return report


def held(store: SqliteStore, network_id: str) -> tuple[int, dict[str, Record]]:
    """Revision and records of a network; revision 0 where it is not there."""
    try:
        network = store.read(network_id)
    except NetworkNotFoundError:
        return 0, {}
    return network.revision, {record.id: record for record in network.all_records()}


def tell_what_to_do(report: ImportReport) -> None:
    """Every problem names a place, a cause and a remedy in both languages."""
    assert not report.applied
    for problem in report.problems:
        for text in (problem.place, problem.cause, problem.remedy):
            assert text.de, problem
            assert text.en, problem


def stands_whole(
    report: ImportReport,
    parsed: Parsed,
    before: tuple[int, dict[str, Record]],
    after: tuple[int, dict[str, Record]],
) -> None:
    """All records of the source are in the store, and no others went or came."""
    added = {each.id for each in report.changes if each.action == "added"}
    changed = {each.id for each in report.changes if each.action == "changed"}
    told = sum(each.added + each.changed + each.unchanged for each in report.counts)
    assert told == len(parsed.records)
    assert after[1].keys() == before[1].keys() | added
    assert not added & before[1].keys()
    for record_id, record in before[1].items():
        assert (after[1][record_id] == record) == (record_id not in changed)
    assert after[0] == before[0] + (1 if report.applied else 0)


def test_what_cannot_be_read_is_told_as_a_problem_of_its_source(
    store: SqliteStore, tmp_path: Path
) -> None:
    """The fuzzer itself would miss it if errors of reading escaped the report."""
    with pytest.raises(SourceError):
        read_source(tmp_path / "nothing.csv", limit_bytes=LIMIT_BYTES)
    service = ImportService(store, limit_bytes=LIMIT_BYTES)
    report = service.run(LOCAL_OWNER, tmp_path / "nothing.csv", network_id="nothing")
    assert report.has_errors
    tell_what_to_do(report)
