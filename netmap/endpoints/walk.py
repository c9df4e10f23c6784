"""The way through an OParl endpoint: from its system to the lists of bodies, page by page."""

from __future__ import annotations

import json
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import httpx2

from netmap.endpoints.addresses import Server
from netmap.endpoints.errors import AnswerError
from netmap.endpoints.kept_pages import KeptPages
from netmap.errors import Place
from netmap.ingest.errors import SourceError
from netmap.ingest.json_source import JsonValue, read_json
from netmap.ingest.oparl.ids import canonical
from netmap.ingest.oparl.notices import LIST_LOOPS, NOT_ASKED_ELSEWHERE
from netmap.ingest.oparl.objects import Part
from netmap.ingest.oparl.schema import Raw, class_of, is_oparl, is_page, known_key
from netmap.ingest.problems import Problem
from netmap.language import Text

# What is read of a municipality; its papers, files and consultations stay where they are.
_LISTS = {
    "System": ("body",),
    "Body": ("organization", "person", "membership"),
}


@dataclass(slots=True)
class Walk:
    """Reads one endpoint from an address on: a system, a body, a list or a single object.

    Attributes:
        ask: Gives the content at an address of the server.
        count: Told of each page that was kept from before.
        told: Called after each page.
        parts: The pages read, in order.
        elsewhere: Hosts that links lead to and that were not asked, with the number of links.
    """

    server: Server
    kept: KeptPages
    ask: Callable[[httpx2.URL], bytes]
    count: Callable[[httpx2.URL, int], None]
    told: Callable[[], None] = lambda: None
    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    elsewhere: Counter[str] = field(default_factory=Counter)
    _queue: deque[tuple[httpx2.URL, set[int]]] = field(default_factory=deque)
    _queued: set[str] = field(default_factory=set)

    def run(self, start: httpx2.URL) -> None:
        """Read all pages.

        Raises:
            EndpointError: A page cannot be read; what was read before stays kept.
        """
        self._enqueue(str(start), start, set())
        while self._queue:
            url, seen = self._queue.popleft()
            value = self._document(url, is_first=not self.parts)
            self.parts.append(Part(str(url), value))
            self._follow(value, url, seen)
        for host, count in self.elsewhere.items():
            place = Place(file=str(start))
            self.problems.append(NOT_ASKED_ELSEWHERE.at(place, host=host[:200], count=count))

    def _document(self, url: httpx2.URL, *, is_first: bool) -> JsonValue:
        """The JSON at an address; a page that broke off is asked for once more."""
        content = self.kept.read(str(url))
        if content is not None:
            try:
                value = read_json(content, file=str(url))
            except SourceError:
                content = None
            else:
                self.count(url, len(content))
                self.told()
                return value
        error: SourceError | None = None
        for _ in range(2):
            content = self.ask(url)
            try:
                value = read_json(content, file=str(url))
            except SourceError as caught:
                error = caught
                continue
            if is_first and not is_oparl(value):
                problem = Text(de="JSON, das kein OParl ist", en="JSON that is no OParl")
                raise AnswerError(url=url, problem=problem)
            self.kept.keep(str(url), content)
            self.told()
            return value
        problem = Text(de="etwas anderem als JSON", en="something other than JSON")
        raise AnswerError(url=url, problem=problem) from error

    def _follow(self, value: JsonValue, url: httpx2.URL, seen: set[int]) -> None:
        """Queue the next page of a list, and the lists that objects name."""
        for raw in _objects(value):
            told_class = class_of(raw.get("type"))
            name = told_class.name if told_class else ""
            for title, each in raw.items() if name in _LISTS else ():
                if (known_key(name, title) or title) in _LISTS[name]:
                    for link in each if isinstance(each, list) else [each]:
                        if isinstance(link, str):
                            self._enqueue(link, url, set())
        if isinstance(value, dict) and is_page(value):
            links = value.get("links")
            link = links.get("next") if isinstance(links, dict) else None
            if isinstance(link, str) and link.strip():
                self._next_page(link, value, url, seen)

    def _next_page(self, link: str, page: Raw, url: httpx2.URL, seen: set[int]) -> None:
        """Queue the next page, unless the list goes round in circles."""
        # Some servers give the last page for every number beyond it.
        content = hash(json.dumps(page.get("data"), sort_keys=True))
        again = bool(page.get("data")) and content in seen
        seen.add(content)
        if (again or not self._enqueue(link, url, seen, first=True)) and (
            self.server.own(link, base=url) is not None
        ):
            self.problems.append(LIST_LOOPS.at(Place(file=str(url)), url=link[:200]))

    def _enqueue(self, link: str, base: httpx2.URL, seen: set[int], *, first: bool = False) -> bool:
        """Queue a link once; whether it was new and lies on the server."""
        url = self.server.own(link, base=base)
        if url is None:
            self.elsewhere[_shown_host(link)] += 1
            return False
        if canonical(str(url)) in self._queued:
            return False
        self._queued.add(canonical(str(url)))
        if first:
            self._queue.appendleft((url, seen))
        else:
            self._queue.append((url, seen))
        return True


def _objects(value: JsonValue) -> Iterator[Raw]:
    """The objects of a page, list or single object, and the bodies embedded in a system."""
    if isinstance(value, list):
        for each in value:
            yield from _objects(each)
    elif isinstance(value, dict):
        if is_page(value) and class_of(value.get("type")) is None:
            yield from _objects(value["data"])
            return
        yield value
        told_class = class_of(value.get("type"))
        if told_class and told_class.name == "System":
            yield from _objects(value.get("body"))


def _shown_host(link: str) -> str:
    try:
        url = httpx2.URL(link.strip())
    except (httpx2.InvalidURL, ValueError):
        return link[:100]
    return f"{url.scheme}://{url.netloc.decode('ascii', 'replace')}" if url.host else link[:100]
