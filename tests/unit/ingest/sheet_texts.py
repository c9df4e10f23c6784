"""Sheets written as lines of text, for tests of readers."""

from __future__ import annotations

from typing import TypeVar

from netmap.ingest.identity import made_id
from netmap.ingest.problems import Parsed, Problem, Severity
from netmap.ingest.table import Sheet, rows_of
from netmap.ingest.workbook import reader as workbook
from netmap.values import Record
from netmap.vocabulary import Kind

_Record = TypeVar("_Record", bound=Record)


def sheet(name: str, *lines: str) -> Sheet:
    """A sheet of the workbook "liste.xlsx"; cells stand between ``|``."""
    return Sheet(
        file="liste.xlsx",
        name=name,
        part=name,
        rows=rows_of([cell.strip() for cell in line.split("|")] for line in lines),
    )


def read(*sheets: Sheet) -> Parsed:
    """What the workbook reader makes of sheets."""
    return workbook.parse(sheets, "liste.xlsx")


def all_of(parsed: Parsed, model: type[_Record]) -> list[_Record]:
    """The records of one kind, in order."""
    return [record for record in parsed.records if isinstance(record, model)]


def only(parsed: Parsed, model: type[_Record]) -> _Record:
    """The only record of one kind."""
    (found,) = all_of(parsed, model)
    return found


def codes(parsed: Parsed) -> list[str]:
    """Codes of what was found, in order."""
    return [problem.code for problem in parsed.problems]


def errors(parsed: Parsed) -> list[Problem]:
    """What keeps the source from being imported."""
    return [problem for problem in parsed.problems if problem.severity is Severity.ERROR]


def person_id(name: str) -> str:
    """The id that a person known by name alone gets."""
    return made_id(Kind.PERSON, name)
