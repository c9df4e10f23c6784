"""Commands that look back and take back: history, undo, snapshots, erasure."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.options import Format, InLanguage, NetworkId, OutputFormat, note, print_json
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.views.csv_text import csv_text
from netmap.views.history_text import history_text, record_history_text, snapshots_text


def history(
    network: NetworkId,
    record: Annotated[
        str | None,
        typer.Option("--record", help=say("Nur dieser Eintrag.", "This record only.")),
    ] = None,
    limit: Annotated[
        int,
        typer.Option("--limit", min=1, help=say("Höchste Zahl.", "Most change sets shown.")),
    ] = 20,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print the change log, newest first."""
    settings = load_settings()
    with running(settings) as use_cases:
        entries = use_cases.records.history(LOCAL_OWNER, network, record_id=record, limit=limit)
    if output is OutputFormat.JSON:
        print_json([entry.model_dump(mode="json") for entry in entries])
    elif output is OutputFormat.CSV:
        rows = (
            (e.id, e.revision, e.at.isoformat(), e.author, e.note, len(e.changes), e.undoes)
            for e in entries
        )
        header = ("id", "revision", "at", "author", "note", "changes", "undoes")
        typer.echo(csv_text(header, rows), nl=False)
    else:
        told = history_text if record is None else record_history_text
        typer.echo(told(entries, language or settings.language))


def undo(
    change_set: Annotated[
        str, typer.Argument(help=say("Kennung aus netmap history.", "Id from netmap history."))
    ],
    network: NetworkId,
) -> None:
    """Take a change set back, whole or not at all."""
    with running(load_settings()) as use_cases:
        entry = use_cases.records.undo(LOCAL_OWNER, network, change_set)
    note(
        say(
            f"Zurückgenommen: {len(entry.changes)} Einträge (Änderung {entry.id}).",
            f"Taken back: {len(entry.changes)} records (change set {entry.id}).",
        )
    )


def snapshot(
    network: NetworkId,
    label: Annotated[
        str | None,
        typer.Option("--label", help=say("Name des neuen Stands.", "Name of the new snapshot.")),
    ] = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Freeze the network under a label; without one, list its snapshots."""
    settings = load_settings()
    with running(settings) as use_cases:
        if label is not None:
            taken = use_cases.records.freeze(LOCAL_OWNER, network, label=label)
            note(say(f"Stand festgehalten: {taken.id}", f"Snapshot taken: {taken.id}"))
            return
        found = use_cases.records.snapshots(LOCAL_OWNER, network)
    if output is OutputFormat.JSON:
        print_json([each.model_dump(mode="json") for each in found])
    elif output is OutputFormat.CSV:
        rows = ((e.id, e.label, e.taken_at.isoformat(), e.author, e.revision) for e in found)
        typer.echo(csv_text(("id", "label", "taken_at", "author", "revision"), rows), nl=False)
    else:
        typer.echo(snapshots_text(found, language or settings.language))


def erase(
    person: Annotated[str, typer.Argument(help=say("Kennung der Person.", "Id of the person."))],
    network: NetworkId,
    yes: Annotated[
        bool, typer.Option("--yes", help=say("Ohne Rückfrage.", "Do not ask first."))
    ] = False,
) -> None:
    """Erase a person from records, change log and snapshots; cannot be undone."""
    if not yes and not _confirmed(
        say(
            "Name und Kennung der Person überall löschen? Das lässt sich nicht zurücknehmen.",
            "Erase the name and id of this person everywhere? This cannot be undone.",
        )
    ):
        note(say("Nichts wurde gelöscht.", "Nothing was erased."))
        raise typer.Exit(1)
    with running(load_settings()) as use_cases:
        done = use_cases.records.erase_person(LOCAL_OWNER, network, person)
    note(
        say(
            f"Gelöscht. Die Funktion und ihre Sitze bleiben unter der Kennung {done.new_id}.",
            f"Erased. The function and its seats stay under the id {done.new_id}.",
        )
    )
    if done.mentions:
        mentions = ", ".join(done.mentions)
        note(
            say(
                f"Bitte prüfen: Der Name steht noch in Texten dieser Einträge: {mentions}",
                f"Please check: the name still stands in texts of these records: {mentions}",
            )
        )


def _confirmed(question: str) -> bool:
    """Whether a person says yes, in either language; an end of input is a no."""
    typer.echo(f"{question} {say('[j/N]', '[y/N]')}: ", nl=False, err=True)
    answer = sys.stdin.readline().strip().casefold()
    return answer in {"j", "ja", "y", "yes"}


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(help=say("Das Änderungsprotokoll ausgeben.", history.__doc__ or ""))(history)
    app.command(help=say("Eine Änderung ganz zurücknehmen.", undo.__doc__ or ""))(undo)
    app.command(
        help=say(
            "Einen Stand des Netzwerks festhalten; ohne --label die Stände auflisten.",
            snapshot.__doc__ or "",
        )
    )(snapshot)
    app.command(
        help=say(
            "Personenbezogene Daten in Einträgen, Protokoll und Ständen löschen.",
            erase.__doc__ or "",
        )
    )(erase)
