"""A store under watch: whoever listens learns what was asked of it and how long that took."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any, cast

from netmap.errors import NetmapError
from netmap.store.protocol import Store

Listener = Callable[[str, float, str], None]
"""Takes the name of an operation, its seconds, and the code of its error (empty for none)."""


class StoreWatch:
    """Who listens to what a store does."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._listeners: list[Listener] = []

    def listen(self, listener: Listener) -> None:
        """Tell ``listener`` of every operation from now on."""
        self._listeners.append(listener)

    def tell(self, operation: str, seconds: float, code: str) -> None:
        """Tell everybody."""
        for listener in self._listeners:
            listener(operation, seconds, code)


def watched(store: Store, watch: StoreWatch) -> Store:
    """The same store, telling ``watch`` what it does; it can whatever ``store`` can."""
    return cast(Store, _Watched(store, watch))


class _Watched:
    """Has every method of the store, found by name, and no other."""

    def __init__(self, store: Store, watch: StoreWatch) -> None:
        self._store = store
        self._watch = watch

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._store, name)
        if name.startswith("_") or not callable(found):
            return found

        @wraps(found)
        def told(*args: Any, **kwargs: Any) -> Any:
            began = time.perf_counter()
            code = "fault"
            try:
                result = found(*args, **kwargs)
                code = ""
            except NetmapError as error:
                code = error.code
                raise
            finally:
                self._watch.tell(name, time.perf_counter() - began, code)
            return result

        return told
