"""The command `netmap participation`."""

from __future__ import annotations

from typing import Annotated

import typer

from netmap.analyses.participation.bodies import body_balance
from netmap.analyses.participation.levels import participation
from netmap.analyses.participation.seated import ParticipationBy
from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import AsOf, Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.participation_text import balance_text, participation_text


def participating(
    network: NetworkId,
    by: Annotated[
        ParticipationBy,
        typer.Option(
            "--by",
            help=say(
                "Unterschieden nach Bereich, Art der Organisation oder Ehrenamt und Hauptamt.",
                "Told apart by sector, classification, or volunteer and paid.",
            ),
        ),
    ] = ParticipationBy.SECTOR,
    bodies: Annotated[
        bool,
        typer.Option(
            "--bodies",
            help=say("Je Gremium statt je Ebene.", "For each body in place of each level."),
        ),
    ] = False,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print who takes part at each level, and how balanced bodies are."""
    settings = load_settings()
    spoken = language or settings.language
    with running(settings) as use_cases:
        asked = (LOCAL_OWNER, network, as_period(as_of))
        if bodies:
            balances = use_cases.insights.ask(*asked, body_balance, by=by)
            print_rows(balances, output, spoken, text=balance_text)
        else:
            rows = use_cases.insights.ask(*asked, participation, by=by)
            print_rows(rows, output, spoken, text=participation_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "participation",
        help=say(
            "Ausgeben, wer auf jeder Ebene beteiligt ist und wie ausgewogen Gremien besetzt sind.",
            participating.__doc__ or "",
        ),
    )(participating)
