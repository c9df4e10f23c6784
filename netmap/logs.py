"""The log of the web server: one line an event on standard error, without personal data."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Iterator
from typing import TextIO

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

from netmap.settings import LogFormat, LogLevel

_LEVELS = {
    LogLevel.INFO: logging.INFO,
    LogLevel.WARNING: logging.WARNING,
    LogLevel.ERROR: logging.ERROR,
}
_LOGGERS = ("netmap", "uvicorn", "uvicorn.error")


def configure(log_format: LogFormat, level: LogLevel, stream: TextIO | None = None) -> None:
    """Send what netmap and its server log to ``stream`` (standard error), in one shape.

    Moments are UTC. Of exceptions the log keeps kinds and places, never messages or values: both
    may hold what somebody entered.
    """
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if log_format is LogFormat.JSON
        else structlog.processors.KeyValueRenderer(
            key_order=["time", "level", "event"], drop_missing=True
        )
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=_STEPS,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(formatter)
    for name in _LOGGERS:
        logger = logging.getLogger(name)
        logger.handlers = [handler]
        logger.propagate = False
        logger.setLevel(_LEVELS[level])
    # Tells of every start and stop in its own words; faults alone are news.
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """A logger that says nothing before `configure` has said where to."""
    found: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return found


def _without_messages(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    """Put kinds and places where an exception stands."""
    found = event.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        event["exception"] = " < ".join(_told(error))
    return event


def _told(error: BaseException) -> Iterator[str]:
    """The exception and those that led to it: kind, and the innermost places first."""
    seen: set[int] = set()
    present: BaseException | None = error
    while present is not None and id(present) not in seen:
        seen.add(id(present))
        frames = traceback.extract_tb(present.__traceback__)
        places = (f"{each.filename}:{each.lineno} {each.name}" for each in reversed(frames))
        yield f"{type(present).__module__}.{type(present).__qualname__} at {', '.join(places)}"
        present = present.__cause__ or present.__context__


_STEPS: list[Processor] = [
    structlog.stdlib.add_log_level,
    structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
    _without_messages,
]

logging.getLogger("netmap").addHandler(logging.NullHandler())
structlog.configure(
    processors=[
        structlog.stdlib.filter_by_level,
        *_STEPS,
        structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
    ],
    logger_factory=structlog.stdlib.LoggerFactory(),
    wrapper_class=structlog.stdlib.BoundLogger,
)
