"""The command `netmap missing`."""

from __future__ import annotations

from typing import Annotated

import typer

from netmap.analyses.missing.link import MissingLinkRule
from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import AsOf, Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.missing_text import candidates_text, missing_text


def missing(
    network: NetworkId,
    rule: Annotated[
        list[MissingLinkRule] | None,
        typer.Option(
            "--rule",
            help=say(
                "Nur diese Regel, mehrfach angebbar; sonst alle, die nicht abgeschaltet sind.",
                "This rule only; may be repeated. All that are not switched off if not given.",
            ),
        ),
    ] = None,
    without: Annotated[
        list[MissingLinkRule] | None,
        typer.Option(
            "--without",
            help=say("Diese Regel nicht, mehrfach angebbar.", "Not this rule; may be repeated."),
        ),
    ] = None,
    statistical: Annotated[
        bool,
        typer.Option(
            "--statistical",
            help=say(
                "Statt der Regeln: was die Gestalt des Netzwerks nahelegt, mit gemeinsamen "
                "Nachbarn als Erklärung.",
                "In place of the rules: what the shape of the network makes probable, with common "
                "neighbours as the explanation.",
            ),
        ),
    ] = False,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print links that one would expect and that nobody has recorded."""
    settings = load_settings()
    with running(settings) as use_cases:
        if statistical:
            candidates = use_cases.insights.link_candidates(
                LOCAL_OWNER, network, as_of=as_period(as_of)
            )
            print_rows(candidates, output, language or settings.language, text=candidates_text)
            return
        found = use_cases.insights.missing_exchange(
            LOCAL_OWNER,
            network,
            rules=rule or (),
            without=without or (),
            as_of=as_period(as_of),
        )
    print_rows(found, output, language or settings.language, text=missing_text)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Verbindungen ausgeben, die man erwarten würde und die niemand erfasst hat.",
            missing.__doc__ or "",
        )
    )(missing)
