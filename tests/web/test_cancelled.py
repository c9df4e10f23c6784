from __future__ import annotations

import json
import signal
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest

from tests.web.serving import Serving, served

_SETS = "/api/v1/networks/kreis/change-sets"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server over a file with the network "kreis"."""
    folder = tmp_path_factory.mktemp("served")
    with served(f"sqlite:///{folder / 'netmap.db'}", folder) as started:
        wanted = {"id": "kreis", "name": "Kreis"}
        httpx2.post(f"{started.address}/api/v1/networks", json=wanted).raise_for_status()
        yield started


def _request(path: str, body: bytes, content_type: str, host: str) -> tuple[bytes, bytes]:
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {content_type}\r\n"
        f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
    )
    return head.encode(), body


def _connected(server: Serving) -> socket.socket:
    place = urlsplit(server.address)
    return socket.create_connection((place.hostname, place.port), timeout=30)


def _change_set(name: str, records: int) -> bytes:
    changes = [
        {"op": "put", "record": {"kind": "topic", "id": f"{name}-{number}", "name": name}}
        for number in range(records)
    ]
    return json.dumps({"id": name, "changes": changes}).encode()


def _is_well(server: Serving) -> None:
    """The server takes the next change, and soon."""
    began = time.monotonic()
    answer = httpx2.post(
        f"{server.address}/api/v1/networks/kreis/records",
        json={"kind": "topic", "name": "next"},
        timeout=30,
    )
    assert answer.status_code == 201
    assert time.monotonic() - began < 10, "nothing was left that a writer has to wait for"


def test_a_request_that_breaks_off_leaves_nothing(server: Serving) -> None:
    """A client that goes away in the middle of its body has written nothing."""
    body = _change_set("half", 200)
    head, body = _request(_SETS, body, "application/json", "localhost")
    for _ in range(5):
        with _connected(server) as connection:
            connection.sendall(head + body[: len(body) // 2])
    _is_well(server)
    assert httpx2.get(f"{server.address}{_SETS}/half").status_code == 404


def test_an_upload_that_breaks_off_leaves_no_file(server: Serving) -> None:
    """What had come of it is removed."""
    file = b"Name;Organisation\n" + b"Ada;Amt\n" * 400_000
    body = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
        + file
        + b"\r\n--x--\r\n"
    )
    path = "/api/v1/networks/kreis/imports"
    head, body = _request(path, body, "multipart/form-data; boundary=x", "localhost")
    with _connected(server) as connection:
        connection.sendall(head + body[: len(body) * 3 // 4])
    _is_well(server)
    temporary = server.log.parent / "temporary"
    deadline = time.monotonic() + 10
    while list(temporary.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert list(temporary.iterdir()) == []


def test_who_does_not_wait_for_the_answer_finds_all_or_nothing(server: Serving) -> None:
    """A change that was sent whole is applied whole or not at all, whoever still listens."""
    for number in range(5):
        name = f"gone-{number}"
        head, body = _request(_SETS, _change_set(name, 50), "application/json", "localhost")
        with _connected(server) as connection:
            connection.sendall(head + body)
    _is_well(server)
    for number in range(5):
        name = f"gone-{number}"
        again = httpx2.post(
            f"{server.address}{_SETS}",
            content=_change_set(name, 50),
            headers={"Content-Type": "application/json"},
        )
        assert again.status_code in {200, 201}
        assert len(again.json()["changes"]) == 50
    assert "exception=" not in server.log.read_text(encoding="utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM to catch")
def test_a_server_that_is_stopped_ends_what_it_is_at(tmp_path: Path) -> None:
    """After SIGTERM a request whose body is still coming is answered, and then the server ends."""
    with served(f"sqlite:///{tmp_path / 'netmap.db'}", tmp_path) as server:
        wanted = json.dumps({"id": "kreis", "name": "Kreis"}).encode()
        head, body = _request("/api/v1/networks", wanted, "application/json", "localhost")
        head = head.replace(b"\r\n\r\n", b"\r\nExpect: 100-continue\r\n\r\n")
        with _connected(server) as connection:
            connection.sendall(head)
            # Now the application waits for the body.
            assert connection.recv(65536).startswith(b"HTTP/1.1 100")
            server.process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            connection.sendall(body)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        assert answer.startswith(b"HTTP/1.1 201")
        assert server.process.wait(timeout=30) == 0
