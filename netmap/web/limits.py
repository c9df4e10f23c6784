"""How often one address may ask: counted in this process, forgotten after a minute."""

from __future__ import annotations

import ipaddress
import math
import time

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from netmap.settings import Settings

_IPV6_NETWORK = 64
"""Bits that one subscriber gets: whoever has one IPv6 address has all of these."""


class RateLimits:
    """The limits of one application."""

    def __init__(self, settings: Settings, *, guarded: bool) -> None:
        """Limit as ``settings`` say; without a token (``guarded``) the owner asks alone."""
        self._window = MovingWindowRateLimiter(MemoryStorage())
        most = settings.requests_per_minute
        self._requests = RateLimitItemPerMinute(most, 1) if guarded and most else None
        self._wrong_tokens = RateLimitItemPerMinute(settings.wrong_tokens_per_minute, 1)

    def wait_for_request(self, address: str) -> int:
        """Count a request; the seconds to wait where there were too many, else 0."""
        if self._requests is None or self._window.hit(self._requests, "request", who(address)):
            return 0
        return self._seconds(self._requests, "request", address)

    def wait_for_token(self, address: str) -> int:
        """The seconds to wait before a token is looked at, after too many wrong ones; else 0."""
        if self._window.test(self._wrong_tokens, "token", who(address)):
            return 0
        return self._seconds(self._wrong_tokens, "token", address)

    def count_wrong_token(self, address: str) -> None:
        """Count a wrong token."""
        self._window.hit(self._wrong_tokens, "token", who(address))

    def _seconds(self, limit: RateLimitItemPerMinute, kind: str, address: str) -> int:
        again = self._window.get_window_stats(limit, kind, who(address)).reset_time
        return max(1, math.ceil(again - time.time()))


def who(address: str) -> str:
    """Who is behind an address: IPv6 addresses of one subscriber count as one.

    >>> who("192.0.2.7"), who("2001:db8:1:2:3::4"), who("testclient")
    ('192.0.2.7', '2001:db8:1:2::/64', 'testclient')
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return address
    return str(ipaddress.ip_network(f"{found.compressed}/{_IPV6_NETWORK}", strict=False))
