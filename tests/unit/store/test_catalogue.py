"""The head of a query, and the values that go with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from netmap.dates import today
from netmap.errors import NetmapError
from netmap.language import Language
from netmap.store.catalogue import Query, QueryFileError, arguments, catalogue, parse
from netmap.store.errors import QueryError

HEAD = """// title: Bodies
// purpose: All of them,
//   whoever asks: coordinators, too.
// access: read
// parameters:
//   network: text
//   as_of_first: date = today
//   as_of_last: date = today
//   least: share = 0
//   limit: integer = 10
//   level: text
// columns: id,
//   name
MATCH (n) // columns: none
RETURN n.id AS id, n.name AS name
"""


def query(text: str = HEAD, place: str = "queries/bodies.cypher") -> Query:
    """The query of a file."""
    return parse("bodies", text, Path(place))


def test_reads_a_head() -> None:
    """Lines go on when they are indented; the head ends where the query begins."""
    found = query()
    assert found.title == "Bodies"
    assert found.purpose == "All of them, whoever asks: coordinators, too."
    assert found.columns == ("id", "name")
    assert [(each.name, each.type, each.default) for each in found.parameters] == [
        ("network", "text", None),
        ("as_of_first", "date", "today"),
        ("as_of_last", "date", "today"),
        ("least", "share", "0"),
        ("limit", "integer", "10"),
        ("level", "text", None),
    ]
    assert found.text == HEAD


def test_only_the_folder_itself_is_for_people() -> None:
    """What lies in a folder below is the store's own."""
    assert query().is_for_people
    assert not query(place="queries/store/bodies.cypher").is_for_people


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("// title: Bodies\n", ""),
        ("// columns: id,\n//   name\n", ""),
        ("access: read", "access: maybe"),
        ("limit: integer", "limit: number"),
        ("limit: integer = 10", "limit"),
    ],
)
def test_refuses_a_head_that_lacks_something(old: str, new: str) -> None:
    """A query without title, columns, access or types is a fault of the installation."""
    with pytest.raises(QueryFileError, match=r"bodies\.cypher"):
        query(HEAD.replace(old, new))


def test_fills_in_what_is_not_given() -> None:
    """Defaults are converted like given values; today is the day it is."""
    day = today().first.isoformat()
    assert arguments(query(), "city", {"level": "steering"}) == {
        "network": "city",
        "as_of_first": day,
        "as_of_last": day,
        "least": 0.0,
        "limit": 10,
        "level": "steering",
    }


@pytest.mark.parametrize(
    ("given", "name", "value"),
    [
        ({"least": "0,25"}, "least", 0.25),
        ({"least": 1}, "least", 1.0),
        ({"limit": "7"}, "limit", 7),
        ({"as_of_first": "2024"}, "as_of_first", "2024-01-01"),
        ({"as_of_last": "2024-02"}, "as_of_last", "2024-02-29"),
        ({"as_of_last": date(2024, 5, 1)}, "as_of_last", "2024-05-01"),
        ({"as_of": "2024"}, "as_of_last", "2024-12-31"),
        ({"as_of": "2024", "as_of_last": "2023"}, "as_of_last", "2023-12-31"),
    ],
)
def test_converts_texts(given: dict[str, Any], name: str, value: object) -> None:
    """Texts of a command line become what the query takes."""
    found = arguments(query(), "city", {"level": "", **given})[name]
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize(
    ("given", "problem"),
    [
        ({}, "level"),
        ({"level": "x", "nothing": "1"}, "least (share)"),
        ({"level": "x", "network": "other"}, '"network"'),
        ({"level": 3}, "text"),
        ({"level": "x", "least": "-0.1"}, "0 to 1"),
        ({"level": "x", "least": "nan"}, "0 to 1"),
        ({"level": "x", "limit": "1.5"}, "whole number"),
        ({"level": "x", "limit": True}, "whole number"),
        ({"level": "x", "as_of": "tomorrow"}, "as_of"),
    ],
)
def test_says_what_does_not_fit(given: dict[str, Any], problem: str) -> None:
    """Missing, unknown and ill-typed parameters are named, with what there is."""
    with pytest.raises(QueryError) as raised:
        arguments(query(), "city", given)
    error: NetmapError = raised.value
    assert problem in error.message(Language.EN)
    assert "bodies" in error.message(Language.DE)


def test_the_catalogue_has_the_analyses() -> None:
    """Analyses that one query can say are there for people, in alphabetical order."""
    names = list(catalogue())
    assert names == sorted(names)
    people = {each.name.partition("_")[0] for each in catalogue().values() if each.is_for_people}
    assert people == {"overlap", "isolates", "load", "missing", "participation"}
