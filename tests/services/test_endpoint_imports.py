"""Importing from a live OParl endpoint: all of its pages, once, politely, and nobody else's."""

from __future__ import annotations

import gzip
import json
import os
import stat
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from netmap.endpoints.asking import Limits
from netmap.endpoints.errors import (
    AnswerError,
    EndpointError,
    OtherHostError,
    PrivateHostError,
    TooMuchError,
    UnreachableError,
)
from netmap.endpoints.reader import EndpointReader
from netmap.endpoints.request import EndpointRequest
from netmap.errors import AccessDeniedError
from netmap.ingest.errors import UnknownFormatError
from netmap.ingest.report import ImportReport
from netmap.model import Organization
from netmap.principal import LOCAL_OWNER, Principal
from netmap.progress import ImportCancelledError, Step
from netmap.services.endpoint_imports import EndpointImportService
from netmap.services.imports import ImportService
from netmap.store.sqlite import SqliteStore
from netmap.vocabulary import Kind
from tests.oparl_server import OparlServer, raw, serving


@pytest.fixture
def server() -> Iterator[OparlServer]:
    """A municipality's server."""
    with serving() as running:
        running.put_municipality()
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """An empty store."""
    opened = SqliteStore(tmp_path / "netmap.db")
    yield opened
    opened.close()


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    """Where pages are kept."""
    return tmp_path / "cache"


@pytest.fixture
def slept() -> list[float]:
    """How long it was waited, each time."""
    return []


Import = Callable[..., ImportReport]


@pytest.fixture
def import_from(store: SqliteStore, cache: Path, slept: list[float]) -> Import:
    """Import from an address into the network ``town``; waiting takes no time."""

    def run(address: str, limits: Limits | None = None, **options: Any) -> ImportReport:
        how = {"allow_private": True} | {
            each: options.pop(each) for each in ("allow_private", "fresh") if each in options
        }
        limits = limits or Limits(total_bytes=1_000_000, pause_seconds=0)
        service = EndpointImportService(
            lambda: EndpointReader(cache, limits, sleep=slept.append),
            ImportService(store, limit_bytes=1_000_000),
        )
        request = EndpointRequest(address, **how)
        return service.run(LOCAL_OWNER, request, network_id="town", **options)

    return run


class Watcher:
    """Notes the steps of an import, and how many pages were read; may stop it after some."""

    def __init__(self, stop_after: int | None = None) -> None:
        self.steps: list[Step] = []
        self.pages = 0
        self.stop_after = stop_after

    def begin(self, step: Step, total: int | None = None) -> None:
        """A step begins."""
        self.steps.append(step)

    def advance(self, done: int) -> None:
        """Pages or records are done."""
        if self.steps[-1] is Step.READ:
            self.pages += done
            if self.pages == self.stop_after:
                raise ImportCancelledError


def kept(cache: Path) -> list[Path]:
    """The pages that lie on disk."""
    return [file for file in cache.rglob("*") if file.is_file()]


def codes(report: ImportReport) -> list[str]:
    """Codes of what was found, but for the notes on every import."""
    usual = {"ingest.municipality", "ingest.not_taken"}
    return [problem.code for problem in report.problems if problem.code not in usual]


@pytest.mark.parametrize("start", ["/system", "/bodies"])
def test_a_whole_endpoint_is_read_page_by_page(
    server: OparlServer, import_from: Import, store: SqliteStore, cache: Path, start: str
) -> None:
    """From the system or its bodies to the last page, each address once; papers are left alone."""
    watcher = Watcher()
    report = import_from(server.url(start), progress=watcher)
    assert report.applied
    assert (report.source, report.format) == (server.url(start), "oparl")
    assert {each.kind: each.added for each in report.counts} == {
        Kind.PERSON: 5,
        Kind.ORGANIZATION: 2,
        Kind.MEMBERSHIP: 5,
    }
    assert codes(report) == []
    assert set(server.asked.values()) == {1}
    assert "/papers" not in server.asked
    assert watcher.steps == list(Step)
    assert watcher.pages == len(server.asked)
    assert kept(cache) == []
    records = list(store.read("town").all_records())
    assert {record.source.label for record in records if record.source} == {server.url(start)}
    territories = {each.territory for each in records if isinstance(each, Organization)}
    assert territories == {"Stadt Buchenau"}


def test_a_list_or_an_object_alone(server: OparlServer, import_from: Import) -> None:
    """Only that list, with all of its pages, or only that object."""
    report = import_from(server.url("/organizations"))
    assert [(each.kind, each.added) for each in report.counts] == [(Kind.ORGANIZATION, 2)]
    assert list(server.asked) == ["/organizations"]


def test_lists_are_found_under_misspelt_keys(server: OparlServer, import_from: Import) -> None:
    """As the reader finds what they hold."""
    body = server.answers["/bodies"]["data"][0]
    body["persn"] = body.pop("person")
    report = import_from(server.url("/system"))
    assert {each.kind: each.added for each in report.counts}[Kind.PERSON] == 5
    assert codes(report) == ["ingest.respelled"]


def test_a_very_long_address_fits_the_records(
    server: OparlServer, import_from: Import, store: SqliteStore
) -> None:
    """Its beginning stands there and in the change log; the report has it whole."""
    path = "/organizations?filter=" + "x" * 1_500
    server.answers[path] = server.answers["/organizations"]
    report = import_from(server.url(path))
    assert report.source == server.url(path)
    (entry,) = store.log("town")
    assert entry.note == f"Import: {server.url(path)[:1_000]}"


def test_the_same_endpoint_twice_changes_nothing(server: OparlServer, import_from: Import) -> None:
    """Not even where records say they come from."""
    import_from(server.url("/system"))
    second = import_from(server.url("/system"))
    assert not second.applied
    assert second.changes == ()


def test_a_fetch_that_broke_off_goes_on_where_it_stopped(
    server: OparlServer, import_from: Import, cache: Path, store: SqliteStore
) -> None:
    """Nothing is written until all is there; pages that were read are not asked for again."""
    good = server.answers["/persons?page=3"]
    server.answers["/persons?page=3"] = raw(500)
    with pytest.raises(UnreachableError, match="500"):
        import_from(server.url("/system"))
    assert store.networks() == []
    assert len(kept(cache)) == 5
    asked = dict(server.asked)
    server.answers["/persons?page=3"] = good
    assert import_from(server.url("/system")).applied
    assert {path for path, count in server.asked.items() if count != asked[path]} == {
        "/persons?page=3"
    }
    assert kept(cache) == []


def test_an_import_that_is_stopped_goes_on_later(
    server: OparlServer, import_from: Import, store: SqliteStore, cache: Path
) -> None:
    """Between two pages."""
    with pytest.raises(ImportCancelledError):
        import_from(server.url("/system"), progress=Watcher(stop_after=3))
    assert store.networks() == []
    assert len(kept(cache)) == 3
    assert import_from(server.url("/system")).applied
    assert set(server.asked.values()) == {1}


def test_fresh_begins_anew(server: OparlServer, import_from: Import) -> None:
    """Whatever was kept is thrown away."""
    server.answers["/persons?page=3"] = raw(404)
    for fresh in (False, True):
        with pytest.raises(AnswerError):
            import_from(server.url("/system"), fresh=fresh)
    assert server.asked["/system"] == 2


def test_pages_are_nobody_elses_and_go_after_a_day(
    server: OparlServer, import_from: Import, cache: Path
) -> None:
    """Those of an endpoint that nobody came back to go with the next import; nothing else does."""
    server.answers["/persons?page=3"] = raw(404)
    with pytest.raises(AnswerError):
        import_from(server.url("/system"))
    (folder,) = cache.iterdir()
    if os.name == "posix":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert {stat.S_IMODE(file.stat().st_mode) for file in kept(cache)} == {0o600}
    others = cache / "reports"
    others.mkdir()
    long_ago = time.time() - 90_000
    for each in (folder, others):
        os.utime(each, (long_ago, long_ago))
    import_from(server.url("/organizations"))
    assert list(cache.iterdir()) == [others]


def test_a_kept_page_that_is_damaged_is_asked_for_again(
    server: OparlServer, import_from: Import, cache: Path
) -> None:
    """A power cut may have left half of it."""
    good = server.answers["/persons?page=3"]
    server.answers["/persons?page=3"] = raw(404)
    with pytest.raises(AnswerError):
        import_from(server.url("/system"))
    for file in kept(cache):
        file.write_bytes(file.read_bytes()[:20])
    server.answers["/persons?page=3"] = good
    assert import_from(server.url("/system")).applied


def test_a_cache_that_cannot_be_written_is_no_fault(
    server: OparlServer, import_from: Import, cache: Path
) -> None:
    """A file lies where the folder should be."""
    cache.write_text("in the way", encoding="utf-8")
    assert import_from(server.url("/system")).applied


def dies(content: bytes, announced: int) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer that announces more than it gives."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        raw(200, content, Content_Length=str(announced))(handler)
        handler.close_connection = True

    return write


def test_a_connection_that_dies_in_the_middle_is_tried_again(
    server: OparlServer, import_from: Import
) -> None:
    """Half a page is no page."""
    good = server.answers["/persons?page=2"]
    whole = json.dumps(good).encode()

    def once(handler: BaseHTTPRequestHandler) -> None:
        server.answers["/persons?page=2"] = good
        dies(whole[:50], len(whole))(handler)

    server.answers["/persons?page=2"] = once
    report = import_from(server.url("/system"))
    assert {each.kind: each.added for each in report.counts}[Kind.PERSON] == 5
    assert server.asked["/persons?page=2"] == 2


def test_a_server_that_says_nothing_is_asked_again(
    server: OparlServer, import_from: Import, slept: list[float]
) -> None:
    """After the time that a server may be silent."""
    good = server.answers["/persons"]

    def once(handler: BaseHTTPRequestHandler) -> None:
        server.answers["/persons"] = good
        time.sleep(0.6)
        handler.close_connection = True

    server.answers["/persons"] = once
    limits = Limits(total_bytes=1_000_000, pause_seconds=0, silence_seconds=0.2)
    assert import_from(server.url("/system"), limits).applied
    assert slept == [1.0]


def test_half_a_page_without_a_length_is_asked_for_once_more(
    server: OparlServer, import_from: Import
) -> None:
    """The end of the connection looks like the end of the page; the JSON tells."""
    good = server.answers["/persons"]

    def once(handler: BaseHTTPRequestHandler) -> None:
        server.answers["/persons"] = good
        handler.send_response(200)
        handler.end_headers()
        handler.wfile.write(json.dumps(good).encode()[:60])
        handler.close_connection = True

    server.answers["/persons"] = once
    assert import_from(server.url("/system")).applied
    server.answers["/persons"] = raw(200, b"<html>Wartung</html>")
    with pytest.raises(AnswerError, match="something other than JSON"):
        import_from(server.url("/system"))


def test_links_to_other_hosts_are_not_followed_and_told(
    server: OparlServer, import_from: Import
) -> None:
    """The list that stands elsewhere is missing, and the report says so."""
    with serving() as other:
        other.put_municipality()
        server.answers["/bodies"]["data"][0]["person"] = other.url("/persons")
        server.answers["/organizations"]["links"]["next"] = "http://169.254.169.254/latest"
        report = import_from(server.url("/system"))
        assert other.asked == {}
    assert codes(report) == ["ingest.not_asked_elsewhere", "ingest.not_asked_elsewhere"]
    told = " ".join(each.cause.en for each in report.problems)
    assert other.base in told
    assert "http://169.254.169.254" in told


@pytest.mark.parametrize("path", ["/system", "/persons?page=2"])
def test_redirects_to_other_hosts_are_refused(
    server: OparlServer, import_from: Import, path: str
) -> None:
    """At the beginning or on the way, and nothing is changed."""
    with serving() as other:
        other.put_municipality()
        server.answers[path] = raw(302, Location=other.url("/system"))
        with pytest.raises(OtherHostError):
            import_from(server.url("/system"))
        assert other.asked == {}


def test_a_redirect_on_the_same_server_is_followed(
    server: OparlServer, import_from: Import
) -> None:
    """Many systems moved their start."""
    server.answers["/oparl"] = raw(301, Location="/system")
    assert import_from(server.url("/oparl")).applied


def test_private_hosts_are_refused_unless_allowed(server: OparlServer, import_from: Import) -> None:
    """Not one request reaches them."""
    for address in (server.url("/system"), server.url("/system").replace("127.0.0.1", "localhost")):
        with pytest.raises(PrivateHostError, match="is not public"):
            import_from(address, allow_private=False)
    assert server.asked == {}


def test_a_list_that_goes_round_in_circles_ends(server: OparlServer, import_from: Import) -> None:
    """The next page is one that was read already, or the same page under ever new addresses."""
    server.answers["/persons?page=3"]["links"]["next"] = server.url("/persons?page=2")
    report = import_from(server.url("/system"))
    assert codes(report) == ["ingest.list_loops"]
    assert {each.kind: each.added for each in report.counts}[Kind.PERSON] == 5

    def endless(handler: BaseHTTPRequestHandler) -> None:
        number = int(handler.path.rpartition("=")[2]) + 1
        server.answers[f"/persons?page={number}"] = endless
        page = {**server.answers["/organizations"]}
        page["links"] = {"next": server.url(f"/persons?page={number}")}
        raw(200, json.dumps(page).encode())(handler)

    server.answers["/persons?page=3"] = endless
    report = import_from(server.url("/system"))
    assert codes(report) == ["ingest.list_loops"]
    assert "/persons?page=5" not in server.asked


def test_pages_without_end_are_stopped(server: OparlServer, import_from: Import) -> None:
    """Each is new; the limit says when it is enough."""

    def endless(handler: BaseHTTPRequestHandler) -> None:
        number = int(handler.path.rpartition("=")[2]) + 1
        server.answers[f"/persons?page={number}"] = endless
        page = {
            "data": [server.described("Person", f"/person/{number}", name=str(number))],
            "links": {"next": server.url(f"/persons?page={number}")},
        }
        raw(200, json.dumps(page).encode())(handler)

    server.answers["/persons?page=2"] = endless
    with pytest.raises(TooMuchError, match="20"):
        import_from(server.url("/system"), Limits(total_bytes=1_000_000, pages=20, pause_seconds=0))


def test_a_bomb_is_stopped(server: OparlServer, import_from: Import) -> None:
    """A small answer that unpacks beyond the limit."""
    bomb = gzip.compress(b"[" + b" " * 30_000_000 + b"]")
    server.answers["/persons"] = raw(200, bomb, Content_Encoding="gzip")
    with pytest.raises(TooMuchError, match="the size"):
        import_from(server.url("/system"))


def test_packed_pages_are_read(server: OparlServer, import_from: Import) -> None:
    """They are asked for packed."""
    packed = gzip.compress(json.dumps(server.answers["/persons"]).encode())
    server.answers["/persons"] = raw(200, packed, Content_Encoding="gzip")
    assert import_from(server.url("/system")).applied
    assert {headers["Accept-Encoding"] for headers in server.headers} == {"gzip"}
    assert {headers["User-Agent"].partition("/")[0] for headers in server.headers} == {"netmap"}


def test_a_busy_server_is_waited_for(
    server: OparlServer, import_from: Import, slept: list[float]
) -> None:
    """As long as it says."""
    good = server.answers["/persons"]

    def once(handler: BaseHTTPRequestHandler) -> None:
        server.answers["/persons"] = good
        raw(429, Retry_After="3")(handler)

    server.answers["/persons"] = once
    assert import_from(server.url("/system")).applied
    assert slept == [3.0]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (raw(404), AnswerError),
        (raw(200, b'{"hello": "world"}'), AnswerError),
        (raw(200, b""), AnswerError),
        (raw(200, b"[1, 2"), AnswerError),
        (raw(200, b"%PDF-1.7"), AnswerError),
    ],
)
def test_what_is_no_oparl_is_told(
    server: OparlServer, import_from: Import, cache: Path, answer: Any, error: type[EndpointError]
) -> None:
    """With the address and what to do; nothing of it is kept."""
    server.answers["/system"] = answer
    with pytest.raises(error, match="/system"):
        import_from(server.url("/system"))
    assert kept(cache) == []


def test_a_server_that_is_gone(import_from: Import) -> None:
    """Nobody listens there any more."""
    with serving() as server:
        address = server.url("/system")
    with pytest.raises(UnreachableError, match="tries: 4"):
        import_from(address)


def test_only_who_may_write_lets_netmap_ask(
    server: OparlServer, store: SqliteStore, cache: Path
) -> None:
    """Not a single request for somebody else."""
    with pytest.raises(AccessDeniedError):
        EndpointImportService(
            lambda: EndpointReader(cache, Limits(total_bytes=1)),
            ImportService(store, limit_bytes=1),
        ).run(
            Principal(id="guest", name="Guest", writes=frozenset()),
            EndpointRequest(server.url("/system"), allow_private=True),
            network_id="town",
        )
    assert server.asked == {}


def test_an_address_is_read_as_oparl_alone(server: OparlServer, import_from: Import) -> None:
    """Another format is refused before anything is asked."""
    with pytest.raises(UnknownFormatError, match="workbook"):
        import_from(server.url("/system"), source_format="workbook")
    assert server.asked == {}
    with pytest.raises(UnknownFormatError) as caught:
        import_from("https://ada:secret@ris.example/", source_format="workbook")
    assert "secret" not in str(caught.value)
    assert import_from(server.url("/system"), source_format="oparl").applied


def test_a_dry_run_writes_nothing(
    server: OparlServer, import_from: Import, store: SqliteStore, cache: Path
) -> None:
    """Neither into the network nor on disk."""
    report = import_from(server.url("/system"), dry_run=True)
    assert len(report.changes) == 12
    assert store.networks() == []
    assert kept(cache) == []
