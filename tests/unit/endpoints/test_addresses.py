"""Only one server is asked, and only on the public network."""

from __future__ import annotations

import httpx2
import pytest

from netmap.endpoints.addresses import Server, checked_server, is_public, parsed_url, resolved
from netmap.endpoints.errors import EndpointAddressError, HostUnknownError, PrivateHostError

START = httpx2.URL("https://ris.example/oparl/system")
SERVER = Server("https", "ris.example", 443, ("192.0.43.8",))


@pytest.mark.parametrize(
    "given",
    [
        "file:///etc/passwd",
        "ftp://ris.example/",
        "gopher://ris.example/",
        "//ris.example/oparl",
        "https://",
        "https:///oparl",
        "https://ris.example:99999999/",
        "https://ris.example/\x00",
        "http://[::1",
        "http://0177.0.0.1/",
        "https://ris.example/" + "x" * 3_000,
    ],
)
def test_what_is_no_address_of_a_web_server_is_refused(given: str) -> None:
    """Other schemes, no host, a broken port or control characters."""
    with pytest.raises(EndpointAddressError):
        parsed_url(given)


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    """Errors stand in logs."""
    for given in (
        "https://ada:secret@ris.example/",
        "https://ada:secret@ris.example:x/",
        "https://ada:x/secret@ris.example/",
        "https://ada:@secret@ris.example/",
        "https:ada:secret@ris.example",
    ):
        with pytest.raises(EndpointAddressError) as caught:
            parsed_url(given)
        assert "secret" not in caught.value.cause_text.de
        assert "ris.example" in caught.value.cause_text.de


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.8.8.8",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "224.0.0.1",
        "::1",
        "::",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::127.0.0.1",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
        "2001:0:0:0:0:0:80ff:fffe",
        "64:ff9b:1:a00:0:100:c000:2b08",
        "fec0::1",
        "3fff::1",
        "no address",
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    """Loopback, private, link-local, shared, multicast and reserved, also inside new addresses."""
    assert not is_public(address)
    with pytest.raises(PrivateHostError):
        checked_server(START, allow_private=False, resolve=lambda *_: ["192.0.43.8", address])


@pytest.mark.parametrize("address", ["192.0.43.8", "2001:500:88:200::8", "::ffff:192.0.43.8"])
def test_public_addresses(address: str) -> None:
    """Old and new ones, and an old one written as a new one."""
    server = checked_server(START, allow_private=False, resolve=lambda *_: [address])
    assert server.addresses == (address,)


@pytest.mark.parametrize("host", ["2130706433", "0x7f000001", "127.1", "localhost"])
def test_other_ways_to_write_loopback_are_seen_through(host: str) -> None:
    """Decimal, hexadecimal, short: the system itself says what they mean."""
    url = parsed_url(f"http://{host}/oparl")
    with pytest.raises((PrivateHostError, HostUnknownError)):
        checked_server(url, allow_private=False)


def test_private_hosts_may_be_allowed() -> None:
    """A council information system may well stand in the town hall."""
    url = httpx2.URL("http://127.0.0.1:8080/oparl")
    server = checked_server(url, allow_private=True, resolve=resolved)
    assert server == Server("http", "127.0.0.1", 8080, ("127.0.0.1",))


def test_a_host_without_address_is_told() -> None:
    """An unknown name, and a name service that gives nothing."""

    def fails(host: str, port: int) -> list[str]:
        raise OSError(-2, "Name or service not known")

    with pytest.raises(HostUnknownError, match="not known: Name or service"):
        checked_server(START, allow_private=False, resolve=fails)
    with pytest.raises(HostUnknownError, match="no address"):
        checked_server(START, allow_private=False, resolve=lambda *_: [])


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://ris.example/a", "https://ris.example/a"),
        ("https://RIS.example:443/a#x", "https://ris.example/a"),
        ("/a?page=2", "https://ris.example/a?page=2"),
        ("?page=2", "https://ris.example/oparl/system?page=2"),
        ("http://ris.example/a", "https://ris.example/a"),
        ("http://ris.example:80/a", "https://ris.example/a"),
        ("//ris.example/a", "https://ris.example/a"),
    ],
)
def test_links_on_the_server(link: str, url: str) -> None:
    """Relative ones too; those with http are asked by https."""
    found = SERVER.own(link, base=START)
    assert str(found) == url


@pytest.mark.parametrize(
    "link",
    [
        "https://other.example/a",
        "https://ris.example.other.example/a",
        "https://ris.example:8443/a",
        "http://ris.example:8080/a",
        "https://ada@ris.example/a",
        "https://ris.example@other.example/a",
        "//other.example/a",
        "file:///etc/passwd",
        "ftp://ris.example/a",
        "https://[::1]/a",
        "http://[",
        "https://ris.example/" + "x" * 3_000,
    ],
)
def test_links_that_lead_elsewhere(link: str) -> None:
    """Another host, port or scheme, and tricks with user names."""
    assert SERVER.own(link, base=START) is None


def test_a_server_without_tls_is_not_left_for_one_with() -> None:
    """The port differs, so it is another server."""
    plain = Server("http", "ris.example", 80, ("192.0.43.8",))
    base = httpx2.URL("http://ris.example/")
    assert plain.own("https://ris.example/a", base=base) is None
