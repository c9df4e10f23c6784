"""A watcher of progress that remembers what it was told, and may stop the task at a step."""

from __future__ import annotations

from netmap.progress import Step


class Watcher:
    """Remembers steps, totals and counts."""

    def __init__(self, stop_at: Step | None = None, error: BaseException | None = None) -> None:
        """Raise ``error`` when ``stop_at`` begins."""
        self.steps: list[Step] = []
        self.totals: dict[Step, int | None] = {}
        self.done: dict[Step, int] = {}
        self.told: list[int] = []
        self._stop_at = stop_at
        self._error = error

    def begin(self, step: Step, total: int | None = None) -> None:
        """Remember the step, or stop here."""
        self.steps.append(step)
        self.totals[step] = total
        if step is self._stop_at and self._error is not None:
            raise self._error

    def advance(self, done: int) -> None:
        """Remember the count."""
        self.told.append(done)
        if self.steps:
            self.done[self.steps[-1]] = self.done.get(self.steps[-1], 0) + done
