"""A line to a server that breaks where a test wants it to."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message with which a Bolt client commits."""


class Line:
    """Carries bytes between clients and a server on this machine, for as long as it is whole.

    Attributes:
        cuts: How often it broke.
    """

    def __init__(self, port: int) -> None:
        """Lead to the server at ``port``."""
        self._server_port = port
        self._marker: bytes | None = None
        self._lets_through = False
        self._stays_dead = False
        self._dead = threading.Event()
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self) -> str:
        """Address of this end of the line."""
        return f"bolt://127.0.0.1:{self._listener.getsockname()[1]}"

    def break_before(self, marker: bytes, *, for_good: bool = False) -> None:
        """Break when a client sends ``marker``, which does not reach the server any more.

        Args:
            marker: Bytes of a message.
            for_good: Until `heal` takes no further calls either.
        """
        self._lets_through, self._stays_dead, self._marker = False, for_good, marker

    def break_after(self, marker: bytes, *, for_good: bool = False) -> None:
        """Break when the server answers ``marker``; its answer is lost."""
        self._lets_through, self._stays_dead, self._marker = True, for_good, marker

    def die(self) -> None:
        """Break now, and take no further calls until `heal`."""
        self._dead.set()
        self._break()

    def heal(self) -> None:
        """Carry again."""
        self._marker = None
        self._dead.clear()

    def close(self) -> None:
        """Take no more calls."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self._dead.is_set():
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self._server_port))
            with self._lock:
                self._open |= {client, server}
            awaits_cut = threading.Event()
            for source, target in ((client, server), (server, client)):
                threading.Thread(
                    target=self._carry,
                    args=(source, target, source is client, awaits_cut),
                    daemon=True,
                ).start()

    def _carry(
        self, source: socket.socket, target: socket.socket, asks: bool, awaits_cut: threading.Event
    ) -> None:
        with source, target, suppress(OSError):
            while data := source.recv(65536):
                if asks and self._marker is not None and self._marker in data:
                    self._marker = None
                    if self._lets_through:
                        awaits_cut.set()
                    else:
                        self._break_once()
                        return
                elif not asks and awaits_cut.is_set():
                    # The server has done what it was asked; nobody will hear of it.
                    self._break_once()
                    return
                target.sendall(data)

    def _break_once(self) -> None:
        if self._stays_dead:
            self._dead.set()
        self._break()

    def _break(self) -> None:
        with self._lock:
            broken, self._open = self._open, set()
        for each in broken:
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
        # Whoever waits for it finds the line broken already.
        self.cuts += 1
