"""The command `netmap overlaps`."""

from __future__ import annotations

from typing import Annotated

import typer

from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import Seats
from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import AsOf, Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.overlaps_text import overlaps_csv, overlaps_text
from netmap.vocabulary import HouseLevel, Role


def overlaps(
    network: NetworkId,
    by: Annotated[
        OverlapBy,
        typer.Option("--by", help=say("Woran gemessen wird.", "What is shared.")),
    ] = OverlapBy.MEMBERS,
    roles: Annotated[
        list[Role] | None,
        typer.Option(
            "--roles",
            help=say(
                "Nur Sitze in dieser Rolle zählen, mehrfach angebbar; sonst alle.",
                "Count seats in this role only; may be repeated. All if not given.",
            ),
        ),
    ] = None,
    house_levels: Annotated[
        list[HouseLevel] | None,
        typer.Option(
            "--house-level",
            help=say(
                "Nur Sitze dieser Ebene im eigenen Haus zählen, mehrfach angebbar; sonst alle.",
                "Count seats held at this level of the own house only; may be repeated.",
            ),
        ),
    ] = None,
    min_jaccard: Annotated[
        float,
        typer.Option(
            "--min-jaccard",
            help=say(
                "Kleinster Jaccard-Wert, einschließlich (0 bis 1).",
                "Least Jaccard index, inclusive (0 to 1).",
            ),
        ),
    ] = 0.0,
    min_containment: Annotated[
        float,
        typer.Option(
            "--min-containment",
            help=say(
                "Kleinster Anteil am kleineren Gremium, einschließlich (0 bis 1).",
                "Least share of the smaller body, inclusive (0 to 1).",
            ),
        ),
    ] = 0.0,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print pairs of bodies that share members, organisations, topics, functions, target groups."""
    settings = load_settings()
    with running(settings) as use_cases:
        found = use_cases.insights.overlaps(
            LOCAL_OWNER,
            network,
            by=by,
            seats=Seats(
                roles=frozenset(roles) if roles else None,
                house_levels=frozenset(house_levels) if house_levels else None,
            ),
            min_jaccard=min_jaccard,
            min_containment=min_containment,
            as_of=as_period(as_of),
        )
    print_rows(found, output, language or settings.language, text=overlaps_text, csv=overlaps_csv)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Paare von Gremien ausgeben, die Mitglieder, Personen, Organisationen, Themen, "
            "Funktionen oder Zielgruppen teilen.",
            overlaps.__doc__ or "",
        )
    )(overlaps)
