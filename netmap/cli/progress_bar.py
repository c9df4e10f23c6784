"""How far a long command has come, shown to a person who watches the terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from netmap.language import Language
from netmap.progress import UNWATCHED, Progress, Step

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID


@contextmanager
def shown_progress(language: Language) -> Iterator[Progress]:
    """Progress as bars on standard error; nothing where no terminal shows it.

    Standard output stays as it is, and the bars are gone when the command ends.
    """
    if not sys.stderr.isatty():
        yield UNWATCHED
        return
    # A command that shows no bars does not wait for them to load.
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    with Bars(*columns, console=Console(stderr=True), transient=True) as bars:
        yield _Shown(bars, language)


class _Shown:
    """One bar a step."""

    def __init__(self, bars: Bars, language: Language) -> None:
        self._bars = bars
        self._language = language
        self._tasks: dict[Step, TaskID] = {}
        self._present: TaskID | None = None

    def begin(self, step: Step, total: int | None = None) -> None:
        self._end()
        if step in self._tasks:
            self._bars.reset(self._tasks[step], total=total)
        else:
            title = step.words.in_language(self._language)
            self._tasks[step] = self._bars.add_task(title, total=total)
        self._present = self._tasks[step]

    def advance(self, done: int) -> None:
        if self._present is not None:
            self._bars.advance(self._present, done)

    def _end(self) -> None:
        # Of a step without a known total all is done when the next one begins.
        if self._present is not None:
            self._bars.update(self._present, total=1, completed=1)
