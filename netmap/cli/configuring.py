"""Commands about netmap itself: how it is set up on this machine."""

from __future__ import annotations

import typer

from netmap.bootstrap import load_settings
from netmap.cli.options import Format, OutputFormat, print_json
from netmap.cli.words import say
from netmap.settings import SettingValue, in_force
from netmap.views.csv_text import csv_text


def settings(output: Format = OutputFormat.TEXT) -> None:
    """Print every setting that is in force; secrets are never shown."""
    found = in_force(load_settings())
    if output is OutputFormat.JSON:
        print_json([each._asdict() for each in found])
    elif output is OutputFormat.CSV:
        typer.echo(csv_text(SettingValue._fields, found), nl=False)
    else:
        for each in found:
            origin = "" if each.given else say("  (Vorgabe)", "  (default)")
            typer.echo(f"{each.variable}={each.value}{origin}")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        help=say(
            "Alle geltenden Einstellungen ausgeben; Geheimnisse werden nie gezeigt.",
            settings.__doc__ or "",
        )
    )(settings)
