"""The table of a matrix as markup: some ten thousand cells, so no template fills each of them."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from markupsafe import Markup, escape

from netmap.language import Language
from netmap.network import Network
from netmap.views.matrices.asked import MatrixAsked, MatrixOf
from netmap.views.matrices.grid import Cell, Grid, Head, grid


@dataclass(frozen=True, slots=True)
class DrawnGrid:
    """A matrix and the rows of its table."""

    grid: Grid
    columns: Markup
    head: Markup
    body: Markup


def drawn_grid(
    network: Network, asked: MatrixAsked, language: Language, as_of: str = ""
) -> DrawnGrid:
    """The matrix that is asked for, as markup.

    Addresses are relative to the page of the matrix and keep the date ``as_of``.
    """
    found = grid(network, asked, language)
    date = f"?{urlencode({'as_of': as_of})}" if as_of else ""
    heads = "".join(_column(each, date) for each in found.columns)
    kept = f"&amp;{urlencode({'as_of': as_of})}" if as_of else ""
    targets = [quote(each.id, safe="") + kept for each in found.columns]
    symmetric = asked.of is MatrixOf.BODIES
    rows = []
    for row, head in enumerate(found.rows):
        start = f'<td><a href="pair?a={quote(head.id, safe="")}&amp;b='
        cells = []
        for column, target in enumerate(targets):
            cell = found.cells.get((row, column))
            if cell is None:
                cells.append("<td>")
            elif symmetric and row == column:
                cells.append(f'<td class="own">{cell.count}')
            else:
                cells.append(f'{start}{target}" class="{cell.shade}">{_content(cell)}</a>')
        rows.append(f"<tr>{_row(head, date)}{''.join(cells)}")
    return DrawnGrid(
        grid=found,
        columns=Markup("<col>" * len(targets)),  # noqa: S704 (no text in it)
        head=Markup(heads),  # noqa: S704 (escaped where it is made)
        body=Markup("".join(rows)),  # noqa: S704 (likewise)
    )


def _column(head: Head, date: str) -> str:
    return (
        f'<th scope="col" title="{_titled(head)}"><a href="actors/{quote(head.id, safe="")}{date}">'
        f"<span>{escape(head.name)}</span></a>"
    )


def _row(head: Head, date: str) -> str:
    return (
        f'<th scope="row" title="{_titled(head)}"><a href="actors/{quote(head.id, safe="")}{date}">'
        f"{escape(head.name)}</a>"
    )


def _titled(head: Head) -> Markup:
    return escape(f"{head.name} ({head.note})" if head.note else head.name)


def _content(cell: Cell) -> str:
    if not cell.letters:
        return str(cell.count)
    return cell.letters if cell.count == 1 else f"{cell.letters}<sub>{cell.count}</sub>"
