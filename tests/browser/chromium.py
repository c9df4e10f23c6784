"""The Chromium of this machine, and how it is started without a screen or a request of its own."""

from __future__ import annotations

import shutil

CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium_path() -> str | None:
    """Path of a Chromium on the PATH, for Playwright's ``executable_path``."""
    return next(filter(None, map(shutil.which, _NAMES)), None)
