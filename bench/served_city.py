"""A running server over a made-up network, and people who click through its pages."""

from __future__ import annotations

import http.client
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import quote

from bench.imports import NETWORK, import_of
from bench.protocol import Case
from netmap.principal import LOCAL_OWNER
from netmap.services.networks import NetworkService
from netmap.store.sqlite import SqliteStore
from tests.web.serving import served

CITY = "city"


@dataclass(frozen=True, slots=True)
class City:
    """What can be asked of the city: ids of bodies, all actors and topics."""

    bodies: tuple[str, ...]
    actors: tuple[str, ...]
    topics: tuple[str, ...]


def fill(case: Case, size: str = CITY) -> None:
    """Write a network of a size into a store of the whole run."""
    file = _store_file(case, size)
    if not file.exists():
        store = SqliteStore(file)
        store.apply(import_of(case.records(size)))
        store.close()


def _store_file(case: Case, size: str) -> Path:
    return case.shared / f"pages-{size}.db"


def city_of(case: Case) -> City:
    """What there is in the store that `fill` wrote."""
    store = SqliteStore(_store_file(case, CITY))
    network = NetworkService(store).at(LOCAL_OWNER, NETWORK)
    bodies = tuple(network.actor_ids[each] for each in network.bodies.tolist())
    actors, topics = network.actor_ids, network.topic_ids
    store.close()
    return City(bodies, actors, topics)


@contextmanager
def served_city(case: Case, workers: int, size: str = CITY) -> Iterator[str]:
    """Host and port of `netmap serve` over the store, until the block ends."""
    store = f"sqlite:///{_store_file(case, size)}"
    arguments = ("--workers", str(workers))
    with served(store, case.folder, arguments=arguments, language="de") as serving:
        yield serving.address.removeprefix("http://")


def timed_get(connection: http.client.HTTPConnection, path: str) -> float:
    """Seconds until a page has come whole.

    Raises:
        RuntimeError: It is not the page that was asked for.
    """
    start = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    seconds = time.perf_counter() - start
    if answer.status != http.client.OK:
        raise RuntimeError(f"{path}: {answer.status}")
    return seconds


Pages = Mapping[str, Callable[[Random, City], str]]
"""By name of a page: an address of it, another one each time where there are many."""


def clicked(
    host: str, pages: Pages, city: City, *, users: int, seconds: float, pause_seconds: float
) -> dict[str, list[float]]:
    """Seconds that each page took, while users click each once in ``pause_seconds``."""
    taken: dict[str, list[float]] = defaultdict(list)
    failures: list[BaseException] = []
    lock = threading.Lock()
    end = time.monotonic() + seconds

    def click(number: int) -> None:
        random = Random(number)  # noqa: S311 (no secret)
        connection = http.client.HTTPConnection(host, timeout=60)
        time.sleep(random.uniform(0, pause_seconds))
        try:
            while (turn := time.monotonic()) < end:
                name = random.choice(list(pages))
                took = timed_get(connection, pages[name](random, city))
                with lock:
                    taken[name].append(took)
                time.sleep(max(0.0, turn + pause_seconds - time.monotonic()))
        except BaseException as failure:  # noqa: BLE001 (told below, outside the thread)
            failures.append(failure)
        finally:
            connection.close()

    threads = [threading.Thread(target=click, args=(number,)) for number in range(users)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    if failures:
        raise failures[0]
    return dict(taken)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of the values does not exceed.

    >>> percentile([1.0, 2.0, 3.0, 4.0], 0.95), percentile([1.0, 2.0, 3.0, 4.0], 0.5)
    (4.0, 2.0)
    """
    ordered = sorted(values)
    return ordered[max(0, -(-int(share * 100) * len(ordered) // 100) - 1)]


def at(path: str) -> str:
    """An address within the network."""
    return f"/networks/{NETWORK}{path}"


def actor_address(actor_id: str) -> str:
    """The address of the page of an actor."""
    return at(f"/actors/{quote(actor_id)}")
