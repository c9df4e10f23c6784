"""A server is asked politely, within limits, and again where that may help."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx2
import pytest

from netmap import __version__
from netmap.endpoints.addresses import Server
from netmap.endpoints.asking import Asking, Limits
from netmap.endpoints.errors import (
    AnswerError,
    CertificateError,
    OtherHostError,
    TooMuchError,
    UnreachableError,
)

SERVER = Server("https", "ris.example", 443, ("192.0.43.8",))
URL = httpx2.URL("https://ris.example/oparl")
Answer = httpx2.Response | Exception


@dataclass
class Clock:
    """A clock that only sleeping moves."""

    now: float = 0.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        """The time."""
        return self.now

    def sleep(self, seconds: float) -> None:
        """Move on."""
        self.slept.append(seconds)
        self.now += seconds


@dataclass
class Desk:
    """Asking a server that gives prepared answers."""

    answers: list[Answer]
    limits: Limits = field(default_factory=lambda: Limits(total_bytes=10_000, pause_seconds=0.0))
    clock: Clock = field(default_factory=Clock)
    asked: list[httpx2.Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.asking = Asking(
            SERVER,
            self.limits,
            sleep=self.clock.sleep,
            clock=self.clock,
            transport=httpx2.MockTransport(self._answer),
        )

    def _answer(self, request: httpx2.Request) -> httpx2.Response:
        self.asked.append(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def page(self) -> bytes:
        """Ask for one page."""
        return self.asking.page(URL)


def test_it_says_who_asks() -> None:
    """An operator sees the program and its version, and nothing else."""
    desk = Desk([httpx2.Response(200, content=b"{}")])
    assert desk.page() == b"{}"
    headers = desk.asked[0].headers
    assert headers["User-Agent"] == f"netmap/{__version__}"
    assert headers["Accept"] == "application/json"
    assert "Cookie" not in headers


def test_a_pause_lies_between_two_requests() -> None:
    """Counted from the end of the last one."""
    limits = Limits(total_bytes=10_000, pause_seconds=0.5)
    desk = Desk([httpx2.Response(200, content=b"{}") for _ in range(3)], limits)
    for _ in range(3):
        desk.page()
    assert desk.clock.slept == [0.5, 0.5]


def test_a_certificate_that_does_not_hold_is_told_at_once() -> None:
    """It would be no better later, and the remedy is another one."""
    told = (
        "[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate "
        "(_ssl.c:1006)"
    )
    desk = Desk([httpx2.ConnectError(told)])
    with pytest.raises(CertificateError, match=r"cannot be trusted: self-signed certificate$"):
        desk.page()
    assert desk.clock.slept == []


@pytest.mark.parametrize(
    "fault",
    [
        lambda: httpx2.Response(500),
        lambda: httpx2.Response(502),
        lambda: httpx2.ReadTimeout("slow"),
        lambda: httpx2.ConnectError("refused"),
        lambda: httpx2.RemoteProtocolError("broke off"),
    ],
)
def test_faults_that_may_pass_are_tried_again(fault: Callable[[], Answer]) -> None:
    """After one, two and four seconds, then given up with a remedy."""
    desk = Desk([fault(), fault(), httpx2.Response(200, content=b"{}")])
    assert desk.page() == b"{}"
    assert desk.clock.slept == [1.0, 2.0]
    desk = Desk([fault() for _ in range(4)])
    with pytest.raises(UnreachableError, match="tries: 4"):
        desk.page()
    assert desk.clock.slept == [1.0, 2.0, 4.0]


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_says_how_long_to_wait(status: int) -> None:
    """In seconds or as a moment; what is too long to wait for is told at once."""
    desk = Desk(
        [
            httpx2.Response(status, headers={"Retry-After": "7"}),
            httpx2.Response(200, content=b"{}"),
        ]
    )
    desk.page()
    assert desk.clock.slept == [7.0]
    moment = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)
    desk = Desk(
        [
            httpx2.Response(status, headers={"Retry-After": moment}),
            httpx2.Response(200, content=b"{}"),
        ]
    )
    desk.page()
    assert 20 < desk.clock.slept[0] <= 30
    desk = Desk([httpx2.Response(status, headers={"Retry-After": "86400"})])
    with pytest.raises(UnreachableError, match="tries: 1"):
        desk.page()
    assert desk.clock.slept == []


@pytest.mark.parametrize("given", ["soon", "-5", "", "1e9", "٣"])
def test_an_unreadable_wait_is_none(given: str) -> None:
    """The usual time is waited then."""
    headers = [(b"Retry-After", given.encode())]
    desk = Desk([httpx2.Response(503, headers=headers), httpx2.Response(200, content=b"{}")])
    desk.page()
    assert desk.clock.slept == [1.0]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 204, 206])
def test_other_answers_are_final(status: int) -> None:
    """Asking again would not help."""
    desk = Desk([httpx2.Response(status)])
    with pytest.raises(AnswerError, match=str(status)):
        desk.page()
    assert len(desk.asked) == 1


def redirect(location: str) -> httpx2.Response:
    """An answer that sends elsewhere."""
    return httpx2.Response(302, headers={"Location": location})


def test_redirects_are_followed_on_the_same_server() -> None:
    """A few of them."""
    desk = Desk([redirect("/a"), redirect("b"), httpx2.Response(200, content=b"{}")])
    assert desk.page() == b"{}"
    assert [request.url.path for request in desk.asked] == ["/oparl", "/a", "/b"]
    desk = Desk([redirect(f"/{at}") for at in range(9)])
    with pytest.raises(AnswerError, match="too many redirects"):
        desk.page()


@pytest.mark.parametrize(
    "location",
    [
        "https://other.example/",
        "http://127.0.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "https://ris.example:8443/",
        "file:///etc/passwd",
        "//other.example/",
        "http://ris.example/oparl",
        "",
    ],
)
def test_redirects_elsewhere_are_refused(location: str) -> None:
    """Another host, port or scheme, or back to where it came from."""
    desk = Desk([redirect(location)])
    with pytest.raises(OtherHostError):
        desk.page()
    assert len(desk.asked) == 1


def test_a_small_answer_that_unpacks_to_a_large_one_is_stopped() -> None:
    """Before it is in memory as a whole."""
    bomb = gzip.compress(b"[" + b" " * 50_000_000 + b"]")
    assert len(bomb) < 60_000
    desk = Desk([httpx2.Response(200, headers={"Content-Encoding": "gzip"}, stream=Pieces([bomb]))])
    with pytest.raises(TooMuchError, match="the size is beyond the limit"):
        desk.page()


class Pieces(httpx2.SyncByteStream):
    """A body in pieces, the clock moving on before each."""

    def __init__(self, pieces: list[bytes], clock: Clock | None = None, seconds: float = 0) -> None:
        self.pieces = pieces
        self.clock = clock
        self.seconds = seconds

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if self.clock is not None:
                self.clock.now += self.seconds
            yield piece


def test_packed_data_that_is_broken_is_told() -> None:
    """It is no fault of the network."""
    stream = Pieces([b"this is not gzip"])
    desk = Desk([httpx2.Response(200, headers={"Content-Encoding": "gzip"}, stream=stream)])
    with pytest.raises(AnswerError):
        desk.page()


def test_all_pages_together_have_limits() -> None:
    """Bytes, pages and time; the error names the setting."""
    pages: list[Answer] = [httpx2.Response(200, content=b" " * 40) for _ in range(3)]
    desk = Desk(list(pages), Limits(total_bytes=100, pause_seconds=0))
    desk.page()
    desk.page()
    with pytest.raises(TooMuchError) as caught:
        desk.page()
    assert "NETMAP_IMPORT_LIMIT_MEGABYTES" in caught.value.remedy_text.de
    pages = [httpx2.Response(200, content=b"{}") for _ in range(3)]
    desk = Desk(pages, Limits(total_bytes=100, pages=2, pause_seconds=0))
    desk.page()
    desk.page()
    with pytest.raises(TooMuchError) as caught:
        desk.page()
    assert "NETMAP_OPARL_LIMIT_PAGES" in caught.value.remedy_text.de
    pages = [httpx2.Response(200, content=b"{}") for _ in range(3)]
    desk = Desk(pages, Limits(total_bytes=100, seconds=30, pause_seconds=40))
    desk.page()
    with pytest.raises(TooMuchError) as caught:
        desk.page()
    assert "NETMAP_OPARL_LIMIT_MINUTES" in caught.value.remedy_text.de


def test_a_server_that_drips_is_not_waited_for_for_ever() -> None:
    """Each piece comes in time, the page does not."""
    clock = Clock()
    stream = Pieces([b" "] * 100, clock, seconds=10)
    desk = Desk([httpx2.Response(200, stream=stream)], clock=clock)
    with pytest.raises(TooMuchError, match="the time"):
        desk.page()
