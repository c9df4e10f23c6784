"""The command `netmap communities`."""

from __future__ import annotations

from typing import Annotated

import typer

from netmap.analyses import communities as analysis
from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import AsOf, Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.communities_text import communities_text


def communities(
    network: NetworkId,
    resolution: Annotated[
        float,
        typer.Option(
            "--resolution",
            min=0.01,
            max=100,
            help=say(
                "Über 1 mehr und kleinere Gruppen, unter 1 weniger und größere.",
                "Above 1 more and smaller groups, below 1 fewer and larger ones.",
            ),
        ),
    ] = 1.0,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print who meets and talks with each other more than with the rest."""
    settings = load_settings()
    with running(settings) as use_cases:
        insights = use_cases.insights
        found = insights.ask(
            LOCAL_OWNER, network, as_period(as_of), analysis.communities, resolution=resolution
        )
    print_rows(found, output, language or settings.language, text=communities_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Ausgeben, wer sich häufiger trifft und austauscht als mit dem Rest.",
            communities.__doc__ or "",
        )
    )(communities)
