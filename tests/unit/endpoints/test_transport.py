"""Connections go to the addresses that were checked, whatever a name means meanwhile."""

from __future__ import annotations

import httpx2
import pytest

from netmap.endpoints.addresses import Server
from netmap.endpoints.transport import PinnedTransport

URL = "https://ris.example:8443/oparl"


class Wire(httpx2.BaseTransport):
    """Takes requests down; addresses in ``dead`` cannot be connected to."""

    def __init__(self, dead: tuple[str, ...] = ()) -> None:
        self.dead = dead
        self.asked: list[httpx2.Request] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Answer with nothing."""
        self.asked.append(request)
        if request.url.host in self.dead:
            raise httpx2.ConnectError("refused")
        return httpx2.Response(200)


def client(wire: Wire, *addresses: str) -> httpx2.Client:
    """A client for a server with these addresses."""
    server = Server("https", "ris.example", 8443, addresses)
    return httpx2.Client(transport=PinnedTransport(server, wire))


def test_the_address_is_connected_to_and_the_name_stays_for_the_certificate() -> None:
    """No further lookup takes place: the connection is for numbers."""
    wire = Wire()
    client(wire, "192.0.43.8").get(URL)
    (request,) = wire.asked
    assert str(request.url) == "https://192.0.43.8:8443/oparl"
    assert request.headers["Host"] == "ris.example:8443"
    assert request.extensions["sni_hostname"] == "ris.example"


def test_new_addresses_stand_in_brackets() -> None:
    """As an address of the web wants them."""
    wire = Wire()
    client(wire, "2001:500:88:200::8").get(URL)
    assert str(wire.asked[0].url) == "https://[2001:500:88:200::8]:8443/oparl"


def test_an_address_that_is_dead_is_passed_over_from_then_on() -> None:
    """Many hosts have a new address that leads nowhere."""
    wire = Wire(dead=("2001:500:88:200::8",))
    asking = client(wire, "2001:500:88:200::8", "192.0.43.8")
    asking.get(URL)
    asking.get(URL)
    assert [request.url.host for request in wire.asked] == [
        "2001:500:88:200::8",
        "192.0.43.8",
        "192.0.43.8",
    ]


def test_all_addresses_dead_is_an_error() -> None:
    """Each is tried once."""
    wire = Wire(dead=("192.0.43.8", "192.0.43.9"))
    with pytest.raises(httpx2.ConnectError):
        client(wire, "192.0.43.8", "192.0.43.9").get(URL)
    assert len(wire.asked) == 2


@pytest.mark.parametrize(
    "url", ["https://other.example:8443/", "http://ris.example:8443/", "https://ris.example/"]
)
def test_no_request_goes_to_another_server(url: str) -> None:
    """Even where the code around it forgot to look."""
    wire = Wire()
    with pytest.raises(httpx2.UnsupportedProtocol):
        client(wire, "192.0.43.8").get(url)
    assert wire.asked == []
