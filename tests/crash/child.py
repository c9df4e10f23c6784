"""The other side of the programs that are made to be killed: start, listen, kill."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_ROOT = Path(__file__).parents[2]
_START_LIMIT_S = 90


class Child:
    """A process that says what it does, and whoever reads what it said."""

    def __init__(self, *arguments: str, module: str = "tests.crash.writer") -> None:
        """Start it."""
        self.lines: list[dict[str, Any]] = []
        self._opened = threading.Event()
        self._process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            cwd=_ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        # It would wait at a full pipe, and always be killed there.
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def wait_until_opened(self) -> None:
        """Return once it has opened its store."""
        assert self._opened.wait(_START_LIMIT_S), f"it never opened the store: {self.end()}"

    def said(self, says: str) -> list[dict[str, Any]]:
        """The lines of this kind so far."""
        return [line for line in list(self.lines) if line["says"] == says]

    def wait_for(self, says: str, *, more_than: int = 0, seconds: float = 150) -> None:
        """Return once it has said this more often than ``more_than`` times."""
        deadline = time.monotonic() + seconds
        while len(self.said(says)) <= more_than:
            assert time.monotonic() < deadline, f"it never said {says!r}: {self.lines[-3:]}"
            assert self._process.poll() is None, f"it ended: {self.end()}"
            time.sleep(0.01)

    def kill(self) -> Sequence[dict[str, Any]]:
        """Kill it now, and return all it said."""
        assert self._process.poll() is None, f"it ended by itself: {self.end()}"
        self._process.kill()
        self.end()
        return self.lines

    def end(self) -> str:
        """Make sure that it is gone; what it complained of, and what it said last."""
        self._process.kill()
        self._process.wait()
        self._reader.join()
        assert self._process.stdout is not None
        assert self._process.stderr is not None
        with self._process.stdout, self._process.stderr as complaints:
            return f"{complaints.read()}\n{self.lines[-3:]}"

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            # The kill may cut the last line, and what it would have said was not heard.
            if line.endswith("\n"):
                self.lines.append(json.loads(line))
                if self.lines[-1]["says"] == "opened":
                    self._opened.set()
        self._opened.set()
