"""The command `netmap isolates`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from netmap.analyses.isolation.core import core_positions
from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import AsOf, Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.core_text import core_text
from netmap.views.analyses.isolates_text import isolates_text


class IsolatesBy(StrEnum):
    """What is looked at: in what respect somebody stands apart, or core and periphery."""

    ASPECT = "aspect"
    CORE = "core"


def isolates(
    network: NetworkId,
    by: Annotated[
        IsolatesBy,
        typer.Option(
            "--by",
            help=say(
                "In welcher Hinsicht jemand für sich steht, oder Kern und Rand des Netzwerks.",
                "In what respect somebody stands apart, or core and periphery of the network.",
            ),
        ),
    ] = IsolatesBy.ASPECT,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
    confidential: Annotated[
        bool,
        typer.Option(
            "--confidential",
            help=say(
                "Auch, wer bewusst außen vor bleibt: nur für die Koordination bestimmt.",
                "Include who stays outside on purpose: for the coordinator alone.",
            ),
        ),
    ] = False,
) -> None:
    """Print who stands apart or hangs on little, and who could make the contact."""
    settings = load_settings()
    spoken, date = language or settings.language, as_period(as_of)
    with running(settings) as use_cases:
        if by is IsolatesBy.CORE:
            positions = use_cases.insights.ask(LOCAL_OWNER, network, date, core_positions)
            print_rows(positions, output, spoken, text=core_text)
        else:
            found = use_cases.insights.isolates(
                LOCAL_OWNER, network, as_of=date, confidential=confidential
            )
            print_rows(found, output, spoken, text=isolates_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Ausgeben, wer für sich steht oder an wenigem hängt, und wer den Kontakt herstellen "
            "könnte.",
            isolates.__doc__ or "",
        )
    )(isolates)
