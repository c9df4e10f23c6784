"""Commands that serve: the application over one's own store, and the demo over the example."""

from __future__ import annotations

import os
from typing import Annotated

import typer
from platformdirs import user_cache_path

from netmap.bootstrap import load_settings, running, web_application
from netmap.cli.words import say
from netmap.principal import LOCAL_OWNER
from netmap.resources import folder
from netmap.services.files import write_whole
from netmap.services.use_cases import UseCases
from netmap.settings import Settings
from netmap.views.findings_text import highlights_text

_DEMO_NETWORK = "falkenrode"


def serve(
    host: Annotated[
        str | None,
        typer.Option("--host", help=say("Adresse, sonst 127.0.0.1.", "Address, else 127.0.0.1.")),
    ] = None,
    port: Annotated[
        int | None, typer.Option("--port", help=say("Port, sonst 8000.", "Port, else 8000."))
    ] = None,
    workers: Annotated[
        int,
        typer.Option(
            "--workers",
            min=1,
            max=64,
            help=say(
                "Wie viele Prozesse antworten; mehr als einer, wo viele zugleich arbeiten.",
                "How many processes answer; more than one where many work at once.",
            ),
        ),
    ] = 1,
) -> None:
    """Serve the application until stopped."""
    settings = load_settings()
    served = settings.model_copy(
        update={
            "host": host or settings.host,
            "port": settings.port if port is None else port,
        }
    )
    if workers == 1:
        with running(served) as use_cases:
            _serve(use_cases, served)
    else:
        _serve_with_workers(served, workers)


def demo(
    once: Annotated[
        bool,
        typer.Option("--once", help=say("Zeigen und beenden, ohne Server.", "Show and exit.")),
    ] = False,
    port: Annotated[
        int | None, typer.Option("--port", help=say("Port, sonst 8000.", "Port, else 8000."))
    ] = None,
) -> None:
    """Show netmap with a fictional city, in a store of its own, and serve it."""
    settings = load_settings()
    place = user_cache_path("netmap", appauthor=False, ensure_exists=True) / "demo"
    place.mkdir(exist_ok=True)
    # The demo never touches the user's store, whatever NETMAP_STORE says.
    own = settings.model_copy(update={"store": f"sqlite:///{place / 'demo.db'}"})
    with running(own) as use_cases:
        use_cases.imports.run(
            LOCAL_OWNER,
            folder("examples") / "falkenrode.xlsx",
            network_id=_DEMO_NETWORK,
            name="Bildungsnetzwerk Falkenrode (Beispiel)",
        )
        language = settings.language
        found = use_cases.insights.findings(LOCAL_OWNER, _DEMO_NETWORK)
        document = use_cases.maps.document(LOCAL_OWNER, _DEMO_NETWORK, language=language)
        map_file = place / f"{_DEMO_NETWORK}.html"
        write_whole(map_file, document.encode(), replace=True)
        typer.echo(
            say(
                "netmap zeigt das Beispiel: das Netzwerk der erfundenen Stadt Falkenrode.\n",
                "netmap shows the example: the education network of Falkenrode, a made-up city.\n",
            )
        )
        typer.echo(highlights_text(found, language))
        typer.echo()
        typer.echo(say(f"Karte: {map_file}", f"Map: {map_file}"))
        if once:
            return
        served = {"host": "127.0.0.1", "port": settings.port if port is None else port}
        _serve(use_cases, own.model_copy(update=served))


def _serve(use_cases: UseCases, settings: Settings) -> None:
    # Imported where needed: the other commands start without the web framework.
    from netmap.web.server import serve as serve_until_stopped

    serve_until_stopped(web_application(use_cases, settings), settings, announce=_announce)


def _serve_with_workers(settings: Settings, workers: int) -> None:
    from netmap.web.server import serve_with_workers

    # A store that cannot be opened is told here, not by each process.
    with running(settings):
        pass
    # Other processes read their settings from the environment.
    os.environ |= {"NETMAP_HOST": settings.host, "NETMAP_PORT": str(settings.port)}
    serve_with_workers("netmap.cli.worker:application", settings, workers, announce=_announce)


def _announce(address: str) -> None:
    typer.echo(
        say(
            f"Anwendung: {address} (beenden mit Strg+C)",
            f"Application: {address} (stop with Ctrl+C)",
        )
    )


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        help=say("Die Anwendung bereitstellen, bis sie beendet wird.", serve.__doc__ or "")
    )(serve)
    app.command(
        help=say(
            "netmap mit einer erfundenen Stadt zeigen, in einem eigenen Speicher.",
            demo.__doc__ or "",
        )
    )(demo)
