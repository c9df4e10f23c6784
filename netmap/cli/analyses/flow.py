"""The command `netmap flow`."""

from __future__ import annotations

import typer

from netmap.analyses import flow as analysis
from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import (
    AsOf,
    Format,
    FunctionsOnly,
    InLanguage,
    NetworkId,
    OutputFormat,
    as_period,
)
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.flow_text import flow_text


def flow(
    network: NetworkId,
    functions_only: FunctionsOnly = False,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print how information travels from steering to everybody and back."""
    settings = load_settings()
    with running(settings) as use_cases:
        found = use_cases.insights.ask(
            LOCAL_OWNER, network, as_period(as_of), analysis.flow, functions_only=functions_only
        )
    print_rows(found, output, language or settings.language, text=flow_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Ausgeben, wie Informationen aus der Steuerung zu allen kommen und zurück.",
            flow.__doc__ or "",
        )
    )(flow)
