"""One of several server processes, as `netmap serve --workers` starts them."""

from __future__ import annotations

import atexit
import os
import signal
from multiprocessing import parent_process
from threading import Thread
from typing import TYPE_CHECKING

from netmap import logs
from netmap.bootstrap import load_settings, open_store, use_cases_over, web_application

if TYPE_CHECKING:
    from fastapi import FastAPI


def application() -> FastAPI:
    """The web application of one of several server processes, over a store of its own.

    The store is closed when the process ends.
    """
    settings = load_settings()
    logs.configure(settings.log_format, settings.log_level)
    store = open_store(settings)
    atexit.register(store.close)
    Thread(target=_end_with_parent, daemon=True).start()
    return web_application(use_cases_over(store, settings), settings)


def _end_with_parent() -> None:
    """End this process as soon as the one that started it is gone, however that came about.

    Else a server that was killed would leave processes behind that hold its port.
    """
    parent = parent_process()
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
