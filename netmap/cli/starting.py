"""The command that begins a network."""

from __future__ import annotations

from typing import Annotated

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.options import InLanguage, note
from netmap.cli.words import say
from netmap.ingest.starters.starter import Starter
from netmap.principal import LOCAL_OWNER


def new(
    name: Annotated[
        str,
        typer.Argument(
            help=say("Name des neuen Netzwerks.", "Name of the new network."),
        ),
    ],
    network: Annotated[
        str | None,
        typer.Option(
            "--network",
            help=say(
                "Seine Kennung; sonst aus dem Namen gebildet.",
                "Its id; made of the name if not given.",
            ),
        ),
    ] = None,
    starter: Annotated[
        Starter | None,
        typer.Option(
            "--starter",
            help=say(
                "Mit den üblichen Gremien, Partnern und Handlungsfeldern beginnen.",
                "Begin with the usual bodies, partners and fields of action.",
            ),
        ),
    ] = None,
    language: InLanguage = None,
) -> None:
    """Begin a network, empty or with what is usual, and print its id."""
    settings = load_settings()
    with running(settings) as use_cases:
        entry = use_cases.starting.begin(
            LOCAL_OWNER,
            name,
            starter=starter,
            network_id=network,
            language=language or settings.language,
        )
    typer.echo(entry.network_id)
    note(say(f"Einträge: {len(entry.changes)}.", f"Records: {len(entry.changes)}."))


def register(app: typer.Typer) -> None:
    """Add this command to an application."""
    app.command(
        help=say(
            "Ein Netzwerk beginnen, leer oder mit dem Üblichen.",
            "Begin a network, empty or with what is usual.",
        )
    )(new)
