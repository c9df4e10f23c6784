"""An application that answers a real browser, from a thread of the test run."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import uvicorn
from fastapi import FastAPI

from netmap.changes import Put
from netmap.model import AnyRecord
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases


@dataclass(frozen=True, slots=True)
class Office:
    """A running application without networks but those that a test begins.

    Attributes:
        address: Where it answers, without a slash at the end.
        use_cases: The same application from inside, to prepare and to look.
    """

    address: str
    use_cases: UseCases

    def begin(self, network_id: str, *records: AnyRecord) -> str:
        """Begin a network with a few records; its address."""
        puts = [Put(record=record) for record in records]
        self.use_cases.records.apply(LOCAL_OWNER, network_id, puts, new_network=network_id.title())
        return f"{self.address}/networks/{network_id}"

    def labels(self, network_id: str) -> tuple[str, ...]:
        """What the actors of a network are called."""
        return tuple(self.use_cases.networks.at(LOCAL_OWNER, network_id).labels)


@contextmanager
def answering(app: FastAPI) -> Iterator[str]:
    """Address of an application for as long as the block lasts, without a slash at the end."""
    running = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            deadline = time.monotonic() + 30
            while not running.started and time.monotonic() < deadline:
                time.sleep(0.05)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        finally:
            running.should_exit = True
            thread.join(timeout=30)
