"""The command that writes a network down for other programs, or to import again."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.options import AsOf, Force, InLanguage, NetworkId, as_period, note
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.services.exports import export_format_of
from netmap.services.files import require_free, write_whole
from netmap.views.exports.formats import ExportName


def export(
    network: NetworkId,
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            help=say(
                "Die neue Datei; „-“ ist die Standardausgabe.",
                'The new file; "-" is standard output.',
            ),
        ),
    ],
    export_format: Annotated[
        ExportName | None,
        typer.Option(
            "--format",
            help=say(
                "Format; sonst nach der Endung der Datei (.xlsx, .zip, .graphml, .gexf, "
                ".jsonld, .json).",
                "Format; else by the ending of the file (.xlsx, .zip, .graphml, .gexf, "
                ".jsonld, .json).",
            ),
        ),
    ] = None,
    as_of: AsOf = None,
    snapshot: Annotated[
        str | None,
        typer.Option(
            "--snapshot",
            help=say("Kennung eines Stands statt des Netzwerks.", "Id of a snapshot instead."),
        ),
    ] = None,
    language: InLanguage = None,
    confidential: Annotated[
        bool,
        typer.Option(
            "--confidential",
            help=say(
                "Auch, wer bewusst außen vor bleibt; nur für die Koordination.",
                "Say also who is left out on purpose; for the coordinator alone.",
            ),
        ),
    ] = False,
    force: Force = False,
) -> None:
    """Write all records of a network, or what holds at a date, in a format of your choice."""
    settings = load_settings()
    to_stream = str(output) == "-"
    chosen = export_format or export_format_of(output.name)
    if not to_stream:
        # Told before the work rather than after it.
        require_free(output, replace=force)
    with running(settings) as use_cases:
        made = use_cases.exports.export(
            LOCAL_OWNER,
            network,
            chosen,
            language=language or settings.language,
            as_of=as_period(as_of),
            confidential=confidential,
            snapshot_id=snapshot,
        )
    if to_stream:
        sys.stdout.flush()
        sys.stdout.buffer.write(made.content)
        return
    write_whole(output, made.content, replace=force)
    note(say(f"Export geschrieben: {output}", f"Export written: {output}"))


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command(
        help=say(
            "Alle Einträge eines Netzwerks, oder was zu einem Datum gilt, in eine Datei schreiben.",
            export.__doc__ or "",
        )
    )(export)
