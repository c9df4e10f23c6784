"""A matrix in words: heads of rows and columns, and what stands in the cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netmap.analyses.matrices.seats import Holders, seat_matrix
from netmap.analyses.matrices.shared import shared_matrix
from netmap.language import Language, Text
from netmap.network import Network
from netmap.views.map_groups import groups_of
from netmap.views.matrices.asked import MatrixAsked, MatrixOf
from netmap.vocabulary import Role

ROWS_ON_A_PAGE = 300


@dataclass(frozen=True, slots=True)
class Mark:
    """How a role stands in a cell.

    Attributes:
        letters: A shape that can be told apart without its colour.
        shade: Name of the colour in the style sheet.
    """

    letters: Text
    word: Text
    shade: str


MARKS = {
    Role.CHAIR: Mark(Text(de="V", en="C"), Text(de="Vorsitz", en="chair"), "c"),
    Role.DEPUTY_CHAIR: Mark(
        Text(de="sV", en="dC"), Text(de="stellvertretender Vorsitz", en="deputy chair"), "c"
    ),
    Role.SECRETARIAT: Mark(
        Text(de="GF", en="S"), Text(de="Geschäftsführung", en="secretariat"), "l"
    ),
    Role.MODERATION: Mark(Text(de="Mo", en="Mo"), Text(de="Moderation", en="moderation"), "l"),
    Role.MEMBER: Mark(Text(de="M", en="M"), Text(de="Mitglied", en="member"), "m"),
    Role.OTHER: Mark(Text(de="a", en="o"), Text(de="andere Rolle", en="other role"), "m"),
    Role.DEPUTY_MEMBER: Mark(
        Text(de="St", en="D"), Text(de="Stellvertretung", en="deputy member"), "d"
    ),
    Role.GUEST: Mark(Text(de="G", en="G"), Text(de="Gast", en="guest"), "g"),
}
"""How each role stands in a cell."""

_STEPS = ((0.75, "s4"), (0.5, "s3"), (0.25, "s2"), (0.0, "s1"))


@dataclass(frozen=True, slots=True)
class Head:
    """Head of a row or column.

    Attributes:
        note: What kind it is: the level of a body.
        total: How many cells of it hold something; of a body among bodies, how many it has.
    """

    id: str
    name: str
    note: str
    total: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands where a row and a column meet.

    Attributes:
        letters: Mark of a role; empty where a count says it all.
        count: Seats, or what both share.
        shade: Name of the colour in the style sheet.
    """

    letters: str
    count: int
    shade: str

    @property
    def value(self) -> str | int:
        """The cell of a file: a number, or a mark with the number of seats where several."""
        if not self.letters:
            return self.count
        return self.letters if self.count == 1 else f"{self.letters} ({self.count})"


@dataclass(frozen=True, slots=True)
class Grid:
    """One page of a matrix.

    Attributes:
        cells: By row and column, from 0; where nothing is recorded there is none.
        rows_in_all: Rows on all pages.
        columns_in_all: Bodies that are asked for, shown or not.
        roles: Roles that occur, in the order of their weight.
    """

    rows: tuple[Head, ...]
    columns: tuple[Head, ...]
    cells: Mapping[tuple[int, int], Cell]
    rows_in_all: int
    columns_in_all: int
    first: int
    pages: int
    roles: tuple[Role, ...]


def grid(network: Network, asked: MatrixAsked, language: Language) -> Grid:
    """The page of a matrix that is asked for; after the last page the last one.

    >>> network = Network.from_pairs([("ada", "youth"), ("bo", "sport"), ("ada", "sport")])
    >>> found = grid(network, MatrixAsked(of=MatrixOf.PERSONS), Language.EN)
    >>> [head.name for head in found.rows], found.cells[0, 0].value
    (['bo', 'ada'], 'M')
    """
    return (
        _bodies(network, asked, language)
        if asked.of is MatrixOf.BODIES
        else _seats(network, asked, language)
    )


def _seats(network: Network, asked: MatrixAsked, language: Language) -> Grid:
    found = seat_matrix(
        network, Holders(asked.of.value), narrowed=asked.narrowed, least=asked.least
    )
    pages = max(1, -(-len(found.holders) // ROWS_ON_A_PAGE))
    first = (min(asked.page, pages) - 1) * ROWS_ON_A_PAGE
    holders = found.holders[first : first + ROWS_ON_A_PAGE]
    at_row = {actor: place for place, actor in enumerate(holders)}
    at_column = {actor: place for place, actor in enumerate(found.bodies)}
    roles = [Role(role) for role in network.memberships.columns["role"]]
    sits, seated = dict.fromkeys(found.holders, 0), dict.fromkeys(found.bodies, 0)
    cells: dict[tuple[int, int], Cell] = {}
    for (holder, body), rows in found.seats.items():
        sits[holder] += 1
        seated[body] += 1
        if holder in at_row:
            mark = MARKS[roles[rows[0]]]
            cells[at_row[holder], at_column[body]] = Cell(
                mark.letters.in_language(language), len(rows), mark.shade
            )
    occurring = {roles[row] for rows in found.seats.values() for row in rows}
    return Grid(
        rows=tuple(_head(network, each, sits[each], language) for each in holders),
        columns=tuple(_head(network, each, seated[each], language) for each in found.bodies),
        cells=cells,
        rows_in_all=len(found.holders),
        columns_in_all=found.bodies_in_all,
        first=first,
        pages=pages,
        roles=tuple(role for role in MARKS if role in occurring),
    )


def _bodies(network: Network, asked: MatrixAsked, language: Language) -> Grid:
    found = shared_matrix(network, asked.by, narrowed=asked.narrowed)
    at = {actor: place for place, actor in enumerate(found.bodies)}
    heads = tuple(_head(network, each, found.sizes[each], language) for each in found.bodies)
    cells = {
        (at[one], at[other]): Cell("", count, _step(found.share(one, other)))
        for (one, other), count in found.shared.items()
    }
    own = {(place, place): Cell("", found.sizes[body], "own") for body, place in at.items()}
    return Grid(
        rows=heads,
        columns=heads,
        cells=cells | own,
        rows_in_all=len(heads),
        columns_in_all=found.bodies_in_all,
        first=0,
        pages=1,
        roles=(),
    )


def _head(network: Network, actor: int, total: int, language: Language) -> Head:
    group = network.once(groups_of)[actor]
    note = group.level_text.in_language(language) if group.is_body else ""
    return Head(network.actor_ids[actor], network.labels[actor], note, total)


def _step(share: float) -> str:
    return next(step for least, step in _STEPS if share >= least)
