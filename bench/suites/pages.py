"""How long pages take while an office works with them."""

from __future__ import annotations

import http.client
from random import Random
from urllib.parse import quote

from bench.protocol import TINY, Benchmark, Case, Digest, Measure, Of, Target
from bench.served_city import (
    City,
    Pages,
    actor_address,
    at,
    city_of,
    clicked,
    fill,
    percentile,
    served_city,
    timed_get,
)

TITLE = "Pages while an office works"
NEEDS_NEO4J = False

_USERS = 20
_PAUSE_SECONDS = 3.0
_SECONDS = 120.0
_WORKERS = 2
_OFTEN_ENOUGH = 0.95
_TYPED = ("j", "ju", "jug", "juge", "jugen", "jugend", "arbeitsgrupe", "schule", "muller", "xyz")

PAGES: Pages = {
    "overview": lambda _random, _city: at(""),
    "bodies": lambda _random, _city: at("/bodies"),
    "partners": lambda random, _city: at(f"/actors?page={random.randint(1, 5)}"),
    "topics": lambda _random, _city: at("/topics"),
    "topic": lambda random, city: at(f"/topics/{quote(random.choice(city.topics))}"),
    "findings": lambda _random, _city: at("/findings"),
    "map": lambda _random, _city: at("/map"),
    "views of the map": lambda _random, _city: at("/map/views"),
    "matrix": lambda random, _city: at(f"/matrix?of={random.choice(('organizations', 'bodies'))}"),
    "charts": lambda _random, _city: at("/charts"),
    "meeting": lambda _random, _city: at("/meeting"),
    "prepared meeting": lambda _random, _city: at("/meeting/prepare"),
    "data": lambda _random, _city: at("/data"),
    "picture": lambda random, city: at(f"/picture/{quote(random.choice(city.actors))}"),
    "actor": lambda random, city: actor_address(random.choice(city.actors)),
    "body": lambda random, city: actor_address(random.choice(city.bodies)),
    "search": lambda random, _city: at(f"/search?q={quote(random.choice(_TYPED))}"),
    "history": lambda _random, _city: at("/history"),
    "edit": lambda random, city: at(f"/records/edit/{quote(random.choice(city.actors))}"),
    "duplicates": lambda _random, _city: at("/edits/duplicates"),
    "mailing list": lambda _random, _city: at("/edits/mailing"),
    "new seat": lambda _random, _city: at("/records/new?kind=membership"),
}
"""Every page of a network, as often as any other."""


def _clicking(case: Case) -> Digest:
    city = city_of(case)
    tiny = case.size.municipalities <= TINY
    with served_city(case, _WORKERS) as host:
        _opened_once(host, city, times=1 if tiny else 4 * _WORKERS)
        taken = clicked(
            host,
            PAGES,
            city,
            users=2 if tiny else _USERS,
            seconds=1 if tiny else _SECONDS,
            pause_seconds=0.05 if tiny else _PAUSE_SECONDS,
        )
    slowest = {name: percentile(times, _OFTEN_ENOUGH) for name, times in taken.items()}
    for name, seconds in slowest.items():
        case.measures[f"p95_{name.replace(' ', '_')}_seconds"] = seconds
    case.measures[Measure.SECONDS] = max(slowest.values())
    return lambda: "clicked"


def _typing(case: Case) -> Digest:
    city = city_of(case)
    with served_city(case, 1) as host:
        connection = http.client.HTTPConnection(host, timeout=60)
        timed_get(connection, at("/search?q=warm"))
        taken = [
            timed_get(connection, at(f"/search?q={quote(text)}"))
            for _ in range(1 if case.size.municipalities <= TINY else 5)
            for text in (*_TYPED, *city.actors[:20])
        ]
        connection.close()
    case.measures[Measure.SECONDS] = percentile(taken, _OFTEN_ENOUGH)
    return lambda: "typed"


def _opened_once(host: str, city: City, *, times: int) -> None:
    """Open each page a few times, as both processes make what they keep when first asked."""
    random = Random(0)  # noqa: S311 (no secret)
    for _ in range(times):
        connection = http.client.HTTPConnection(host, timeout=60)
        for address in PAGES.values():
            timed_get(connection, address(random, city))
        connection.close()


BENCHMARKS = (
    Benchmark(
        name="clicks",
        title="The slowest page at the 95th percentile, while 20 people click",
        method=(
            "A large city (300 organisations, 1,000 persons, 100 bodies, 1,500 seats) in SQLite, "
            "`netmap serve --workers 2`, and 20 people who each open a page every 3 seconds for "
            "two minutes, each page as often as any other. Measured where they sit, so the way "
            "there and back counts, too; they run on the same two cores. Each page was opened "
            "before, so that both processes hold what they keep while nothing changes."
        ),
        ours=_clicking,
        targets=(Target("under 100 ms", at_most=0.1, of=Of.SECONDS),),
        prepare=fill,
    ),
    Benchmark(
        name="search",
        title="A search while one types, at the 95th percentile",
        method="The same city; every answer is the whole page of hits.",
        ours=_typing,
        targets=(Target("under 50 ms", at_most=0.05, of=Of.SECONDS),),
        prepare=fill,
    ),
)
