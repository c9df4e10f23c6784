"""The command that writes a meeting down: slides on the map, in one file to take along."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.options import AsOf, Force, InLanguage, NetworkId, as_period, note
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.services.files import require_free, write_whole


def meeting(
    network: NetworkId,
    output: Annotated[
        Path, typer.Option("--output", help=say("Die neue HTML-Datei.", "The new HTML file."))
    ],
    finding: Annotated[
        list[str] | None,
        typer.Option(
            "--finding",
            metavar="ID",
            help=say(
                "Kennung eines Hinweises aus netmap findings --format csv; mehrfach, in der "
                "Reihenfolge der Besprechung. Sonst einige Stärken, von jeder Art ein oder zwei.",
                "Id of a finding from netmap findings --format csv; several times, in the order of "
                "the meeting. Else a few strengths, and one or two of every kind.",
            ),
        ),
    ] = None,
    as_of: AsOf = None,
    language: InLanguage = None,
    force: Force = False,
) -> None:
    """Write the meeting view as one HTML file that opens from disk, full screen and by keyboard."""
    settings = load_settings()
    # Told before the work rather than after it.
    require_free(output, replace=force)
    with running(settings) as use_cases:
        choice = use_cases.meetings.choice(
            LOCAL_OWNER, network, finding or None, as_of=as_period(as_of)
        )
        document = use_cases.meetings.document(
            LOCAL_OWNER,
            network,
            [each.id for each in choice.chosen],
            as_of=as_period(as_of),
            language=language or settings.language,
        )
    write_whole(output, document.encode(), replace=force)
    if choice.gone:
        note(
            say(
                f"Nicht gefunden und ausgelassen: {choice.gone}",
                f"Not found and left out: {choice.gone}",
            )
        )
    note(
        say(
            f"Besprechung mit {len(choice.chosen)} Hinweisen geschrieben: {output}",
            f"Meeting with {len(choice.chosen)} findings written: {output}",
        )
    )


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command(
        help=say(
            "Die Besprechungsansicht als eine HTML-Datei schreiben, die sich ohne Netz öffnen "
            "lässt, im Vollbild und mit der Tastatur.",
            meeting.__doc__ or "",
        )
    )(meeting)
