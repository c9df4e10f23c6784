"""What an endpoint is asked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EndpointRequest:
    """What to read, and how.

    Attributes:
        address: A system, body, list or object of OParl.
        allow_private: Ask also a host that does not lie on the public network.
        fresh: Begin anew instead of using pages of an earlier try.
    """

    address: str
    allow_private: bool = False
    fresh: bool = False


def without_user(address: str) -> str:
    """An address as messages may show it, whatever characters its password holds.

    >>> without_user("https://ada:se/c@ret@ris.example/x"), without_user("https://ris.example/x")
    ('https://…@ris.example/x', 'https://ris.example/x')
    """
    user, at, rest = address.rpartition("@")
    scheme, slashes, _ = user.partition("://")
    return f"{scheme if slashes else ''}{slashes}…@{rest}" if at else address
