"""The command `netmap`: parse, call a use case, print."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable, Sequence
from functools import cache
from typing import Annotated

import typer
from typer.main import get_command

from netmap import __version__
from netmap.cli import (
    changing,
    configuring,
    exporting,
    keeping,
    marking,
    meeting,
    reading,
    serving,
    starting,
    writing,
)
from netmap.cli.analyses import commands as analyses
from netmap.cli.words import say, spoken
from netmap.errors import NetmapError
from netmap.settings import default_store

app = typer.Typer(
    name="netmap",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"netmap {__version__}")
        raise typer.Exit


@app.callback(
    help=say(
        "netmap: das eigene Netzwerk sehen, wie es ist, und darüber sprechen.",
        "netmap: see your network as it is and talk about it.",
    ),
    epilog=say(
        f"Ohne NETMAP_STORE liegen die Daten in {default_store()} – andere Formen: "
        "sqlite:///relativ.db, sqlite:////absolut.db, neo4j://server:7687, bolt://…, "
        "neo4j+s://… (Anmeldung: NETMAP_NEO4J_USER und NETMAP_NEO4J_PASSWORD_FILE).",
        f"Without NETMAP_STORE the data lie in {default_store()}; other forms: "
        "sqlite:///relative.db, sqlite:////absolute.db, neo4j://server:7687, bolt://…, "
        "neo4j+s://… (log in with NETMAP_NEO4J_USER and NETMAP_NEO4J_PASSWORD_FILE).",
    ),
)
def _common(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help=say("Version anzeigen.", "Show the version."),
        ),
    ] = False,
) -> None:
    pass


reading.register(app)
analyses.register(app)
starting.register(app)
writing.register(app)
exporting.register(app)
marking.register(app)
meeting.register(app)
changing.register(app)
keeping.register(app)
serving.register(app)
configuring.register(app)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit code: 0 done, 1 refused with a remedy, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A console or pipe in another encoding must not break a German name.
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the pipe has gone; keep the interpreter from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


@cache
def _command() -> Callable[..., object]:
    # Reading the signatures of all commands takes longer than most commands do.
    return get_command(app)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        _command()(args=arguments, prog_name="netmap")
    except NetmapError as error:
        typer.echo(f"{say('Fehler', 'Error')}: {error.message(spoken())}", err=True)
        remedy = error.remedy_text.in_language(spoken())
        typer.echo(f"{say('Abhilfe', 'Remedy')}: {remedy} [{error.code}]", err=True)
        return 1
    except KeyboardInterrupt:
        return 130
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 1
    return 0


def main() -> None:
    """Entry point of the command `netmap`."""
    sys.exit(run())
