"""Which addresses may be asked: one server, on the public network unless allowed otherwise."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

import httpx2

from netmap.endpoints.errors import EndpointAddressError, HostUnknownError, PrivateHostError
from netmap.endpoints.request import without_user
from netmap.language import Text, same

Resolve = Callable[[str, int], list[str]]
"""Gives the addresses of a host and port; may raise `OSError`."""

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2_000
_HIGHEST_PORT = 65_535
# Addresses of the old network that are written in the new one.
_TRANSLATED = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
# Of a site alone, whatever ipaddress of this Python knows of them: translated by the office's own
# router (RFC 8215), site-local (RFC 3879), and for documentation (RFC 9637).
_OWN = (IPv6Network("64:ff9b:1::/48"), IPv6Network("fec0::/10"), IPv6Network("3fff::/20"))


@dataclass(frozen=True, slots=True)
class Server:
    """The one server that may be asked.

    Attributes:
        host: Its name in lower case and ASCII.
        addresses: Checked addresses of the host; connections go to these and nowhere else.
    """

    scheme: str
    host: str
    port: int
    addresses: tuple[str, ...]

    def holds(self, url: httpx2.URL) -> bool:
        """Whether an address lies on this server: same scheme, host and port."""
        port = url.port or _PORTS.get(url.scheme)
        return (url.scheme, _host(url), port) == (self.scheme, self.host, self.port)

    def own(self, link: str, *, base: httpx2.URL) -> httpx2.URL | None:
        """A link as an address on this server; ``None`` where it leads elsewhere.

        Servers behind a proxy that speaks TLS often write their links with http: these are asked
        by https as well. Never the other way round.
        """
        try:
            url = base.join(link)
        except (httpx2.InvalidURL, ValueError):
            return None
        if url.userinfo or len(str(url)) > _LONGEST:
            return None
        if self.scheme == "https" and url.scheme == "http" and url.port in (None, 80, self.port):
            url = url.copy_with(scheme="https", port=None if self.port == 443 else self.port)
        return url.copy_with(fragment=None) if self.holds(url) else None


def parsed_url(given: str) -> httpx2.URL:
    """The address of an endpoint.

    Raises:
        EndpointAddressError: It is no address of a web server, or holds a user name.
    """
    # Passwords do not belong into messages, which stand in logs.
    shown = without_user(given)[:200]
    try:
        url = httpx2.URL(given.strip())
    except (httpx2.InvalidURL, ValueError) as error:
        raise EndpointAddressError(url=shown, problem=same(f"{error}.")) from error
    if url.scheme not in _PORTS:
        problem = Text(de="erlaubt sind http und https.", en="http and https are allowed.")
        raise EndpointAddressError(url=shown, problem=problem)
    if url.userinfo:
        problem = Text(
            de="Anmeldedaten gehören nicht in die Adresse; OParl ist ohne sie lesbar.",
            en="credentials do not belong into the address; OParl is read without them.",
        )
        raise EndpointAddressError(url=shown, problem=problem)
    if not url.host or len(given) > _LONGEST or not 0 <= (url.port or 0) <= _HIGHEST_PORT:
        problem = Text(
            de="der Rechner fehlt, den Port gibt es nicht, oder sie ist zu lang.",
            en="there is no host or no such port, or it is too long.",
        )
        raise EndpointAddressError(url=shown, problem=problem)
    return url.copy_with(fragment=None)


def resolved(host: str, port: int) -> list[str]:
    """The addresses that the system knows for a host, in its order; numbers are addresses too."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def checked_server(url: httpx2.URL, *, allow_private: bool, resolve: Resolve = resolved) -> Server:
    """The server of an address, after all addresses of its host were looked at.

    The host is looked up once. What is connected to later are the addresses checked here, so that
    a name that means something else a moment later leads nowhere else.

    Raises:
        HostUnknownError: The host has no address.
        PrivateHostError: One of them is not public, and that is not allowed.
    """
    port = url.port or _PORTS[url.scheme]
    host = _host(url)
    try:
        found = tuple(dict.fromkeys(resolve(host, port)))
    except (OSError, UnicodeError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise HostUnknownError(host=host, problem=same(problem)) from error
    if not found:
        raise HostUnknownError(host=host, problem=Text(de="keine Adresse", en="no address"))
    for address in found:
        if not allow_private and not is_public(address):
            raise PrivateHostError(host=host, address=address)
    return Server(url.scheme, host, port, found)


def is_public(address: str) -> bool:
    """Whether an address lies on the public network, however it is written.

    >>> is_public("192.0.43.8"), is_public("10.0.0.1"), is_public("::ffff:127.0.0.1")
    (True, False, False)
    >>> is_public("2001:500:88:200::8"), is_public("fe80::1%eth0"), is_public("64:ff9b::a00:1")
    (True, False, False)
    """
    try:
        ip = ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        inner = _old_address(ip)
        if inner is not None:
            return is_public(str(inner))
        if any(ip in network for network in _OWN):
            return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _old_address(ip: IPv6Address) -> IPv4Address | None:
    """The address of the old network that one of the new network stands for."""
    teredo = ip.teredo
    if teredo is not None:
        return teredo[1]
    if any(ip in network for network in _TRANSLATED):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


def _host(url: httpx2.URL) -> str:
    return url.raw_host.decode("ascii").casefold().rstrip(".")
