"""The command `netmap bridges`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from netmap.analyses import bridges as analysis
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
from netmap.views.analyses.bridges_text import bridges_text


def bridges(
    network: NetworkId,
    min_part: Annotated[
        int | None,
        typer.Option(
            "--min-part",
            min=1,
            help=say(
                "Kleinste Zahl von Organisationen und Gremien, die daran hängen; sonst die "
                "Einstellung NETMAP_BRIDGE_MIN_PART.",
                "Least number of organisations and bodies that hang on it; the setting "
                "NETMAP_BRIDGE_MIN_PART if not given.",
            ),
        ),
    ] = None,
    measured: Annotated[
        bool,
        typer.Option(
            "--measures",
            help=say(
                "Auch Zwischenzentralität, Einschränkung, unterschiedliche Kontakte und Rollen "
                "zwischen den Bereichen.",
                "Also betweenness, constraint, effective size and roles between sectors.",
            ),
        ),
    ] = False,
    functions_only: FunctionsOnly = False,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print where the network hangs together by one actor or one tie."""
    settings = load_settings()
    period = as_period(as_of)
    with running(settings) as use_cases:
        found = use_cases.insights.ask(
            LOCAL_OWNER,
            network,
            period,
            analysis.bridges,
            min_part=min_part or use_cases.insights.thresholds.bridge_min_part,
            measured=measured,
            functions_only=functions_only,
        )
        seen = use_cases.networks.at(LOCAL_OWNER, network, period)
    called = dict(zip(seen.actor_ids, seen.labels, strict=True))
    told = partial(bridges_text, called=called)
    print_rows(found, output, language or settings.language, text=told)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Ausgeben, wo das Netzwerk an einem einzigen Akteur oder Kontakt hängt.",
            bridges.__doc__ or "",
        )
    )(bridges)
