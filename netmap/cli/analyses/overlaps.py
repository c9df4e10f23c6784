"""The command `netmap overlaps`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from netmap.analyses.overlaps.candidate.index import MOST, CandidateIndex
from netmap.analyses.overlaps.groups import overlap_groups
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.seats import Seats
from netmap.analyses.overlaps.significance.tested import overlap_significance
from netmap.analyses.overlaps.structure import structure_overlap
from netmap.bootstrap import load_settings, running
from netmap.cli.analyses.printing import print_rows
from netmap.cli.options import AsOf, Format, InLanguage, NetworkId, OutputFormat, as_period
from netmap.cli.words import say
from netmap.ingest.candidate_file import read_candidate
from netmap.principal import LOCAL_OWNER
from netmap.views.analyses.candidate_text import candidate_text
from netmap.views.analyses.overlap_significance_text import tested_text
from netmap.views.analyses.overlap_structures_text import groups_text, structures_text
from netmap.views.analyses.overlaps_text import overlaps_csv, overlaps_text
from netmap.vocabulary import HouseLevel, Role


class ComparedBy(StrEnum):
    """What is compared, and with that the rows: a part, all parts with the kind, or groups."""

    MEMBERS = "members"
    PERSONS = "persons"
    ORGANIZATIONS = "organizations"
    TOPICS = "topics"
    FUNCTIONS = "functions"
    TARGET_GROUPS = "target_groups"
    STRUCTURES = "structures"
    GROUPS = "groups"


def overlaps(
    network: NetworkId,
    by: Annotated[
        ComparedBy,
        typer.Option(
            "--by",
            help=say(
                "Was verglichen wird: ein Teil; structures: alle Teile nebeneinander mit der Art "
                "der Überschneidung; groups: Gruppen von mehr als zwei Gremien.",
                "What is compared: one part; structures: all parts side by side with the kind of "
                "overlap; groups: groups of more than two bodies.",
            ),
        ),
    ] = ComparedBy.MEMBERS,
    roles: Annotated[
        list[Role] | None,
        typer.Option(
            "--roles",
            help=say(
                "Nur Sitze in dieser Rolle zählen, mehrfach angebbar; sonst alle.",
                "Count seats in this role only; may be repeated. All if not given.",
            ),
        ),
    ] = None,
    house_levels: Annotated[
        list[HouseLevel] | None,
        typer.Option(
            "--house-level",
            help=say(
                "Nur Sitze dieser Ebene im eigenen Haus zählen, mehrfach angebbar; sonst alle.",
                "Count seats held at this level of the own house only; may be repeated.",
            ),
        ),
    ] = None,
    min_jaccard: Annotated[
        float | None,
        typer.Option(
            "--min-jaccard",
            help=say(
                "Kleinster Jaccard-Wert, einschließlich (0 bis 1); sonst 0, bei structures und "
                "groups die Einstellung.",
                "Least Jaccard index, inclusive (0 to 1); otherwise 0, and the setting for "
                "structures and groups.",
            ),
        ),
    ] = None,
    min_containment: Annotated[
        float | None,
        typer.Option(
            "--min-containment",
            help=say(
                "Kleinster Anteil am kleineren Gremium, einschließlich (0 bis 1); sonst ebenso.",
                "Least share of the smaller body, inclusive (0 to 1); otherwise likewise.",
            ),
        ),
    ] = None,
    significance: Annotated[
        bool,
        typer.Option(
            "--significance",
            help=say(
                "Daneben zeigen, wie wahrscheinlich so viel Gemeinsames bei zufälliger Verteilung "
                "wäre; nur mit einem Teil (--by). Lässt nichts weg.",
                "Show how likely so much in common would be by chance; with one part (--by) only. "
                "Leaves nothing out.",
            ),
        ),
    ] = False,
    candidate: Annotated[
        Path | None,
        typer.Option(
            "--candidate",
            metavar="FILE",
            help=say(
                "JSON-Datei mit einem Gremium, das es noch nicht gibt (name, members, "
                "organizations, topics, purpose): womit es sich überschneiden würde, welcher "
                "bestehende Termin das Anliegen aufgreifen und wer noch eingeladen werden könnte. "
                "Daneben gelten nur --limit, --as-of, --format und --language.",
                "JSON file with a body that does not exist yet (name, members, organizations, "
                "topics, purpose): what it would overlap, which existing meeting could take the "
                "matter up, and who else could be invited. Beside it only --limit, --as-of, "
                "--format and --language count.",
            ),
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit",
            min=1,
            max=1000,
            help=say(
                "Mit --candidate: so viele Zeilen jeder Art höchstens.",
                "With --candidate: most rows of each kind.",
            ),
        ),
    ] = MOST,
    as_of: AsOf = None,
    output: Format = OutputFormat.TEXT,
    language: InLanguage = None,
) -> None:
    """Print pairs and groups of bodies that overlap: what they share, and what kind that is."""
    settings = load_settings()
    told, at = language or settings.language, as_period(as_of)
    if candidate is not None:
        described = read_candidate(candidate)
        with running(settings) as use_cases:
            index = use_cases.insights.ask(LOCAL_OWNER, network, at, CandidateIndex.of)
        print_rows(
            list(index.query(described, most=limit).rows()), output, told, text=candidate_text
        )
        return
    if significance and by in {ComparedBy.STRUCTURES, ComparedBy.GROUPS}:
        raise typer.BadParameter(
            say(
                f"--significance gehört zu einem Teil und nicht zu --by {by.value}.",
                f"--significance goes with one part and not with --by {by.value}.",
            )
        )
    seats = Seats(
        roles=frozenset(roles) if roles else None,
        house_levels=frozenset(house_levels) if house_levels else None,
    )
    with running(settings) as use_cases:
        insights = use_cases.insights
        limits = insights.thresholds.overlap_limits.asked(
            min_jaccard=min_jaccard, min_containment=min_containment
        )
        match by:
            case ComparedBy.STRUCTURES:
                pairs = insights.ask(
                    LOCAL_OWNER, network, at, structure_overlap, limits=limits, seats=seats
                )
                print_rows(pairs, output, told, text=structures_text)
            case ComparedBy.GROUPS:
                groups = insights.ask(
                    LOCAL_OWNER, network, at, overlap_groups, limits=limits, seats=seats
                )
                print_rows(groups, output, told, text=groups_text)
            case _ if significance:
                tested = insights.ask(
                    LOCAL_OWNER,
                    network,
                    at,
                    overlap_significance,
                    by=OverlapBy(by.value),
                    seats=seats,
                    min_jaccard=min_jaccard or 0.0,
                    min_containment=min_containment or 0.0,
                )
                print_rows(tested, output, told, text=tested_text)
            case _:
                found = insights.overlaps(
                    LOCAL_OWNER,
                    network,
                    by=OverlapBy(by.value),
                    seats=seats,
                    min_jaccard=min_jaccard or 0.0,
                    min_containment=min_containment or 0.0,
                    as_of=at,
                )
                print_rows(found, output, told, text=overlaps_text, csv=overlaps_csv)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        help=say(
            "Paare und Gruppen von Gremien ausgeben, die sich überschneiden: was sie teilen und "
            "welcher Art das ist.",
            overlaps.__doc__ or "",
        )
    )(overlaps)
