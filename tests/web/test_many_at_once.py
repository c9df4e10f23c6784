from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from uuid import uuid4

import httpx2
import pytest

from netmap.web.sessions import SESSION_COOKIE, Sessions
from tests.web.conftest import TOKEN
from tests.web.serving import environment, served

EDITORS = 50
SHARED_RECORDS = 5
CHANGES = 2
"""How many changes each editor brings through."""


def at_once(number: int, work: Callable[[int], None]) -> None:
    """Let threads begin together; raises the first error of any."""
    barrier = threading.Barrier(number)

    def started(each: int) -> None:
        barrier.wait(timeout=60)
        work(each)

    with ThreadPoolExecutor(number) as pool:
        list(pool.map(started, range(number)))


class Editor:
    """A program that counts in records, each time on the version that it has just read."""

    def __init__(self, address: str) -> None:
        """Work on the server at ``address``."""
        self.client = httpx2.Client(base_url=f"{address}/api/v1/networks/kreis", timeout=60)
        self.seconds: list[float] = []
        self.conflicts = 0

    def count_up(self, record_id: str) -> None:
        """Add one to the number in a record, however often others come first."""
        while True:
            read = self.client.get(f"/records/{record_id}")
            read.raise_for_status()
            mine = read.json()
            mine["attributes"]["count"] += 1
            began = time.perf_counter()
            answer = self.client.put(
                f"/records/{record_id}", json=mine, headers={"If-Match": read.headers["etag"]}
            )
            self.seconds.append(time.perf_counter() - began)
            if answer.status_code == 200:
                return
            problem = answer.json()
            assert (answer.status_code, problem["code"]) == (412, "record.conflict")
            assert problem["yours"]["attributes"] == mine["attributes"]
            assert problem["theirs"]["attributes"]["count"] >= mine["attributes"]["count"]
            assert problem["theirs"]["version"] > mine["version"]
            self.conflicts += 1


@pytest.mark.timeout(300)
def test_fifty_editors_and_the_command_line_lose_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half of them on the same records, and a second process imports into the same file."""
    store = f"sqlite:///{tmp_path / 'netmap.db'}"
    shared = [f"shared-{number}" for number in range(SHARED_RECORDS)]
    own = [f"own-{number}" for number in range(EDITORS // 2)]
    with ExitStack() as stack:
        server = stack.enter_context(served(store, tmp_path))
        base = f"{server.address}/api/v1"
        api = stack.enter_context(httpx2.Client(base_url=base, timeout=60))
        api.post("/networks", json={"id": "kreis", "name": "Kreis"}).raise_for_status()
        records = [
            {"kind": "topic", "id": each, "name": each, "attributes": {"count": 0}}
            for each in (*shared, *own)
        ]
        changes = [{"op": "put", "record": record} for record in records]
        api.post("/networks/kreis/change-sets", json={"changes": changes}).raise_for_status()
        editors = [Editor(server.address) for _ in range(EDITORS)]
        for each in editors:
            stack.enter_context(each.client)

        def edit(number: int) -> None:
            for turn in range(CHANGES):
                if number < EDITORS // 2:
                    editors[number].count_up(own[number])
                else:
                    editors[number].count_up(shared[(number + turn) % SHARED_RECORDS])

        lists = tmp_path / "liste.csv"
        lists.write_text("Name;Organisation;Gremium\nAda;Amt;AK\n", encoding="utf-8")
        command = [sys.executable, "-m", "netmap", "import", str(lists), "--network", "kreis"]
        with subprocess.Popen(
            command, env=environment(store), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        ) as beside:
            at_once(EDITORS, edit)
            said, _ = beside.communicate(timeout=120)
        assert beside.returncode == 0, said.decode()

        items = api.get("/networks/kreis/records", params={"kind": "topic", "limit": 1000}).json()
        counts = {each["id"]: each["attributes"].get("count") for each in items["items"]}
        assert {counts[each] for each in own} == {CHANGES}
        assert sum(counts[each] for each in shared) == EDITORS // 2 * CHANGES
        log = api.get("/networks/kreis/change-sets", params={"limit": 1000}).json()["items"]
        # The network, its records, the import, and every change that was acknowledged.
        assert len(log) == 3 + EDITORS * CHANGES
        assert [each["revision"] for each in log] == list(range(len(log), 0, -1))
    conflicts = sum(each.conflicts for each in editors)
    seconds = sorted(second for each in editors for second in each.seconds)
    assert conflicts > 0
    with capsys.disabled():
        sys.stdout.write(
            f"\n{EDITORS} editors: {len(seconds)} writes, {conflicts} conflicts, "
            f"p50 {seconds[len(seconds) // 2] * 1000:.0f} ms, "
            f"p99 {seconds[int(len(seconds) * 0.99)] * 1000:.0f} ms\n"
        )


@pytest.mark.timeout(300)
def test_one_of_two_instances_may_die(tmp_path: Path, neo4j_url: str) -> None:
    """Over one Neo4j requests alternate between two; the one killed takes what it was at, no more.

    What was acknowledged is there, and what was in flight can be sent again without doubling it.
    """
    network = f"two-{uuid4().hex[:8]}"
    token_file = tmp_path / "token"
    token_file.write_text(TOKEN, encoding="utf-8")
    writers, writes = 6, 12
    dead = threading.Event()
    broken: list[str] = []
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(
                served(
                    neo4j_url,
                    tmp_path / name,
                    access_token_file=token_file,
                    requests_per_minute=0,
                )
            )
            for name in ("first", "second")
        )
        # A session of one instance is one of the other: neither keeps any.
        cookie = {SESSION_COOKIE: Sessions(TOKEN).issue()}
        clients = [
            stack.enter_context(
                httpx2.Client(base_url=f"{each.address}/api/v1", cookies=cookie, timeout=60)
            )
            for each in (first, second)
        ]
        made = clients[0].post("/networks", json={"id": network, "name": "Two"})
        made.raise_for_status()
        done = threading.Semaphore(0)

        def write(number: int) -> None:
            for turn in range(writes):
                name = f"{number}-{turn}"
                record = {"kind": "topic", "id": name, "name": name}
                wanted = {"id": name, "changes": [{"op": "put", "record": record}]}
                at = (number + turn) % 2
                # What a proxy does: it sends nothing more to an instance that is gone.
                if at == 0 and dead.is_set():
                    at = 1
                try:
                    answer = clients[at].post(f"/networks/{network}/change-sets", json=wanted)
                except httpx2.TransportError:
                    assert at == 0, "the other instance went on"
                    broken.append(name)
                    answer = clients[1].post(f"/networks/{network}/change-sets", json=wanted)
                assert answer.status_code in {200, 201}, answer.text
                done.release()

        def kill() -> None:
            for _ in range(writers * writes // 3):
                done.acquire(timeout=60)
            first.process.kill()
            first.process.wait(timeout=30)
            dead.set()

        killer = threading.Thread(target=kill)
        killer.start()
        at_once(writers, write)
        killer.join(timeout=60)
        assert first.process.returncode != 0
        items = clients[1].get(f"/networks/{network}/records", params={"limit": 1000}).json()
        names = {f"{number}-{turn}" for number in range(writers) for turn in range(writes)}
        assert {each["id"] for each in items["items"]} == names
        page = clients[1].get(f"/networks/{network}/change-sets", params={"limit": 1000}).json()
        assert sorted(each["id"] for each in page["items"] if each["records"]) == sorted(names)
        # A request or two of each writer can have met the moment between kill and notice.
        assert len(broken) <= 2 * writers
