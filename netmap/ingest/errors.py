"""Errors of reading files: what was found, where, and what to do about it."""

from __future__ import annotations

from netmap.errors import NetmapError
from netmap.language import Text


class UnclearValueError(NetmapError):
    """A cell or field holds words that do not say what is asked there."""

    code = "ingest.value_unclear"
    cause = Text(
        de="„{value}“ ist hier nicht zu verstehen; erwartet wird {expected}.",
        en='"{value}" is not understood here; expected is {expected}.',
    )
    remedy = Text(de="Möglich sind zum Beispiel: {examples}.", en="For example: {examples}.")
