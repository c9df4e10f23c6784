"""Commands that read: networks, findings, queries."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from netmap.bootstrap import load_settings, running
from netmap.cli.options import (
    AsOf,
    Format,
    InLanguage,
    NetworkId,
    OutputFormat,
    as_period,
    note,
    print_json,
)
from netmap.cli.words import say
from netmap.findings.finding import FindingKind
from netmap.language import Text
from netmap.principal import LOCAL_OWNER
from netmap.store.errors import QueryError
from netmap.views.csv_text import csv_text
from netmap.views.findings_text import findings_csv, findings_text


def networks(output: Format = OutputFormat.TEXT) -> None:
    """List the networks of the store."""
    with running(load_settings()) as use_cases:
        infos = use_cases.networks.all(LOCAL_OWNER)
    if output is OutputFormat.JSON:
        print_json([info.model_dump(mode="json") for info in infos])
    elif output is OutputFormat.CSV:
        rows = [(info.id, info.name, info.revision, info.changed_at.isoformat()) for info in infos]
        typer.echo(csv_text(("id", "name", "revision", "changed_at"), rows), nl=False)
    elif infos:
        for info in infos:
            typer.echo(f"{info.id}\t{info.name}")
    else:
        note(say("Noch kein Netzwerk: „netmap import“.", 'No network yet: see "netmap import".'))


def findings(
    network: NetworkId,
    kind: Annotated[
        FindingKind | None,
        typer.Option("--kind", help=say("Nur Hinweise dieser Art.", "Findings of this kind only.")),
    ] = None,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
    confidential: Annotated[
        bool,
        typer.Option(
            "--confidential",
            help=say(
                "Auch Hinweise, die nur für die Koordination bestimmt sind.",
                "Include findings that are for the coordinator alone.",
            ),
        ),
    ] = False,
    intended: Annotated[
        bool,
        typer.Option(
            "--intended",
            help=say(
                "Auch Hinweise, die als so gewollt vermerkt sind.",
                "Include findings that are marked as intended.",
            ),
        ),
    ] = False,
) -> None:
    """Print suggestions to talk about, what works well first."""
    settings = load_settings()
    spoken = language or settings.language
    with running(settings) as use_cases:
        found = use_cases.insights.findings(
            LOCAL_OWNER,
            network,
            kind=kind,
            as_of=as_period(as_of),
            confidential=confidential,
            intended=intended,
        )
    if output is OutputFormat.JSON:
        print_json([finding.model_dump(mode="json") for finding in found])
    elif output is OutputFormat.CSV:
        typer.echo(findings_csv(found, spoken), nl=False)
    else:
        typer.echo(findings_text(found, spoken))


def query(
    name: Annotated[
        str | None,
        typer.Argument(
            help=say(
                "Name der Abfrage; ohne ihn werden alle genannt.",
                "Name of the query; without it all are listed.",
            )
        ),
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option(
            "--param",
            metavar="KEY=VALUE",
            help=say("Parameter, mehrfach möglich.", "A parameter; may be repeated."),
        ),
    ] = None,
    output: Format = OutputFormat.TEXT,
) -> None:
    """Run a query of the Cypher catalogue on a Neo4j server."""
    if name is None:
        _list_queries()
        return
    parameters: dict[str, Any] = {}
    for pair in param or []:
        key, equals, value = pair.partition("=")
        if not equals:
            problem = Text(
                de=f"„{pair}“ hat nicht die Form Name=Wert.", en=f'"{pair}" is not KEY=VALUE.'
            )
            raise QueryError(query=name, problem=problem)
        parameters[key] = value
    network = parameters.pop("network", None)
    if network is None:
        problem = Text(de="Es fehlt --param network=KENNUNG.", en="--param network=ID is missing.")
        raise QueryError(query=name, problem=problem)
    with running(load_settings()) as use_cases:
        result = use_cases.queries.run(LOCAL_OWNER, name, network, parameters)
    if output is OutputFormat.JSON:
        print_json([dict(zip(result.columns, row, strict=True)) for row in result.rows])
    elif output is OutputFormat.CSV:
        typer.echo(csv_text(result.columns, result.rows), nl=False)
    else:
        typer.echo("\t".join(result.columns))
        for row in result.rows:
            typer.echo("\t".join(str(cell) for cell in row))


def _list_queries() -> None:
    with running(load_settings()) as use_cases:
        known = use_cases.queries.known()
    for each in known:
        taken = " ".join(
            parameter.name if parameter.default is None else f"[{parameter.name}]"
            for parameter in each.parameters
        )
        typer.echo(f"{each.name}: {each.title} ({taken})")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command(help=say("Die Netzwerke des Speichers auflisten.", networks.__doc__ or ""))(
        networks
    )
    app.command(
        help=say(
            "Hinweise ausgeben: Vorschläge zum Gespräch, zuerst, was gut läuft.",
            findings.__doc__ or "",
        )
    )(findings)
    app.command(
        help=say("Eine Cypher-Abfrage des Katalogs auf Neo4j ausführen.", query.__doc__ or "")
    )(query)
