"""Running the command as a person does: arguments in, exit code and two streams out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from netmap.cli.app import run
from netmap.resources import folder

BUCHENAU = folder("examples") / "buchenau.xlsx"


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


Netmap = Callable[..., Ran]


@pytest.fixture
def netmap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Netmap:
    """The command `netmap` over an empty store of this test."""
    monkeypatch.setenv("NETMAP_STORE", f"sqlite:///{tmp_path / 'netmap.db'}")
    monkeypatch.delenv("NETMAP_LANGUAGE", raising=False)

    def ran(*arguments: object) -> Ran:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return ran


@pytest.fixture
def buchenau(netmap: Netmap) -> Netmap:
    """The command over a store that holds the small example."""
    assert netmap("import", BUCHENAU, "--network", "buchenau").code == 0
    return netmap
