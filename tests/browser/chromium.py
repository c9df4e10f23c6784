"""The Chromium of this machine, and how it is started without a screen or a request of its own."""

from __future__ import annotations

import shutil

_FEATURES = (
    # The suggestions below the address bar are pages of their own, which each window opens out of
    # sight: they take more of the processor than the page that is looked at.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    # The list replaces Playwright's. This is what it holds against requests of the browser's own,
    "AimEnabled",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PreconnectToSearch",
    # and this against waiting.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "PaintHolding",
)
CHROMIUM_ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join(_FEATURES)}",
]
_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


def chromium_path() -> str | None:
    """Path of a Chromium on the PATH, for Playwright's ``executable_path``."""
    return next(filter(None, map(shutil.which, _NAMES)), None)
