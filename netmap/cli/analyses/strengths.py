"""The command `netmap strengths`."""

from __future__ import annotations

import typer

from netmap.analyses import strength_rows as analysis
from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import AsOf, Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.strengths_text import strengths_text


def strengths(
    network: NetworkId,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print what works well."""
    settings = load_settings()
    with running(settings) as use_cases:
        insights = use_cases.insights
        found = insights.ask(
            LOCAL_OWNER,
            network,
            as_period(as_of),
            analysis.strengths,
            min_contacts_per_year=insights.thresholds.regular_contacts_per_year,
            min_sectors=insights.thresholds.balanced_min_sectors,
        )
    print_rows(found, output, language or settings.language, text=strengths_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(help=say("Ausgeben, was gut läuft.", strengths.__doc__ or ""))(strengths)
