"""Asking a server for one page at a time, within limits and at its own pace."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http import HTTPStatus

import httpx2

from netmap import __version__
from netmap.endpoints.addresses import Server
from netmap.endpoints.errors import (
    AnswerError,
    CertificateError,
    OtherHostError,
    TooMuchError,
    UnreachableError,
)
from netmap.endpoints.transport import PinnedTransport
from netmap.ingest.sizes import megabytes
from netmap.language import Text, same

_TRIES = 4
_REDIRECTS = 3
_LONGEST_WAIT_SECONDS = 120.0
_PAGE_BYTES = 50_000_000
_CONNECT_SECONDS = 15.0
_PAGE_SECONDS = 300.0
_REFUSED_CERTIFICATE = "CERTIFICATE_VERIFY_FAILED"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be asked of a server, and how fast.

    Attributes:
        total_bytes: Largest size of all pages, unpacked.
        pages: Most pages.
        seconds: Longest time for all pages.
        pause_seconds: Time between two requests.
        page_bytes: Largest size of one page, unpacked.
        silence_seconds: Longest time that a server may say nothing.
    """

    total_bytes: int
    pages: int = 10_000
    seconds: float = 7_200.0
    pause_seconds: float = 0.2
    page_bytes: int = _PAGE_BYTES
    silence_seconds: float = 60.0


class _AgainError(Exception):
    """The server may answer when it is asked once more."""

    def __init__(self, problem: Text, wait_seconds: float | None = None) -> None:
        self.problem = problem
        self.wait_seconds = wait_seconds
        super().__init__(problem.en)


@dataclass(slots=True)
class Asking:
    """Fetches pages of one server, one after the other.

    A server that is busy (429, 503) says how long to wait and is obeyed; other faults that may
    pass (5xx, timeouts, broken connections) are tried again after one, two and four seconds.
    Redirects are followed on the same server only.

    Attributes:
        sleep: Waits for so many seconds.
        clock: Seconds that never run backwards.
    """

    server: Server
    limits: Limits
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    transport: httpx2.BaseTransport | None = None
    _client: httpx2.Client = field(init=False)
    _began: float = field(init=False)
    _last: float | None = None
    _bytes: int = 0
    _pages: int = 0

    def __post_init__(self) -> None:
        self._began = self.clock()
        self._client = httpx2.Client(
            transport=PinnedTransport(self.server, self.transport),
            timeout=httpx2.Timeout(self.limits.silence_seconds, connect=_CONNECT_SECONDS),
            follow_redirects=False,
            trust_env=False,
            headers={
                "User-Agent": f"netmap/{__version__}",
                "Accept": "application/json",
                "Accept-Encoding": "gzip",
            },
        )

    def close(self) -> None:
        """Close the connection."""
        self._client.close()

    def page(self, url: httpx2.URL) -> bytes:
        """The content at an address on the server.

        Raises:
            UnreachableError: It does not answer after several tries, or asks to wait for long.
            CertificateError: Its certificate does not hold.
            AnswerError: It answers with an error.
            OtherHostError: It redirects to another server.
            TooMuchError: A limit is reached.
        """
        self.count(url, 0)
        for attempt in range(_TRIES):
            try:
                content = self._followed(url)
            except _AgainError as again:
                wait = again.wait_seconds
                if wait is None:
                    wait = float(2**attempt)
                if attempt == _TRIES - 1 or wait > _LONGEST_WAIT_SECONDS:
                    raise UnreachableError(
                        url=url, tries=attempt + 1, problem=again.problem
                    ) from again
                self.sleep(wait)
            else:
                self.count(url, len(content))
                return content
        raise AssertionError("the last try returns or raises")

    def count(self, url: httpx2.URL, size: int) -> None:
        """Count a page of ``size`` bytes, also one that was kept from before.

        Raises:
            TooMuchError: A limit is reached.
        """
        if size:
            self._pages += 1
            self._bytes += size
        if self._pages > self.limits.pages:
            what = Text(de="die Zahl der Seiten", en="the number of pages")
            raise TooMuchError(
                url=url, what=what, limit=self.limits.pages, setting="NETMAP_OPARL_LIMIT_PAGES"
            )
        if self._bytes > self.limits.total_bytes:
            self._too_large(url, self.limits.total_bytes)
        self._in_time(url, self._began, self.limits.seconds)

    def _followed(self, url: httpx2.URL) -> bytes:
        for _ in range(_REDIRECTS + 1):
            target, content = self._asked(url)
            if target is None:
                return content
            url = target
        problem = Text(de="zu vielen Weiterleitungen", en="too many redirects")
        raise AnswerError(url=url, problem=problem)

    def _asked(self, url: httpx2.URL) -> tuple[httpx2.URL | None, bytes]:
        """One request: where it redirects to, or what it holds."""
        self._pause()
        try:
            with self._client.stream("GET", url) as response:
                self._check_status(url, response)
                if response.is_redirect:
                    return self._redirected(url, response), b""
                return None, self._content(url, response)
        except httpx2.TimeoutException as error:
            raise _AgainError(Text(de="Zeitüberschreitung", en="timeout")) from error
        except httpx2.DecodingError as error:
            problem = Text(de="Daten, die sich nicht entpacken lassen", en="data it packed wrongly")
            raise AnswerError(url=url, problem=problem) from error
        except httpx2.TransportError as error:
            if _REFUSED_CERTIFICATE in str(error):
                # Asking once more would meet the same certificate.
                raise CertificateError(url=url, problem=same(_refusal(error))) from error
            raise _AgainError(same(str(error) or type(error).__name__)) from error
        finally:
            self._last = self.clock()

    def _pause(self) -> None:
        if self._last is not None:
            left = self._last + self.limits.pause_seconds - self.clock()
            if left > 0:
                self.sleep(left)

    def _check_status(self, url: httpx2.URL, response: httpx2.Response) -> None:
        status = response.status_code
        if response.is_redirect or status == HTTPStatus.OK:
            return
        problem = same(f"{status} {response.reason_phrase[:100]}".strip())
        if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
            raise _AgainError(problem, _seconds(response.headers.get("Retry-After")))
        if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            raise _AgainError(problem)
        raise AnswerError(url=url, problem=problem)

    def _redirected(self, url: httpx2.URL, response: httpx2.Response) -> httpx2.URL:
        location = response.headers.get("Location", "")
        # A redirect from https to http would be a downgrade, unlike a link that is asked by https.
        target = self.server.own(location, base=url)
        if target is None or target == url:
            raise OtherHostError(url=url, target=location[:200])
        return target

    def _content(self, url: httpx2.URL, response: httpx2.Response) -> bytes:
        began = self.clock()
        left = min(self.limits.page_bytes, self.limits.total_bytes - self._bytes)
        found = bytearray()
        # Unpacked piece by piece, so that a small answer cannot become a large one unseen.
        for piece in response.iter_bytes():
            found += piece
            if len(found) > left:
                self._too_large(url, left)
            self._in_time(url, began, _PAGE_SECONDS)
            self._in_time(url, self._began, self.limits.seconds)
        return bytes(found)

    def _too_large(self, url: httpx2.URL, limit_bytes: int) -> None:
        raise TooMuchError(
            url=url,
            what=Text(de="die Größe", en="the size"),
            limit=megabytes(limit_bytes),
            setting="NETMAP_IMPORT_LIMIT_MEGABYTES",
        )

    def _in_time(self, url: httpx2.URL, began: float, seconds: float) -> None:
        if self.clock() - began > seconds:
            raise TooMuchError(
                url=url,
                what=Text(de="die Dauer", en="the time"),
                limit=Text(de=f"{seconds / 60:.0f} Minuten", en=f"{seconds / 60:.0f} minutes"),
                setting="NETMAP_OPARL_LIMIT_MINUTES",
            )


def _seconds(retry_after: str | None) -> float | None:
    """How long a server asks to wait: seconds, or until a moment."""
    if not retry_after:
        return None
    if retry_after.strip().isascii() and retry_after.strip().isdigit():
        return float(retry_after.strip()[:9])
    try:
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(0.0, (moment - datetime.now(UTC)).total_seconds())


def _refusal(error: httpx2.TransportError) -> str:
    """What OpenSSL has against a certificate, without its codes and lines."""
    said = str(error).rpartition("certificate verify failed: ")[2]
    return said.partition(" (_ssl")[0]
