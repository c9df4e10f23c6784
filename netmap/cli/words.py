"""The language that the command line speaks: NETMAP_LANGUAGE, German where it says nothing."""

from __future__ import annotations

import os

from netmap.language import Language, Text


def spoken() -> Language:
    """The language of help and messages; settings check the variable itself."""
    return Language.EN if os.environ.get("NETMAP_LANGUAGE", "").lower() == "en" else Language.DE


def say(de: str, en: str) -> str:
    """One of two wordings."""
    return Text(de=de, en=en).in_language(spoken())
