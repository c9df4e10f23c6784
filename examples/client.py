"""A program that works with netmap through its API: typed, and honest about versions.

    python examples/client.py http://127.0.0.1:8000 musterkreis members.csv

It creates a network, imports a list (shown first), changes a record on the version it has read,
gets on with a conflict, reads a list in pieces and saves an export. With an access token, set
NETMAP_TOKEN.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

import httpx2


@dataclass(frozen=True, slots=True)
class Versioned:
    """A record with the tag that names its version."""

    content: dict[str, Any]
    etag: str


class ApiError(Exception):
    """What the server refused: a stable code, the cause and what to do about it."""

    def __init__(self, problem: dict[str, Any]) -> None:
        """Tell what the problem details tell."""
        super().__init__(f"{problem['code']}: {problem['detail']} {problem['remedy']}")
        self.code: str = problem["code"]
        self.problem = problem


class Netmap:
    """The API of one server, for one network."""

    def __init__(self, server: str, network: str, *, token: str | None = None) -> None:
        """Work on ``network`` at ``server``, e.g. ``http://127.0.0.1:8000``."""
        headers = {"Accept-Language": "en"}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        self._network = network
        self._client = httpx2.Client(base_url=f"{server}/api/v1", headers=headers, timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def create(self, name: str) -> None:
        """Create the network, unless it is there."""
        try:
            self._call("POST", "/networks", json={"id": self._network, "name": name})
        except ApiError as error:
            if error.code != "network.exists":
                raise

    def import_file(self, file: Path, *, dry_run: bool = False) -> dict[str, Any]:
        """Import a list; the report says what was, or with ``dry_run`` would be, changed."""
        with file.open("rb") as stream:
            answer = self._call(
                "POST",
                f"{self._at()}/imports",
                params={"dry_run": dry_run},
                files={"file": (file.name, stream)},
            )
        report: dict[str, Any] = answer.json()
        return report

    def record(self, record_id: str) -> Versioned:
        """One record as it stands."""
        answer = self._call("GET", self._at_record(record_id))
        return Versioned(answer.json(), answer.headers["etag"])

    def put(self, record: Versioned) -> Versioned:
        """Write a record on the version that was read.

        Raises:
            ApiError: ``record.conflict`` with ``yours`` and ``theirs``, if somebody was quicker.
        """
        answer = self._call(
            "PUT",
            self._at_record(record.content["id"]),
            json=record.content,
            headers={"If-Match": record.etag},
        )
        return Versioned(answer.json(), answer.headers["etag"])

    def change(self, record_id: str, edit: Callable[[dict[str, Any]], None]) -> Versioned:
        """Apply ``edit`` to a record, anew for as long as others come first."""
        while True:
            read = self.record(record_id)
            edit(read.content)
            try:
                return self.put(read)
            except ApiError as error:
                if error.code != "record.conflict":
                    raise

    def records(self, kind: str) -> Iterator[dict[str, Any]]:
        """All records of a kind, read in pieces."""
        cursor: str | None = ""
        while cursor is not None:
            page = self._call(
                "GET", f"{self._at()}/records", params={"kind": kind, "limit": 50, "cursor": cursor}
            ).json()
            yield from page["items"]
            cursor = page["next_cursor"]

    def export(self, export_format: str) -> bytes:
        """The whole network as a file."""
        return self._call("GET", f"{self._at()}/export", params={"format": export_format}).content

    def _at(self) -> str:
        return f"/networks/{self._network}"

    def _at_record(self, record_id: str) -> str:
        # An id may hold anything, slashes too.
        return f"{self._at()}/records/{quote(record_id, safe='')}"

    def _call(self, method: str, path: str, **more: Any) -> httpx2.Response:
        answer = self._client.request(method, path, **more)
        if answer.is_error:
            raise ApiError(answer.json())
        return answer


def main(server: str, network: str, file: Path) -> None:
    """Show what the API can do."""
    with Netmap(server, network, token=os.environ.get("NETMAP_TOKEN")) as netmap:
        netmap.create("Beispielkreis")
        preview = netmap.import_file(file, dry_run=True)
        print("would add:", {each["kind"]: each["added"] for each in preview["counts"]})
        netmap.import_file(file)
        bodies = [each for each in netmap.records("organization") if each["name"]]
        print("organisations:", ", ".join(each["name"] for each in bodies))

        stale = netmap.record(bodies[0]["id"])
        netmap.change(bodies[0]["id"], lambda record: record.update(short_name="A"))
        stale.content["short_name"] = "B"
        try:
            netmap.put(stale)
        except ApiError as error:
            mine, theirs = error.problem["yours"], error.problem["theirs"]
            print("conflict:", mine["short_name"], "against", theirs["short_name"])
        print("export:", len(netmap.export("graphml")), "bytes")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
