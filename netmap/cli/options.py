"""Options that several commands share, and how they print rows."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Any

import typer

from netmap.cli.words import say
from netmap.dates import Period, period
from netmap.language import Language


class OutputFormat(StrEnum):
    """How a command prints its rows."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


NetworkId = Annotated[
    str,
    typer.Option("--network", help=say("Kennung des Netzwerks.", "Id of the network.")),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help=say(
            "Tag, Monat oder Jahr der Gültigkeit (2024-05-31, 2024-05, 2024); sonst heute.",
            "Day, month or year of validity (2024-05-31, 2024-05, 2024); today if not given.",
        ),
    ),
]
Format = Annotated[
    OutputFormat,
    typer.Option("--format", help=say("Form der Ausgabe.", "Form of the output.")),
]
InLanguage = Annotated[
    Language | None,
    typer.Option(
        "--language",
        help=say("Sprache der Ausgabe; sonst NETMAP_LANGUAGE.", "Language of the output."),
    ),
]

FunctionsOnly = Annotated[
    bool,
    typer.Option(
        "--functions-only",
        help=say(
            "Personen nur mit ihrer Funktion nennen; ohne Funktion namenlos.",
            "Call persons by their function alone; without one they are not named.",
        ),
    ),
]

Force = Annotated[
    bool,
    typer.Option("--force", help=say("Vorhandene Datei ersetzen.", "Replace an existing file.")),
]


def as_period(as_of: str | None) -> Period | None:
    """The period an ``--as-of`` covers.

    Raises:
        DateError: It is no date.
    """
    return None if as_of is None else period(as_of)


def print_json(rows: Sequence[dict[str, Any]] | dict[str, Any]) -> None:
    """One JSON value on standard output; messages go to standard error."""
    json.dump(rows, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


def note(text: str) -> None:
    """A message beside the result, on standard error."""
    typer.echo(text, err=True)
