"""The command `netmap isolates`."""

from __future__ import annotations

from typing import Annotated

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import AsOf, Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.isolates_text import isolates_text


def isolates(
    network: NetworkId,
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
    with running(settings) as use_cases:
        found = use_cases.insights.isolates(
            LOCAL_OWNER, network, as_of=as_period(as_of), confidential=confidential
        )
    print_rows(found, output, language or settings.language, text=isolates_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Ausgeben, wer für sich steht oder an wenigem hängt, und wer den Kontakt herstellen "
            "könnte.",
            isolates.__doc__ or "",
        )
    )(isolates)
