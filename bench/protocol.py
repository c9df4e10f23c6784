"""What a benchmark is: contenders that do the same work, each in a fresh process."""

from __future__ import annotations

import gc
import importlib
import pickle
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from bench.memory import peak_bytes
from bench.sizes import SIZES, Size
from bench.state_network import state_records
from netmap.values import Record


class Measure(StrEnum):
    """What is compared."""

    SECONDS = "seconds"
    BYTES_PER_RECORD = "bytes_per_record"
    LOST_MODULARITY = "lost_modularity"


class Of(StrEnum):
    """What a target bounds."""

    RATIO = "ratio"
    SECONDS = "seconds"
    PEAK_BYTES = "peak_bytes"


@dataclass(frozen=True, slots=True)
class Target:
    """A number of ours that shall not be exceeded.

    Attributes:
        text: The target in words, for the page.
        at_most: The bound, inclusive. Of a ratio, ours may be this many times the peer's: 3 for "in
            under three times", 5 for "at least 20 % of the speed".
        of: What it bounds: the ratio to the fastest peer of the same round; or ours alone, in
            seconds, or in bytes that the whole process had at its peak.
        peers: Those that a ratio is to, peers or yardsticks; all peers where none is named.
    """

    text: str
    at_most: float
    of: Of = Of.RATIO
    peers: tuple[str, ...] = ()


@dataclass
class Case:
    """One run of one contender: what it may use, and what it measures.

    Attributes:
        size: How large the network is.
        folder: An empty folder of its own.
        shared: A folder of the whole run, for what ``prepare`` leaves.
        neo4j_url: Address of a Neo4j server, where the suite asks for one.
        measures: What came out, by name.
    """

    size: Size
    folder: Path
    shared: Path
    neo4j_url: str = ""
    measures: dict[str, float] = field(default_factory=dict)

    def municipalities(self, wanted: int) -> int:
        """As many as a benchmark of a size of its own wants; one where all is to be tiny."""
        return 1 if self.size.municipalities <= TINY else wanted

    def records(self, size_name: str = "") -> list[Record]:
        """The records of the made-up network; made once a run, before any round.

        ``size_name`` is that of a benchmark of a size of its own; a run that only tries out keeps
        to its own.
        """
        size = SIZES[size_name] if size_name and self.size.municipalities > TINY else self.size
        file = self.shared / f"records-{size.persons}.pickle"
        gc.disable()  # it would look at each new record time and again
        try:
            if not file.exists():
                file.write_bytes(pickle.dumps(state_records(size)))
            found: list[Record] = pickle.loads(file.read_bytes())  # noqa: S301 - written above
        finally:
            gc.enable()
        return found

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Measure the wall time of the block, and by how much the peak memory grows in it."""
        gc.collect()
        before = peak_bytes()
        start = time.perf_counter()
        yield
        self.measures[Measure.SECONDS] = time.perf_counter() - start
        after = peak_bytes()
        if before is not None and after is not None:
            self.measures["peak_bytes"] = after
            self.measures["peak_growth_bytes"] = after - before


Digest = Callable[[], str]
Contender = Callable[[Case], Digest]
"""Does the work, the measured part inside ``case.timed()``, and returns a function that says what
was read or written: the same text for every contender. It is called in the first round only."""


TINY = 2
"""Up to so many municipalities a run only tries out whether everything works."""


class NotHereError(Exception):
    """A contender cannot run on this machine; the text says what is missing."""


def peer_library(name: str) -> Any:
    """A library that only benchmarks import, untyped: not everybody has it.

    Raises:
        NotHereError: It is not installed.
    """
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise NotHereError(f"{name} is not installed") from error


@dataclass(frozen=True, slots=True)
class Benchmark:
    """Ours against one or more bare peers, of which the best counts.

    Attributes:
        name: Unique within its suite; stays the same, so that results can be compared.
        title: What is measured, as a heading.
        method: How, in sentences: what is inside the measured part and what is not.
        ours: netmap.
        peers: The same work without netmap, by name; none where nobody else does it.
        yardsticks: Simpler work that everybody knows the price of, by name; not the same result.
        targets: What shall hold; none where the numbers only inform.
        measure: What is compared.
        prepare: Runs once before all rounds, in a process of its own; makes the records of the
            made-up network where nothing else is said.
        warm_up: Whether a round goes before the first that counts, for servers that compile.
    """

    name: str
    title: str
    method: str
    ours: Contender
    peers: Mapping[str, Contender] = field(default_factory=dict)
    yardsticks: Mapping[str, Contender] = field(default_factory=dict)
    targets: tuple[Target, ...] = ()
    measure: Measure = Measure.SECONDS
    prepare: Callable[[Case], object] = Case.records
    warm_up: bool = False


class Suite(Protocol):
    """A module of `bench.suites`.

    Attributes:
        TITLE: Heading of its part of the page.
        NEEDS_NEO4J: Whether its cases need a server.
        BENCHMARKS: In the order in which they run.
    """

    TITLE: str
    NEEDS_NEO4J: bool
    BENCHMARKS: tuple[Benchmark, ...]
