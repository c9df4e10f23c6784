"""A web server on loopback that speaks OParl, well or badly, for tests of the live endpoint."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

Handler = Callable[[BaseHTTPRequestHandler], None]
PER_PAGE = 2


@dataclass
class OparlServer:
    """A small municipality behind http://127.0.0.1.

    Attributes:
        base: Address of the server without a slash at its end.
        answers: What an address with its query answers: a JSON value, or a function that writes.
        asked: How often each address was asked for.
    """

    base: str
    answers: dict[str, Any] = field(default_factory=dict)
    asked: Counter[str] = field(default_factory=Counter)
    headers: list[dict[str, str]] = field(default_factory=list)

    def url(self, path: str) -> str:
        """The address of a path."""
        return f"{self.base}{path}"

    def described(self, name: str, path: str, /, **fields: Any) -> dict[str, Any]:
        """An object with its id and type."""
        return {
            "id": self.url(path),
            "type": f"https://schema.oparl.org/1.1/{name}",
            **fields,
        }

    def put_list(self, path: str, entries: list[Any]) -> None:
        """Serve a list in pages of two."""
        pages = [entries[at : at + PER_PAGE] for at in range(0, len(entries), PER_PAGE)] or [[]]
        for number, page in enumerate(pages, start=1):
            links = {} if number == len(pages) else {"next": self.url(f"{path}?page={number + 1}")}
            self.answers[path if number == 1 else f"{path}?page={number}"] = {
                "data": page,
                "pagination": {"totalElements": len(entries)},
                "links": links,
            }

    def put_municipality(self) -> None:
        """Serve a system with one body, two committees, and five persons with a seat each."""
        self.answers["/system"] = self.described("System", "/system", body=self.url("/bodies"))
        body = self.described(
            "Body",
            "/body/1",
            name="Stadt Buchenau",
            organization=self.url("/organizations"),
            person=self.url("/persons"),
            paper=self.url("/papers"),
        )
        self.put_list("/bodies", [body])
        self.put_list(
            "/organizations",
            [
                self.described("Organization", f"/organization/{name}", name=name, body=body["id"])
                for name in ("Rat", "Jugend")
            ],
        )
        self.put_list(
            "/persons",
            [
                self.described(
                    "Person",
                    f"/person/{at}",
                    name=f"Person {at}",
                    membership=[
                        self.described(
                            "Membership",
                            f"/membership/{at}",
                            organization=self.url("/organization/Rat"),
                            role="Mitglied",
                        )
                    ],
                )
                for at in range(5)
            ],
        )


def raw(status: int, body: bytes = b"", **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer that is written as it stands; underscores in names of headers are hyphens."""

    def write(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return write


@contextmanager
def serving() -> Iterator[OparlServer]:
    """A running server without any content."""

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.asked[self.path] += 1
            served.headers.append(dict(self.headers))
            answer = served.answers.get(self.path, raw(404))
            if callable(answer):
                answer(self)
            else:
                raw(200, json.dumps(answer).encode(), Content_Type="application/json")(self)

        def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named so in the base
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    served = OparlServer(f"http://127.0.0.1:{server.server_address[1]}")
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
