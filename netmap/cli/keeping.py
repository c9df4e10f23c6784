"""Commands that keep networks safe: backups, copies from store to store, examinations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from netmap.bootstrap import Login, copying, examining, keeping, load_settings
from netmap.cli.options import Force, Format, InLanguage, OutputFormat, note, print_json
from netmap.cli.words import say, spoken
from netmap.findings.words import counted
from netmap.language import Text
from netmap.principal import LOCAL_OWNER
from netmap.services.copying import CopiedNetwork
from netmap.views.csv_text import csv_text
from netmap.views.damages_text import damages_csv, damages_text

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
    _tell(copied, output, _COPIED)
    if not copied:
        note(say("Der Speicher enthält kein Netzwerk.", "The store holds no network."))


def backup(
    file: Annotated[Path, typer.Argument(help=say("Die neue Datei.", "The new file."))],
    network: Networks = None,
    force: Force = False,
    output: Format = OutputFormat.TEXT,
) -> None:
    """Keep networks in one file that netmap itself opens, while others go on working."""
    with keeping(load_settings()) as backups:
        copied = backups.backup(LOCAL_OWNER, file, network, replace=force)
    _tell(copied, output, _EQUAL)
    note(say(f"Sicherung geschrieben: {file}", f"Backup written: {file}"))


def restore(
    file: Annotated[
        Path, typer.Argument(help=say("Datei von netmap backup.", "File of netmap backup."))
    ],
    network: Networks = None,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace",
            help=say(
                "Netzwerke gleicher Kennung ersetzen; der jetzige Stand wird daneben gesichert.",
                "Replace networks of the same ids; the present state is kept beside.",
            ),
        ),
    ] = False,
    output: Format = OutputFormat.TEXT,
) -> None:
    """Bring networks of a backup back, and prove that both are equal."""
    with keeping(load_settings()) as backups:
        restored = backups.restore(LOCAL_OWNER, file, network, replace=replace)
    _tell(restored.networks, output, _EQUAL)
    if restored.kept is not None:
        note(
            say(
                f"Der Speicher, wie er vorher war, liegt in {restored.kept}.",
                f"The store as it was before lies in {restored.kept}.",
            )
        )
    for network_id, count in restored.erasures.items():
        note(
            say(
                f"Achtung: {network_id} enthält Personen wieder, die seit der Sicherung gelöscht "
                f"wurden ({count} Löschungen). Bitte erneut löschen: netmap erase.",
                f"Attention: {network_id} holds persons again that were erased since the backup "
                f"({count} erasures). Please erase them once more: netmap erase.",
            )
        )


def check(
    network: Networks = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Examine the store: files, records, change log and snapshots; changes nothing."""
    settings = load_settings()
    with examining(settings) as checks:
        examined = checks.check(LOCAL_OWNER, network)
    if output is OutputFormat.JSON:
        print_json([damage.to_dict() for damage in examined.damages])
    elif output is OutputFormat.CSV:
        typer.echo(damages_csv(examined.damages, language or settings.language), nl=False)
    elif examined.damages:
        typer.echo(damages_text(examined.damages, language or settings.language))
    for each in examined.networks:
        note(
            _EXAMINED.format(
                network_id=each.network_id,
                held=_held(each.records, each.changes, each.snapshots),
            ).in_language(spoken())
        )
    if examined.damages:
        raise typer.Exit(1)
    note(say("Keine Schäden gefunden.", "No damage was found."))


_COPIED = Text(
    de="{network_id}: {held} (davon neu: {new}); beide Seiten sind gleich.",
    en="{network_id}: {held} (of these new: {new}); both sides are equal.",
)
_EQUAL = Text(
    de="{network_id}: {held}; Sicherung und Speicher sind gleich.",
    en="{network_id}: {held}; backup and store are equal.",
)
_EXAMINED = Text(de="{network_id}: {held} geprüft.", en="{network_id}: {held} examined.")


def _held(records: int, changes: int, snapshots: int) -> Text:
    """What a network holds, counted in words."""
    return Text(
        de="{records}, {changes}, {snapshots}", en="{records}, {changes}, {snapshots}"
    ).format(
        records=counted(
            records, Text(de="Eintrag", en="record"), Text(de="Einträge", en="records")
        ),
        changes=_changes(changes),
        snapshots=_snapshots(snapshots),
    )


def _changes(count: int) -> Text:
    one = Text(de="Änderung", en="change set")
    return counted(count, one, Text(de="Änderungen", en="change sets"))


def _snapshots(count: int) -> Text:
    return counted(count, Text(de="Stand", en="snapshot"), Text(de="Stände", en="snapshots"))


def _tell(copied: Sequence[CopiedNetwork], output: OutputFormat, words: Text) -> None:
    rows = [asdict(each) for each in copied]
    if output is OutputFormat.JSON:
        print_json(rows)
    elif output is OutputFormat.CSV:
        header = tuple(CopiedNetwork.__dataclass_fields__)
        typer.echo(csv_text(header, (tuple(row.values()) for row in rows)), nl=False)
    else:
        for row in rows:
            new = Text(de="{changes}, {snapshots}", en="{changes}, {snapshots}").format(
                changes=_changes(row["new_changes"]), snapshots=_snapshots(row["new_snapshots"])
            )
            held = _held(row["records"], row["revision"], row["snapshots"])
            told = words.format(network_id=row["network_id"], held=held, new=new)
            typer.echo(told.in_language(spoken()))


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        help=say(
            "Netzwerke in einer Datei sichern, die netmap selbst öffnet; "
            "währenddessen kann weitergearbeitet werden.",
            backup.__doc__ or "",
        )
    )(backup)
    app.command(
        help=say(
            "Netzwerke aus einer Sicherung zurückholen und beweisen, dass beide gleich sind.",
            restore.__doc__ or "",
        )
    )(restore)
    app.command(
        help=say(
            "Den Speicher prüfen: Datei, Einträge, Protokoll und Stände; verändert nichts.",
            check.__doc__ or "",
        )
    )(check)
    app.command(
        help=say(
            "Netzwerke mit Fassungen, Protokoll und Ständen in einen anderen Speicher kopieren; "
            "setzt fort, wo es unterbrochen wurde.",
            copy.__doc__ or "",
        )
    )(copy)
