"""The command `netmap load`."""

from __future__ import annotations

import typer

from netmap.analyses import load as analysis
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
from netmap.views.analyses.load_text import load_text


def load(
    network: NetworkId,
    functions_only: FunctionsOnly = False,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print how many meetings a year organisations and persons have."""
    settings = load_settings()
    with running(settings) as use_cases:
        insights = use_cases.insights
        found = insights.ask(
            LOCAL_OWNER,
            network,
            as_period(as_of),
            analysis.load,
            hours_per_meeting=insights.thresholds.hours_per_meeting,
            functions_only=functions_only,
        )
    print_rows(found, output, language or settings.language, text=load_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Ausgeben, wie viele Sitzungen im Jahr Organisationen und Personen haben.",
            load.__doc__ or "",
        )
    )(load)
