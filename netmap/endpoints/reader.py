"""Reads an OParl endpoint as a whole: checks its server, asks for all pages, keeps them so long."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from netmap.endpoints.addresses import Resolve, checked_server, parsed_url, resolved
from netmap.endpoints.asking import Asking, Limits
from netmap.endpoints.kept_pages import KeptPages
from netmap.endpoints.request import EndpointRequest
from netmap.endpoints.walk import Walk
from netmap.ingest.oparl.objects import Part
from netmap.ingest.problems import Problem


@dataclass(frozen=True, slots=True)
class Fetched:
    """All pages of an endpoint.

    Attributes:
        url: Address it was read from.
        problems: What is to be said about the way there.
        forget: Removes the pages that were kept; to be called once they are imported.
    """

    url: str
    parts: tuple[Part, ...]
    problems: tuple[Problem, ...]
    forget: Callable[[], None]


@dataclass(frozen=True, slots=True)
class EndpointReader:
    """Reads endpoints, within limits that hold for each of them.

    Attributes:
        cache: Folder for pages of endpoints that are not yet imported.
        allow_private: Hosts that do not lie on the public network may be asked.
        resolve: Looks up hosts.
        sleep: Waits for so many seconds.
    """

    cache: Path
    limits: Limits
    allow_private: bool = False
    resolve: Resolve = resolved
    sleep: Callable[[float], None] = time.sleep

    def read(self, request: EndpointRequest, *, told: Callable[[], None] = lambda: None) -> Fetched:
        """All persons, organisations and memberships that an endpoint lists.

        Pages are kept until they are imported: after an interruption only the missing ones are
        asked for, unless the request says to begin anew.

        Args:
            request: What to read, and how.
            told: Called after each page.

        Raises:
            EndpointError: It cannot be read to its end; pages read so far stay kept for a day.
        """
        start = parsed_url(request.address)
        server = checked_server(
            start, allow_private=request.allow_private or self.allow_private, resolve=self.resolve
        )
        kept = KeptPages.of(self.cache, str(start))
        if request.fresh:
            kept.remove()
        asking = Asking(server, self.limits, sleep=self.sleep)
        try:
            walk = Walk(server, kept, asking.page, asking.count, told)
            walk.run(start)
        finally:
            asking.close()
        return Fetched(str(start), tuple(walk.parts), tuple(walk.problems), kept.remove)
