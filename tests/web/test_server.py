from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import PlainTextResponse
from fastapi.testclient import TestClient

from netmap.errors import SettingsError
from netmap.services.use_cases import UseCases
from netmap.web import server
from netmap.web.app import create_app
from netmap.web.server import PortTakenError, serve
from tests.web.conftest import settings
from tests.web.serving import served


def test_a_port_in_use_is_a_clear_error() -> None:
    """Who listens where a program listens already is told the port and another one to try."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError) as caught:
            serve(FastAPI(), settings(port=port))
    assert str(port) in str(caught.value)
    assert "--port" in caught.value.remedy_text.en


def test_a_port_that_cannot_be_is_a_clear_error() -> None:
    """A number beyond the ports is told like one that is taken."""
    with pytest.raises(PortTakenError, match="65535"):
        server.listening_socket("127.0.0.1", 99999)


def test_an_address_of_another_machine_is_a_clear_error() -> None:
    """An address that is not this machine's cannot be listened on."""
    with pytest.raises(PortTakenError):
        server.listening_socket("192.0.2.1", 0)


def test_no_answer_waits_for_an_acknowledgement() -> None:
    """A connection sends what it has at once, though head and body are written one by one."""
    with (
        server.listening_socket("127.0.0.1", 0) as listening,
        socket.create_connection(listening.getsockname()),
    ):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0


def test_serving_others_without_a_token_is_refused() -> None:
    """Whatever the application was made with, serving others needs the access token."""
    with pytest.raises(SettingsError, match="NETMAP_ACCESS_TOKEN_FILE"):
        serve(FastAPI(), settings(host="0.0.0.0", port=0))


def test_the_server_answers_and_names_no_software(
    use_cases: UseCases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real server answers over a real socket, without a header that says what it runs on."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    started: list[uvicorn.Server] = []
    run = uvicorn.Server.run

    def remembered(self: uvicorn.Server, sockets: list[socket.socket]) -> None:
        started.append(self)
        run(self, sockets=sockets)

    monkeypatch.setattr(uvicorn.Server, "run", remembered)
    chosen = settings(port=port)
    thread = threading.Thread(target=serve, args=(create_app(use_cases, chosen), chosen))
    thread.start()
    try:
        deadline = time.monotonic() + 30
        while not (started and started[0].started) and time.monotonic() < deadline:
            time.sleep(0.05)
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as answer:
            assert answer.status == 200
            assert answer.headers["Server"] is None
            assert b"Kreis Buchenau" in answer.read()
    finally:
        started[0].should_exit = True
        thread.join(timeout=30)
    assert not thread.is_alive()


def test_the_address_is_told_once_it_can_be_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Port 0 takes a free port, and whoever started the server learns which."""
    told: list[str] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: None)
    serve(FastAPI(), settings(port=0), announce=told.append)
    (address,) = told
    assert address.startswith("http://127.0.0.1:")
    assert not address.endswith(":0/")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_being_stopped_is_how_a_server_ends(how: signal.Signals) -> None:
    """Ctrl+C and SIGTERM end the server in order: what comes after it still runs."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    code = (
        "from fastapi import FastAPI; from netmap.settings import Settings; "
        "from netmap.web.server import serve; "
        f"serve(FastAPI(), Settings(host='127.0.0.1', port={port})); print('closed')"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            with socket.socket() as tried:
                if tried.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        # The socket listens a moment before the handlers stand.
        time.sleep(1)
        started.send_signal(how)
        said, complaints = started.communicate(timeout=30)
    assert (started.returncode, said.strip(), complaints) == (0, b"closed", b"")


@pytest.mark.parametrize(
    ("trusted", "believed"),
    [
        ("127.0.0.1,::1", "10.0.0.7 http"),
        ("10.0.0.0/8", "203.0.113.9 https"),
        ("*", "203.0.113.9 https"),
    ],
)
def test_only_proxies_that_are_named_say_who_asks(
    monkeypatch: pytest.MonkeyPatch, trusted: str, believed: str
) -> None:
    """Client address and scheme come from the headers of a trusted proxy, of nobody else."""
    app = FastAPI()

    @app.get("/who")
    def who(request: Request) -> PlainTextResponse:
        client = request.client
        assert client is not None
        return PlainTextResponse(f"{client.host} {request.url.scheme}")

    configs: list[uvicorn.Config] = []
    monkeypatch.setattr(uvicorn.Server, "run", lambda self, **_: configs.append(self.config))
    serve(app, settings(port=0, trusted_proxies=trusted))
    configs[0].load()
    client = TestClient(configs[0].loaded_app, client=("10.0.0.7", 50_000))
    headers = {"X-Forwarded-For": "203.0.113.9", "X-Forwarded-Proto": "https"}
    assert client.get("/who", headers=headers).text == believed


@pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")
def test_several_processes_share_the_work_and_end_together(tmp_path: Path) -> None:
    """With workers a killed process is replaced, and being stopped ends all of them."""
    store = f"sqlite:///{tmp_path / 'netmap.db'}"
    with served(store, tmp_path, arguments=("--workers", "2")) as serving:
        assert _answers(serving.address)
        children = _two_children(serving.process.pid)
        os.kill(children[0], signal.SIGKILL)
        now = _two_children(serving.process.pid, without=children[0])
        assert _answers(serving.address)
        serving.process.send_signal(signal.SIGTERM)
        assert serving.process.wait(timeout=30) == 0
        assert not any(Path(f"/proc/{each}").exists() for each in now)


@pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")
def test_a_killed_server_leaves_no_process_behind(tmp_path: Path) -> None:
    """The port is free for the next start, whatever ended the server."""
    with served(
        f"sqlite:///{tmp_path / 'netmap.db'}", tmp_path, arguments=("--workers", "2")
    ) as at:
        assert _answers(at.address)
        children = _two_children(at.process.pid)
        at.process.kill()
        deadline = time.monotonic() + 30
        while any(_is_running(each) for each in children):
            assert time.monotonic() < deadline
            time.sleep(0.1)


def _is_running(pid: int) -> bool:
    """Whether a process is there and no mere entry that nobody has taken note of."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


def _two_children(pid: int, *, without: int = 0) -> list[int]:
    """The two server processes of a process, once they are there."""
    deadline = time.monotonic() + 30
    now = _children(pid)
    while without in now or len(now) < 2:
        assert time.monotonic() < deadline
        time.sleep(0.1)
        now = _children(pid)
    return now


def _children(pid: int) -> list[int]:
    """Server processes of a process; what tracks the resources of all of them is none."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            command = status.with_name("cmdline").read_bytes()
            if int(fields[1]) == pid and b"resource_tracker" not in command:
                found.append(int(status.parent.name))
    return sorted(found)


def _answers(address: str) -> bool:
    with urllib.request.urlopen(f"{address}/readyz", timeout=30) as answer:  # noqa: S310
        return bool(answer.status == 200)
