"""What readers say about a source that is no error: warnings, and notes on what they did."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.errors import NetmapError, Place
from netmap.ingest.problems import Problem, Severity
from netmap.language import Text


@dataclass(frozen=True, slots=True)
class Notice:
    """A kind of warning or note, with placeholders in its texts."""

    code: str
    severity: Severity
    cause: Text
    remedy: Text

    def at(self, place: Place, **fields: object) -> Problem:
        """The problem at one place, its texts filled with ``fields``."""
        return Problem(
            severity=self.severity,
            code=self.code,
            place=place,
            cause=self.cause.format(**fields),
            remedy=self.remedy.format(**fields),
        )


def problem_of(
    error: NetmapError, *, severity: Severity = Severity.ERROR, place: Place | None = None
) -> Problem:
    """An error as a problem, at ``place`` where the error does not name its own."""
    return Problem(
        severity=severity,
        code=error.code,
        place=error.place or place or Place(),
        cause=error.cause_text,
        remedy=error.remedy_text,
    )
