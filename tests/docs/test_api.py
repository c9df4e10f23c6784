"""The examples of the API, for the shell and in Python, against a server that runs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.serving import Serving, environment, served

ROOT = Path(__file__).parents[2]
_LIST = "Name;Organisation;Gremium\nAda Muster;Sportamt;AK Sport\nBo Beispiel;IHK;AK Sport\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A server over an empty file."""
    folder = tmp_path_factory.mktemp("served")
    with served(f"sqlite:///{folder / 'netmap.db'}", folder) as started:
        yield started


@pytest.mark.skipif(
    sys.platform == "win32" or not shutil.which("curl"), reason="needs a POSIX shell and curl"
)
def test_the_shell_examples_run_in_their_order(server: Serving, tmp_path: Path) -> None:
    """Each call answers what its text promises, the conflict with both versions."""
    (tmp_path / "liste.csv").write_text(_LIST, encoding="utf-8")
    document = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", document, flags=re.DOTALL)
    # Answers end without a line break; a mark tells them apart.
    script = "\n".join(
        f"{line}\necho '@@'" for block in blocks for line in block.splitlines()
    ).replace("http://127.0.0.1:8000", server.address)
    ran = subprocess.run(
        ["sh", "-eu", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    parts = [part.strip() for part in ran.stdout.split("@@")]
    answers = [json.loads(part) for part in parts if part]
    codes = [each["code"] for each in answers if "code" in each]
    assert codes == ["record.conflict"]
    conflict = next(each for each in answers if "code" in each)
    assert conflict["yours"]["name"] == "Amt für Jugend"
    assert conflict["theirs"]["sector"] == "administration"
    network, preview, imported, created, changed = answers[:5]
    assert network["id"] == "musterkreis"
    assert (preview["applied"], imported["applied"]) == (False, True)
    assert changed["version"] > created["version"]
    entry, history, undone, actors, ready = answers[6:]
    assert history["items"][0]["id"] == entry["id"] == undone["undoes"]
    assert len(actors["items"]) == 2
    assert ready == {"status": "ready"}
    assert "<graphml" in (tmp_path / "musterkreis.graphml").read_text(encoding="utf-8")[:500]


def test_the_python_example_runs(server: Serving, tmp_path: Path) -> None:
    """It imports, changes, meets a conflict, reads on and exports."""
    file = tmp_path / "liste.csv"
    file.write_text(_LIST, encoding="utf-8")
    ran = subprocess.run(
        [sys.executable, ROOT / "examples" / "client.py", server.address, "beispiel", file],
        env={**environment("sqlite:///unused.db"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    added, organisations, conflict, export = ran.stdout.splitlines()
    assert "'person': 2" in added
    assert "Sportamt" in organisations
    assert conflict == "conflict: B against A"
    assert export.endswith(" bytes")
