"""Serving the application until it is stopped."""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.server import HANDLED_SIGNALS
from uvicorn.supervisors import Multiprocess

from netmap import logs
from netmap.errors import NetmapError
from netmap.language import Text
from netmap.settings import Settings
from netmap.web.security import read_access_token

_GRACE_SECONDS = 10
_MOST_AT_ONCE = 500
"""Connections beyond which new ones are told to come back, so that those there are get on."""
_LAST_PORT = 65535


class PortTakenError(NetmapError):
    """The address cannot be listened on."""

    code = "server.address"
    cause = Text(
        de="Unter {host}, Port {port} kann netmap nicht antworten: {problem}",
        en="netmap cannot listen on {host}, port {port}: {problem}",
    )
    remedy = Text(
        de="Läuft dort schon ein Programm (vielleicht netmap selbst)? Einen anderen Port wählen: "
        "--port 8001.",
        en="Does a program run there already (maybe netmap itself)? Choose another port: "
        "--port 8001.",
    )


def listening_socket(host: str, port: int) -> socket.socket:
    """A socket that listens on the address; port 0 takes one that is free.

    Raises:
        PortTakenError: The port is in use or not allowed, or the address is not this machine's.
    """
    if not 0 <= port <= _LAST_PORT:
        problem = Text(de="Ports reichen von 0 bis 65535.", en="Ports go from 0 to 65535.")
        raise PortTakenError(host=host, port=port, problem=problem)
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listening = socket.create_server((host.strip("[]"), port), family=family, backlog=128)
    except OSError as error:
        problem = Text(de="Der Port ist belegt.", en="The port is in use.")
        if error.errno != errno.EADDRINUSE:
            problem = Text(de=error.strerror or str(error), en=error.strerror or str(error))
        raise PortTakenError(host=host, port=port, problem=problem) from error
    # Connections inherit it. Head and body of an answer are two writes, and without it the second
    # one waits for the client's word that the first has come: 40 ms an answer.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


@contextmanager
def _stopped_is_done() -> Iterator[None]:
    """Let signals end the server and nothing more, so that its caller closes what it opened.

    uvicorn raises the signal that ended it once more, for handlers that were there before.
    """
    if current_thread() is not main_thread():  # only there may handlers be set
        yield
        return
    before = {each: signal.signal(each, lambda *_: None) for each in HANDLED_SIGNALS}
    try:
        yield
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)


def serve(
    app: FastAPI, settings: Settings, *, announce: Callable[[str], None] = lambda _: None
) -> None:
    """Answer requests until the process is asked to stop; running ones may end first.

    ``announce`` is called with the address of the start page as soon as it can be opened.

    Raises:
        SettingsError: Other machines could reach the address, and no access token is set.
        PortTakenError: The address cannot be listened on.
    """
    with _announced(settings, announce) as listening, _stopped_is_done():
        uvicorn.Server(_config(app, settings)).run(sockets=[listening])


def serve_with_workers(
    factory: str,
    settings: Settings,
    workers: int,
    *,
    announce: Callable[[str], None] = lambda _: None,
) -> None:
    """Answer requests with several processes over the same store, until asked to stop.

    A process that ends is replaced. Each keeps results of its own in memory.

    Args:
        factory: Where the function that makes the application of a process is, as "module:name".
        settings: Settings of the server; each process reads those of the environment.
        workers: How many processes.
        announce: Called with the address of the start page.

    Raises:
        SettingsError: Other machines could reach the address, and no access token is set.
        PortTakenError: The address cannot be listened on.
    """
    with _announced(settings, announce) as listening, _stopped_is_done():
        config = _config(factory, settings, factory=True, workers=workers)
        Multiprocess(config, sockets=[listening]).run()


@contextmanager
def _announced(settings: Settings, announce: Callable[[str], None]) -> Iterator[socket.socket]:
    # Asked here too: whoever serves must not forget it, whatever the application was made with.
    read_access_token(settings)
    logs.configure(settings.log_format, settings.log_level)
    with listening_socket(settings.host, settings.port) as listening:
        port = listening.getsockname()[1]
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        announce(f"http://{host}:{port}/")
        yield listening


def _config(app: FastAPI | str, settings: Settings, **more: Any) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        # Addresses of pages tell who looked at whom, so no log keeps them.
        access_log=False,
        log_config=None,
        limit_concurrency=_MOST_AT_ONCE,
        server_header=False,
        date_header=True,
        # Who asks, and whether by TLS, is taken from the proxies that the settings name.
        proxy_headers=True,
        forwarded_allow_ips=settings.trusted_proxies,
        timeout_graceful_shutdown=_GRACE_SECONDS,
        lifespan="off",
        **more,
    )
