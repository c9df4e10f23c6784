"""Connections to checked addresses only, with the name of the host for the server's certificate."""

from __future__ import annotations

import httpx2

from netmap.endpoints.addresses import Server


class PinnedTransport(httpx2.BaseTransport):
    """Sends each request to an address of the server that was checked, never to its name.

    The name stays in the ``Host`` header and is what the certificate must be for, so that no
    further lookup takes place and a changed answer of the name service changes nothing.
    """

    def __init__(self, server: Server, inner: httpx2.BaseTransport | None = None) -> None:
        """Connect to ``server`` through ``inner``; proxies of the environment are not used."""
        self._server = server
        self._inner = inner or httpx2.HTTPTransport()
        self._addresses = list(server.addresses)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send to the first address that can be connected to.

        Raises:
            httpx2.UnsupportedProtocol: The request is for another server.
            httpx2.ConnectError: None of the addresses can be connected to.
        """
        if not self._server.holds(request.url):
            raise httpx2.UnsupportedProtocol("not the server that was checked", request=request)
        last: httpx2.TransportError | None = None
        for address in list(self._addresses):
            try:
                return self._inner.handle_request(self._pinned(request, address))
            except (httpx2.ConnectError, httpx2.ConnectTimeout) as error:
                last = error
                # The next request begins with an address that may work.
                self._addresses.remove(address)
                self._addresses.append(address)
        raise last or httpx2.ConnectError("no address", request=request)

    def close(self) -> None:
        """Close all connections."""
        self._inner.close()

    def _pinned(self, request: httpx2.Request, address: str) -> httpx2.Request:
        return httpx2.Request(
            request.method,
            request.url.copy_with(host=address.partition("%")[0]),
            headers=request.headers,
            stream=request.stream,
            extensions={**request.extensions, "sni_hostname": self._server.host},
        )
