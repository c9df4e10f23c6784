"""Moments as the people who work with netmap read them, whatever zone its machine is set to."""

from __future__ import annotations

from datetime import datetime

from babel.dates import get_timezone

_ZONE = get_timezone("Europe/Berlin")


def local(moment: datetime) -> datetime:
    """The moment on the clocks of German municipalities.

    >>> from datetime import UTC
    >>> f"{local(datetime(2024, 6, 1, 22, 30, tzinfo=UTC)):%Y-%m-%d %H:%M}"
    '2024-06-02 00:30'
    """
    return moment.astimezone(_ZONE)
