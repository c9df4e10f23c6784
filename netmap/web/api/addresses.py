"""Addresses that the API itself hands out, of what a request made."""

from __future__ import annotations

from urllib.parse import quote

PREFIX = "/api/v1"


def network_address(network_id: str) -> str:
    """Where a network lies."""
    return f"{PREFIX}/networks/{quote(network_id, safe='')}"


def record_address(network_id: str, record_id: str) -> str:
    """Where a record lies.

    >>> record_address("kreis", "https://host.example/a?b")
    '/api/v1/networks/kreis/records/https%3A%2F%2Fhost.example%2Fa%3Fb'
    """
    return f"{network_address(network_id)}/records/{quote(record_id, safe='')}"


def change_set_address(network_id: str, change_set_id: str) -> str:
    """Where an entry of the change log lies."""
    return f"{network_address(network_id)}/change-sets/{quote(change_set_id, safe='')}"


def snapshot_address(network_id: str, snapshot_id: str) -> str:
    """Where a snapshot lies."""
    return f"{network_address(network_id)}/snapshots/{quote(snapshot_id, safe='')}"
