"""Commands that write: into the store, or a file for people."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.options import AsOf, Force, InLanguage, NetworkId, as_period, note, print_json
from netmap.cli.progress_bar import shown_progress
from netmap.cli.words import say
from netmap.endpoints.request import EndpointRequest
from netmap.ingest.formats import FORMATS
from netmap.ingest.graphs.mapping import load_mapping
from netmap.ingest.graphs.reading import FORMATS as GRAPH_FORMATS
from netmap.principal import LOCAL_OWNER
from netmap.services.endpoint_imports import is_address
from netmap.services.files import write_whole
from netmap.services.insights import Moment
from netmap.views.import_text import import_report_text
from netmap.views.map_choice import EVERYTHING
from netmap.views.map_opened import OpenedView, date_of
from netmap.views.template_xlsx import template_workbook


def import_(
    source: Annotated[
        str,
        typer.Argument(
            help=say(
                "XLSX-, CSV-, JSON- oder Graphdatei (GraphML, GEXF, GML), Ordner oder Adresse "
                "eines OParl-Systems.",
                "XLSX, CSV, JSON or graph file (GraphML, GEXF, GML), folder, or address of an "
                "OParl system.",
            )
        ),
    ],
    network: NetworkId,
    name: Annotated[
        str | None,
        typer.Option("--name", help=say("Name eines neuen Netzwerks.", "Name of a new network.")),
    ] = None,
    source_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            help=say(
                f"Eines von {', '.join(FORMATS)}; sonst wird es erkannt.",
                f"One of {', '.join(FORMATS)}; found out if not given.",
            ),
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping",
            help=say(
                "Was die Knoten und Kanten eines Graphen sind (TOML oder JSON, siehe netmap "
                "mapping); sonst wird es erkannt.",
                "What the nodes and edges of a graph are (TOML or JSON, see netmap mapping); "
                "found out if not given.",
            ),
        ),
    ] = None,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run",
            help=say("Nur zeigen, was sich ändern würde.", "Only show what would change."),
        ),
    ] = False,
    allow_private: Annotated[
        bool,
        typer.Option(
            "--allow-private",
            help=say(
                "OParl auch von einem Rechner im eigenen Netz lesen.",
                "Read OParl also from a host in your own network.",
            ),
        ),
    ] = False,
    fresh: Annotated[
        bool,
        typer.Option(
            "--fresh",
            help=say(
                "OParl von vorn lesen, auch nach einer Unterbrechung.",
                "Read OParl from its beginning, also after an interruption.",
            ),
        ),
    ] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help=say("Bericht als JSON.", "The report as JSON."))
    ] = False,
    language: InLanguage = None,
) -> None:
    """Take a list into a network; a network that does not exist is created."""
    settings = load_settings()
    wanted = load_mapping(mapping) if mapping is not None else None
    if wanted is not None and is_address(source):
        raise typer.BadParameter(
            say("Nur für Graphdateien, nicht für OParl.", "For graph files alone, not for OParl."),
            param_hint="--mapping",
        )
    with running(settings) as use_cases, shown_progress(language or settings.language) as progress:
        if is_address(source):
            report = use_cases.endpoint_imports.run(
                LOCAL_OWNER,
                EndpointRequest(source, allow_private=allow_private, fresh=fresh),
                network_id=network,
                name=name,
                source_format=source_format,
                dry_run=dry_run,
                progress=progress,
            )
        else:
            report = use_cases.imports.run(
                LOCAL_OWNER,
                Path(source),
                network_id=network,
                name=name,
                source_format=source_format,
                mapping=wanted,
                dry_run=dry_run,
                progress=progress,
            )
    if as_json:
        print_json(report.model_dump(mode="json"))
    else:
        told = import_report_text(report, language or settings.language)
        # What was refused is a message, like every other error.
        typer.echo(told, err=report.has_errors)
    if report.has_errors:
        raise typer.Exit(1)


def mapping(
    source: Annotated[
        Path,
        typer.Argument(
            help=say(
                "Graphdatei: GraphML, GEXF, GML, Kumu oder Kantenliste.",
                "Graph file: GraphML, GEXF, GML, Kumu or edge list.",
            )
        ),
    ],
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            help=say("Neue TOML-Datei; sonst auf die Ausgabe.", "The new TOML file; else printed."),
        ),
    ] = None,
    source_format: Annotated[
        str | None,
        typer.Option(
            "--format",
            help=say(
                f"Eines von {', '.join(GRAPH_FORMATS)}; sonst wird es erkannt.",
                f"One of {', '.join(GRAPH_FORMATS)}; found out if not given.",
            ),
        ),
    ] = None,
    language: InLanguage = None,
    force: Force = False,
) -> None:
    """Write down what the nodes and edges of a graph would be taken for, to change and import."""
    settings = load_settings()
    with running(settings) as use_cases:
        text = use_cases.imports.suggested_mapping(
            source, source_format=source_format, language=language or settings.language
        )
    if output is None:
        typer.echo(text, nl=False)
        return
    write_whole(output, text.encode(), replace=force)
    note(say(f"Zuordnung geschrieben: {output}", f"Mapping written: {output}"))


def template(
    file: Annotated[Path, typer.Argument(help=say("Neue XLSX-Datei.", "The new XLSX file."))],
    language: InLanguage = None,
    force: Force = False,
) -> None:
    """Write an empty workbook with all columns, explanations and example rows."""
    settings = load_settings()
    write_whole(file, template_workbook(language or settings.language), replace=force)
    note(say(f"Vorlage geschrieben: {file}", f"Template written: {file}"))


def map_(
    network: NetworkId,
    output: Annotated[
        Path, typer.Option("--output", help=say("Die neue HTML-Datei.", "The new HTML file."))
    ],
    as_of: AsOf = None,
    beside: Annotated[
        str | None,
        typer.Option(
            "--beside",
            metavar="DATE",
            help=say(
                "Plätze wie auf der Karte dieses Datums; sie sagt, wer nur hier oder nur dort ist.",
                "Places as on the map of this date; says who is there in one of both only.",
            ),
        ),
    ] = None,
    beside_snapshot: Annotated[
        str | None,
        typer.Option(
            "--beside-snapshot",
            metavar="ID",
            help=say("Dasselbe mit einem Stand.", "The same with a snapshot."),
        ),
    ] = None,
    view: Annotated[
        str | None,
        typer.Option(
            "--view",
            metavar="NAME",
            help=say(
                "Mit dem öffnen, was diese gespeicherte Ansicht zeigt (Name oder Kennung).",
                "Open with what this saved view shows (name or id).",
            ),
        ),
    ] = None,
    language: InLanguage = None,
) -> None:
    """Write the map as one HTML file that opens from disk; an existing file is replaced."""
    settings = load_settings()
    with running(settings) as use_cases:
        opened = None
        if view is not None:
            opened = OpenedView(use_cases.map_views.view(LOCAL_OWNER, network, view))
            as_of = as_of or date_of(opened.view) or None
        document = use_cases.maps.document(
            LOCAL_OWNER,
            network,
            as_of=as_period(as_of),
            beside=Moment(as_period(beside), beside_snapshot)
            if beside or beside_snapshot
            else None,
            language=language or settings.language,
            choice=opened.choice if opened else EVERYTHING,
            opened=opened,
        )
    write_whole(output, document.encode(), replace=True)
    note(say(f"Karte geschrieben: {output}", f"Map written: {output}"))


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(
        "import",
        help=say(
            "Eine Liste in ein Netzwerk übernehmen; ein neues Netzwerk wird angelegt.",
            import_.__doc__ or "",
        ),
    )(import_)
    app.command(
        help=say(
            "Aufschreiben, wofür Knoten und Kanten eines Graphen gehalten würden, zum Ändern.",
            mapping.__doc__ or "",
        )
    )(mapping)
    app.command(
        help=say(
            "Eine leere Arbeitsmappe mit allen Spalten, Erklärungen und Beispielen schreiben.",
            template.__doc__ or "",
        )
    )(template)
    app.command(
        "map",
        help=say(
            "Die Karte als eine HTML-Datei schreiben, die sich ohne Netz öffnen lässt.",
            map_.__doc__ or "",
        ),
    )(map_)
