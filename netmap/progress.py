"""How far a long task has come: told step by step to whoever watches, who may stop it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from threading import Event
from typing import Protocol, TypeVar

from netmap.errors import NetmapError
from netmap.language import Text

_Item = TypeVar("_Item")


class Step(StrEnum):
    """A step of an import, in its order; nothing is written before `STORE`."""

    READ = "read"
    CHECK = "check"
    MATCH = "match"
    STORE = "store"

    @property
    def words(self) -> Text:
        """What to call it."""
        return _WORDS[self]


_WORDS = {
    Step.READ: Text(de="Lesen", en="Reading"),
    Step.CHECK: Text(de="Prüfen", en="Checking"),
    Step.MATCH: Text(de="Abgleichen", en="Matching"),
    Step.STORE: Text(de="Speichern", en="Storing"),
}


class ImportCancelledError(NetmapError):
    """Whoever started an import stopped it before it wrote anything."""

    code = "import.cancelled"
    cause = Text(de="Der Import wurde abgebrochen.", en="The import was cancelled.")
    remedy = Text(
        de="Das Netzwerk ist unverändert; den Import bei Bedarf erneut starten.",
        en="The network is unchanged; start the import again if it is wanted.",
    )


class Progress(Protocol):
    """Who is told about a long task.

    A method that raises `ImportCancelledError` stops the task. It is called for the last time
    when `Step.STORE` begins: from then on the task ends whole.
    """

    def begin(self, step: Step, total: int | None = None) -> None:
        """A step begins, and the one before it has ended.

        Args:
            step: Which one. After somebody else wrote in between, `Step.MATCH` begins anew.
            total: What `advance` will add up to, in units of the step (files, rows); ``None``
                where nobody knows.
        """
        ...

    def advance(self, done: int) -> None:
        """So much more of the present step is done."""
        ...


class Unwatched:
    """Progress of a task that nobody watches."""

    def begin(self, step: Step, total: int | None = None) -> None:
        """Nobody is told."""

    def advance(self, done: int) -> None:
        """Nobody is told."""


UNWATCHED = Unwatched()


class Cancellable:
    """Progress that another thread may stop."""

    def __init__(self, watcher: Progress = UNWATCHED) -> None:
        """Tell ``watcher`` until somebody calls `cancel`."""
        self._watcher = watcher
        self._cancelled = Event()

    def cancel(self) -> None:
        """Stop the task at its next word, unless it is already writing."""
        self._cancelled.set()

    def begin(self, step: Step, total: int | None = None) -> None:
        """Hand on.

        Raises:
            ImportCancelledError: `cancel` was called.
        """
        self._go_on()
        self._watcher.begin(step, total)

    def advance(self, done: int) -> None:
        """Hand on.

        Raises:
            ImportCancelledError: `cancel` was called.
        """
        self._go_on()
        self._watcher.advance(done)

    def _go_on(self) -> None:
        if self._cancelled.is_set():
            raise ImportCancelledError


def counted(items: Iterable[_Item], progress: Progress, *, every: int = 500) -> Iterator[_Item]:
    """The items one by one, each done when the next is asked for, told after ``every`` so many.

    >>> list(counted("ab", UNWATCHED))
    ['a', 'b']
    """
    waiting = 0
    for item in items:
        yield item
        waiting += 1
        if waiting == every:
            progress.advance(waiting)
            waiting = 0
    if waiting:
        progress.advance(waiting)
