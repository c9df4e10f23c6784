"""The command `netmap compare`."""

from __future__ import annotations

from typing import Annotated

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.services.insights import Moment
from netmap.views.analyses.compare_text import compare_text


def compare(
    network: NetworkId,
    before: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="DATE",
            help=say(
                "Früheres Datum (2024-05-31, 2024-05, 2024); bei einem Stand dessen Tag.",
                "Earlier date (2024-05-31, 2024-05, 2024); of a snapshot its day if not given.",
            ),
        ),
    ] = None,
    after: Annotated[
        str | None,
        typer.Option(
            "--to",
            metavar="DATE",
            help=say("Späteres Datum; sonst heute.", "Later date; today if not given."),
        ),
    ] = None,
    before_snapshot: Annotated[
        str | None,
        typer.Option(
            "--from-snapshot",
            metavar="ID",
            help=say(
                "Früherer Stand; „netmap snapshot“ nennt die Kennungen.",
                'Earlier snapshot; "netmap snapshot" lists the ids.',
            ),
        ),
    ] = None,
    after_snapshot: Annotated[
        str | None,
        typer.Option("--to-snapshot", metavar="ID", help=say("Späterer Stand.", "Later snapshot.")),
    ] = None,
    confidential: Annotated[
        bool,
        typer.Option(
            "--confidential",
            help=say(
                "Auch, was nur für die Koordination bestimmt ist.",
                "Include what is for the coordinator alone.",
            ),
        ),
    ] = False,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print what came, went and changed between two dates or snapshots."""
    settings = load_settings()
    with running(settings) as use_cases:
        found = use_cases.insights.compare(
            LOCAL_OWNER,
            network,
            Moment(as_period(before), before_snapshot),
            Moment(as_period(after), after_snapshot),
            confidential=confidential,
        )
    print_rows(found, output, language or settings.language, text=compare_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Ausgeben, was zwischen zwei Daten oder Ständen kam, ging und sich änderte.",
            compare.__doc__ or "",
        )
    )(compare)
