"""OParl objects as short as the tests need them, and what became of them."""

from __future__ import annotations

from typing import TypeVar

from netmap.ingest.json_source import JsonValue
from netmap.ingest.oparl import document as oparl
from netmap.ingest.problems import Parsed, Problem
from netmap.values import Record

_Record = TypeVar("_Record", bound=Record)
Raw = dict[str, JsonValue]

HOST = "https://ris.example/oparl"


def url(path: str) -> str:
    """The id of an object of the test's municipality."""
    return f"{HOST}/{path}"


def described(name: str, path: str, /, **fields: JsonValue) -> Raw:
    """An object of a class with its id and type."""
    return {"id": url(path), "type": f"https://schema.oparl.org/1.1/{name}", **fields}


def person(path: str = "person/ada", /, **fields: JsonValue) -> Raw:
    """A person, named Ada where no name is given."""
    return described("Person", path, **{"name": "Ada", **fields})


def body(path: str = "organization/youth", /, **fields: JsonValue) -> Raw:
    """A committee, named Youth where no name is given."""
    return described("Organization", path, **{"name": "Youth", **fields})


def seat(path: str = "membership/1", /, **fields: JsonValue) -> Raw:
    """A membership without ends."""
    return described("Membership", path, **fields)


def parse(document: JsonValue) -> Parsed:
    """Read a document under a fixed file name."""
    return oparl.parse(document, "ris.json")


def all_of(parsed: Parsed, model: type[_Record]) -> list[_Record]:
    """The records of one kind, in order."""
    return [record for record in parsed.records if isinstance(record, model)]


def the_one(parsed: Parsed, model: type[_Record]) -> _Record:
    """The only record of its kind."""
    (found,) = all_of(parsed, model)
    return found


def codes(parsed: Parsed) -> list[str]:
    """Codes of what was found, in order."""
    return [problem.code for problem in parsed.problems]


def told(parsed: Parsed, code: str) -> Problem:
    """The only problem of this code."""
    (found,) = [problem for problem in parsed.problems if problem.code == code]
    return found
