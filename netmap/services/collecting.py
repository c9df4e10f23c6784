"""The garbage collector held back while a use case makes very many records that all stay."""

from __future__ import annotations

import gc
from threading import Lock


class CollectorHeldBack:
    """Runs a block without the cyclic garbage collector, which visits every record again and again.

    That takes a third of the time of a large import and finds next to nothing: records refer to
    each other by id, and what nobody refers to any longer is freed at once, as ever. Several
    threads may be inside at a time; the last one out lets the collector go on.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._inside = 0
        self._was_enabled = False

    def __enter__(self) -> None:
        """Hold the collector back."""
        with self._lock:
            if not self._inside:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._inside += 1

    def __exit__(self, *_: object) -> None:
        """Let it go on, unless another thread is still inside."""
        with self._lock:
            self._inside -= 1
            if not self._inside and self._was_enabled:
                gc.enable()


collector_held_back = CollectorHeldBack()
"""The one of this process, for there is one collector."""
