"""The commands of all analyses, one module a question."""

from __future__ import annotations

import typer

from netmap.cli.analyses import (
    bridges,
    communities,
    compare,
    flow,
    isolates,
    load,
    missing,
    overlaps,
    participation,
    strengths,
)

_COMMANDS = (
    communities,
    compare,
    load,
    strengths,
    isolates,
    bridges,
    flow,
    missing,
    overlaps,
    participation,
)


def register(app: typer.Typer) -> None:
    """Add the commands of all analyses."""
    for command in _COMMANDS:
        command.register(app)
