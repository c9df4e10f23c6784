"""Sizes of files in words, for messages."""

from __future__ import annotations

from netmap.language import Text, decimal


def megabytes(size_bytes: int) -> Text:
    """A size for people, in kilobytes below one megabyte.

    >>> megabytes(1_500_000).de, megabytes(1_500_000).en
    ('1,5 MB', '1.5 MB')
    >>> megabytes(700).en
    '0.7 kB'
    """
    value = (
        f"{size_bytes / 1_000_000:.1f} MB"
        if size_bytes >= 1_000_000
        else f"{size_bytes / 1_000:.1f} kB"
    )
    return decimal(value)
