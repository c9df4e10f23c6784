"""How the commands of analyses print their rows: sentences, one JSON array, or CSV."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

from netmap.cli.options import OutputFormat, print_json
from netmap.language import Language
from netmap.values import Part
from netmap.views.analyses.rows_csv import rows_csv

_Row = TypeVar("_Row", bound=Part)


def print_rows(
    rows: Sequence[_Row],
    output: OutputFormat,
    language: Language,
    *,
    text: Callable[[Sequence[_Row], Language], str],
    csv: Callable[[Sequence[_Row]], str] = rows_csv,
) -> None:
    """Print what an analysis found.

    Args:
        rows: Its rows, in its order.
        output: The form asked for.
        language: Of the sentences; JSON and CSV are the same in both.
        text: Rows as sentences; says so where there are none.
        csv: Rows as CSV.
    """
    if output is OutputFormat.JSON:
        print_json([row.model_dump(mode="json") for row in rows])
    elif output is OutputFormat.CSV:
        typer.echo(csv(rows), nl=False)
    else:
        typer.echo(text(rows, language))
