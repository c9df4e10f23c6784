"""The catalogue of Cypher: named queries from the folder ``queries`` and what their heads say.

A query is one file. Its head is a block of comments; its name is that of the file::

    // title: Bodies of a network
    // purpose: All bodies with their level,
    //   for people who look around.
    // access: read
    // parameters:
    //   network: text
    //   as_of_first: date = today
    // row: id, name
    // columns: body, seats

``row`` is given where a column ``rows`` holds lists or a parameter ``rows`` maps, and names what
stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from netmap.dates import Period, period, today
from netmap.errors import DateError
from netmap.language import Text
from netmap.resources import folder
from netmap.store.errors import QueryError

READ, WRITE = "read", "write"

_PARAMETER = re.compile(r"(\w+): (\w+)(?: = (.+))?")
_FOLDER = "queries"
_KEYS = ("title", "purpose", "access", "parameters", "row", "columns")
_TYPES = ("text", "date", "integer", "share", "texts", "map", "rows")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query takes: ``default`` is its text in the head, ``None`` when it has to be given.

    Types: ``text``, ``date`` (a day), ``integer``, ``share`` (number in [0, 1]), and, for the
    store's own use, ``texts``, ``map`` and ``rows`` (a list of maps).
    """

    name: str
    type: str
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """One named query.

    Attributes:
        access: ``read`` or ``write``.
        row: What the lists in the column ``rows`` or the maps in the parameter ``rows`` hold.
        is_for_people: Whether somebody may run it by name: it lies in the catalogue's own folder,
            reads, and stays within one network. What lies in folders below is the store's own;
            its writing queries would write past the change log.
        text: The Cypher, head included: Neo4j's own logs then show which query it was.
    """

    name: str
    title: str
    purpose: str
    access: str
    parameters: tuple[Parameter, ...]
    row: tuple[str, ...]
    columns: tuple[str, ...]
    is_for_people: bool
    text: str


class QueryFileError(ValueError):
    """The head of a query file is not as it should be; the installation is broken."""


@cache
def catalogue() -> Mapping[str, Query]:
    """All queries by name, ascending; files lie in the folder ``queries`` or below it.

    Raises:
        QueryFileError: A head is incomplete, or two files have one name.
    """
    found: dict[str, Query] = {}
    for path in sorted(folder(_FOLDER).rglob("*.cypher"), key=lambda path: path.stem):
        if path.stem in found:
            raise QueryFileError(f"{path}: there are two queries of this name")
        found[path.stem] = parse(path.stem, path.read_text(encoding="utf-8"), path)
    return found


def parse(name: str, text: str, path: Path) -> Query:
    """A query from the text of its file.

    Raises:
        QueryFileError: The head is incomplete.
    """
    head: dict[str, list[str]] = {}
    key = ""
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        content = line[2:].strip()
        start, colon, rest = content.partition(":")
        if not line.startswith("//   ") and colon and start in _KEYS:
            key = start
            head[key] = [rest.strip()] if rest.strip() else []
        elif key:
            head[key].append(content)
    missing = [each for each in ("title", "purpose", "access", "columns") if each not in head]
    if missing:
        raise QueryFileError(f"{path}: the head lacks {', '.join(missing)}")
    access = " ".join(head["access"])
    if access not in {READ, WRITE}:
        raise QueryFileError(f"{path}: access is neither read nor write")
    return Query(
        name=name,
        title=" ".join(head["title"]),
        purpose=" ".join(head["purpose"]),
        access=access,
        parameters=tuple(_parameter(line, path) for line in head.get("parameters", [])),
        row=_names(head.get("row", [])),
        columns=_names(head["columns"]),
        is_for_people=path.parent.name == _FOLDER,
        text=text,
    )


def queries_for_people() -> tuple[Query, ...]:
    """The queries that somebody may run by name, ascending by name."""
    return tuple(query for query in catalogue().values() if query.is_for_people)


def query_for_people(name: str) -> Query:
    """The query of this name, if somebody may run it by name.

    Raises:
        QueryError: There is none, or it is for the store alone.
    """
    query = catalogue().get(name)
    if query is None:
        names = ", ".join(each.name for each in queries_for_people())
        raise QueryError(
            query=name,
            problem=Text(
                de=f"Es gibt keine Abfrage dieses Namens. Es gibt: {names}.",
                en=f"There is no query of this name. There are: {names}.",
            ),
        )
    if not query.is_for_people:
        raise QueryError(
            query=name,
            problem=Text(
                de="Sie gehört zum Inneren des Speichers und ist nicht zum Aufruf gedacht.",
                en="It belongs to the inside of the store and is not meant to be called.",
            ),
        )
    return query


def arguments(query: Query, network_id: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """What to send with a query: given values as their types, defaults, and the network.

    A query at a date also takes ``as_of``: a partial date that stands for its first and its last
    day.

    Args:
        query: The query.
        network_id: Goes to the parameter ``network``.
        given: Values by name; texts, as a command line has them, are converted.

    Raises:
        QueryError: A parameter is missing, unknown or of another type.
    """
    declared = {each.name: each for each in query.parameters if each.name != "network"}
    values = dict(given)
    if "as_of" in values and {"as_of_first", "as_of_last"} <= declared.keys():
        days = _period(query, "as_of", values.pop("as_of"))
        values.setdefault("as_of_first", days.first.isoformat())
        values.setdefault("as_of_last", days.last.isoformat())
    for name in values:
        if name not in declared:
            there = ", ".join(f"{each.name} ({each.type})" for each in declared.values()) or "–"
            raise QueryError(
                query=query.name,
                problem=Text(
                    de=f"Sie hat keinen Parameter „{name}“. Es gibt: {there}.",
                    en=f'It has no parameter "{name}". There are: {there}.',
                ),
            )
    result: dict[str, Any] = {"network": network_id}
    for parameter in declared.values():
        value = values.get(parameter.name, parameter.default)
        if value is None:
            raise QueryError(
                query=query.name,
                problem=Text(
                    de=f"Der Parameter {parameter.name} ({parameter.type}) fehlt.",
                    en=f"The parameter {parameter.name} ({parameter.type}) is missing.",
                ),
            )
        result[parameter.name] = _converted(query, parameter, value)
    return result


def _parameter(line: str, path: Path) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None or match[2] not in _TYPES:
        raise QueryFileError(f'{path}: "{line}" is no parameter')
    return Parameter(name=match[1], type=match[2], default=match[3])


def _names(lines: list[str]) -> tuple[str, ...]:
    return tuple(name.strip() for name in ",".join(lines).split(",") if name.strip())


def _converted(query: Query, parameter: Parameter, value: object) -> object:
    if parameter.type == "date":
        days = _period(query, parameter.name, value)
        return (days.last if parameter.name.endswith("_last") else days.first).isoformat()
    wanted, convert = _CONVERSIONS[parameter.type]
    try:
        return convert(value)
    except ValueError as error:
        raise QueryError(
            query=query.name,
            problem=Text(
                de=f"{parameter.name} = {value} ist nicht {wanted.de}.",
                en=f"{parameter.name} = {value} is not {wanted.en}.",
            ),
        ) from error


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError
    return value


def _integer(value: object) -> int:
    if isinstance(value, bool | float):
        raise ValueError
    return int(str(value))


def _share(value: object) -> float:
    number = float(str(value).replace(",", "."))
    if not 0 <= number <= 1:
        raise ValueError
    return number


_CONVERSIONS: dict[str, tuple[Text, Callable[[object], object]]] = {
    "text": (Text(de="ein Text", en="a text"), _text),
    "integer": (Text(de="eine ganze Zahl", en="a whole number"), _integer),
    "share": (Text(de="eine Zahl von 0 bis 1", en="a number from 0 to 1"), _share),
}


def _period(query: Query, name: str, value: object) -> Period:
    if value == "today":
        return today()
    if isinstance(value, date):
        return Period(value, value)
    try:
        return period(str(value))
    except DateError as error:
        problem = Text(
            de=f"{name}: {error.cause_text.de} {error.remedy_text.de}",
            en=f"{name}: {error.cause_text.en} {error.remedy_text.en}",
        )
        raise QueryError(query=query.name, problem=problem) from error
