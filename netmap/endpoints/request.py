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
