"""Commands that keep networks safe: copies from store to store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from netmap.bootstrap import Login, copying, load_settings
from netmap.cli.options import Format, OutputFormat, note, print_json
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.services.copying import CopiedNetwork
from netmap.views.csv_text import csv_text

Networks = Annotated[
    list[str] | None,
    typer.Option(
        "--network",
        metavar="ID",
        help=say(
            "Nur dieses Netzwerk, mehrfach möglich; sonst alle.",
            "This network only, may be repeated; all of them if not given.",
        ),
    ),
]


def copy(
    source: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="URL",
            help=say("Adresse des Speichers, der gelesen wird.", "Address of the store to read."),
        ),
    ],
    target: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="URL",
            help=say(
                "Adresse des Speichers, der die Kopie bekommt.",
                "Address of the store that gets the copy.",
            ),
        ),
    ],
    network: Networks = None,
    to_user: Annotated[
        str | None,
        typer.Option(
            "--to-user",
            help=say(
                "Zugang zum Neo4j-Server von --to, wo er nicht der von NETMAP_NEO4J_USER ist.",
                "User of the Neo4j server of --to, where it is not NETMAP_NEO4J_USER.",
            ),
        ),
    ] = None,
    to_password_file: Annotated[
        Path | None,
        typer.Option(
            "--to-password-file",
            help=say("Datei mit dessen Kennwort.", "File that holds that user's password."),
        ),
    ] = None,
    to_database: Annotated[
        str | None,
        typer.Option(
            "--to-database",
            help=say(
                "Datenbank auf diesem Server, sonst NETMAP_NEO4J_DATABASE.",
                "Database on that server, else NETMAP_NEO4J_DATABASE.",
            ),
        ),
    ] = None,
    output: Format = OutputFormat.TEXT,
) -> None:
    """Copy networks with versions, change log and snapshots; goes on where it was stopped."""
    login = Login(user=to_user, password_file=to_password_file, database=to_database)
    with copying(load_settings(), source, target, login=login) as copies:
        copied = copies.copy(LOCAL_OWNER, network)
    _tell(copied, output)
    if not copied:
        note(say("Der Speicher enthält kein Netzwerk.", "The store holds no network."))


def _tell(copied: Sequence[CopiedNetwork], output: OutputFormat) -> None:
    rows = [asdict(each) for each in copied]
    if output is OutputFormat.JSON:
        print_json(rows)
    elif output is OutputFormat.CSV:
        header = tuple(CopiedNetwork.__dataclass_fields__)
        typer.echo(csv_text(header, (tuple(row.values()) for row in rows)), nl=False)
    else:
        for row in rows:
            typer.echo(
                say(
                    "{network_id}: {records} Einträge, {revision} Änderungen ({new_changes} neu), "
                    "{snapshots} Stände ({new_snapshots} neu); beide Seiten sind gleich.",
                    "{network_id}: {records} records, {revision} change sets ({new_changes} new), "
                    "{snapshots} snapshots ({new_snapshots} new); both sides are equal.",
                ).format(**row)
            )


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        help=say(
            "Netzwerke mit Fassungen, Protokoll und Ständen in einen anderen Speicher kopieren; "
            "setzt fort, wo es unterbrochen wurde.",
            copy.__doc__ or "",
        )
    )(copy)
