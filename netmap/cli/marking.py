"""Command that says what people agreed about a finding."""

from __future__ import annotations

from typing import Annotated

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.options import AsOf, InLanguage, NetworkId, as_period, note
from netmap.cli.words import say
from netmap.findings.marks import MARK_STATUSES
from netmap.principal import LOCAL_OWNER
from netmap.services.marking import Seen
from netmap.vocabulary import MarkStatus


def mark(
    finding: Annotated[
        str,
        typer.Argument(
            help=say(
                "Kennung aus netmap findings --format csv.",
                "Id from netmap findings --format csv.",
            )
        ),
    ],
    network: NetworkId,
    status: Annotated[
        MarkStatus,
        typer.Option(
            "--status",
            help=say(
                "offen, besprochen oder so gewollt: Was so gewollt ist, bleibt still, bis sich "
                "die Daten ändern.",
                "What is intended stays quiet until the data change.",
            ),
        ),
    ],
    text: Annotated[
        str,
        typer.Option(
            "--note",
            help=say(
                "Warum; für alle lesbar, die das Netzwerk lesen dürfen.",
                "Why, for all who may read the network.",
            ),
        ),
    ] = "",
    as_of: AsOf = None,
    language: InLanguage = None,
) -> None:
    """Mark a finding as open, discussed or intended, with a note."""
    settings = load_settings()
    with running(settings) as use_cases:
        entry = use_cases.marking.mark(
            LOCAL_OWNER,
            network,
            finding,
            status,
            text,
            language=language or settings.language,
            seen=Seen(as_of=as_period(as_of)),
        )
    if entry is None or not entry.changes:
        note(say("Das war schon so vermerkt.", "It was marked so already."))
        return
    word = MARK_STATUSES[status]
    note(
        say(
            f"Vermerkt: {word.de} (Änderung {entry.id}).",
            f"Marked: {word.en} (change set {entry.id}).",
        )
    )


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command(
        help=say(
            "Einen Hinweis als offen, besprochen oder so gewollt vermerken, mit einer Notiz.",
            mark.__doc__ or "",
        )
    )(mark)
