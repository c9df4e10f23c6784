"""What a matrix is asked to show, as an address says it."""

from __future__ import annotations

from enum import StrEnum

from netmap.analyses.matrices.bodies import Narrowed
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.language import Text
from netmap.values import Part


class MatrixOf(StrEnum):
    """What stands in the rows; bodies stand in the columns."""

    ORGANIZATIONS = "organizations"
    PERSONS = "persons"
    BODIES = "bodies"


class MatrixAsked(Part):
    """A matrix; hashable, so that it is made once.

    Attributes:
        by: What bodies share, where the rows are bodies.
        least: Holders who sit in at least so many of the bodies.
        page: Rows come in pages, from 1.
    """

    of: MatrixOf = MatrixOf.ORGANIZATIONS
    by: OverlapBy = OverlapBy.MEMBERS
    narrowed: Narrowed = Narrowed()
    least: int = 1
    page: int = 1


ROWS = {
    MatrixOf.ORGANIZATIONS: Text(de="Organisationen", en="Organisations"),
    MatrixOf.PERSONS: Text(de="Personen", en="Persons"),
    MatrixOf.BODIES: Text(de="Gremien", en="Bodies"),
}
"""What the rows are called."""

SHARED = {
    OverlapBy.MEMBERS: Text(de="Gemeinsame Mitglieder", en="Shared members"),
    OverlapBy.PERSONS: Text(de="Gemeinsame Personen", en="Shared persons"),
    OverlapBy.ORGANIZATIONS: Text(de="Gemeinsame Organisationen", en="Shared organisations"),
    OverlapBy.TOPICS: Text(de="Gemeinsame Themen", en="Shared topics"),
    OverlapBy.FUNCTIONS: Text(de="Gemeinsame Funktionen", en="Shared functions"),
    OverlapBy.TARGET_GROUPS: Text(de="Gemeinsame Zielgruppen", en="Shared target groups"),
}
"""What bodies can share."""
