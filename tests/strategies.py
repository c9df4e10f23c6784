"""Hypothesis strategies over the models, and texts that tempt a program to misread them."""

from __future__ import annotations

import types
from collections.abc import Mapping
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from pydantic import BaseModel

from netmap.dates import PartialDate
from netmap.model import MODELS
from netmap.values import Record
from netmap.vocabulary import Kind

HOSTILE_TEXTS: tuple[str, ...] = (
    "Robert'); DROP TABLE person;--",
    '" OR ""="',
    "' OR '1'='1",
    "x`}) DETACH DELETE n //",
    "}) MATCH (n) DETACH DELETE n RETURN ({a: 1",
    "$network_id {id} %(id)s %s ?1 :id @id",
    "${jndi:ldap://127.0.0.1/a} {{7*7}} <%= 7*7 %>",
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script><!--",
    "javascript:alert(1)",
    "&lt;b&gt; &amp; &#39;",
    "back\\slash \\n \\u0000 \\",
    "Zeile 1\nZeile 2\r\n\tZeile 3",
    "%00 %2e%2e/ ..\\..\\",
    "../../etc/passwd",
    "http://example.org/a?b=c&d=e#f",
    "=cmd|' /C calc'!A0",
    "null",
    "None",
    "NaN",
    "true",
    "[]",
    '{"kind": "person"}',
    "%_*?[a-z]",
    "\u202etxt.exe",
    "\u200b",
    "\ufeffBOM",
    "a\u2028b\u2029c",
    "\U0010ffff",
    "x" * 400,
)
"""Texts that look like SQL, Cypher, HTML, paths, formulas or values of other types."""

_CHARACTERS = st.characters(
    exclude_categories=("Cs", "Cc"), include_characters="\n\t\r", exclude_characters="\ufffe\uffff"
)
_MAX_LENGTH = 30


def texts(*, min_size: int = 0, max_size: int = _MAX_LENGTH) -> SearchStrategy[str]:
    """Any printable text without blanks at its ends, hostile ones among them."""
    kept = [text for text in HOSTILE_TEXTS if min_size <= len(text.strip()) <= max_size]
    anything = st.text(_CHARACTERS, min_size=min_size, max_size=max_size).map(str.strip)
    return st.one_of(anything, st.sampled_from(kept)).filter(lambda text: len(text) >= min_size)


ids = texts(min_size=1)
"""Ids of records."""


@st.composite
def partial_dates(draw: st.DrawFn) -> str:
    """Dates known to the year, the month or the day."""
    day = draw(st.dates()).isoformat()
    return draw(st.sampled_from([day, day[:7], day[:4]]))


def fields_of(
    model: type[BaseModel], *, without: frozenset[str] = frozenset()
) -> SearchStrategy[dict[str, Any]]:
    """Values for every field of a model but some."""
    return st.fixed_dictionaries(
        {
            name: _values(info.annotation, tuple(info.metadata))
            for name, info in model.model_fields.items()
            if name not in without
        }
    )


@st.composite
def networks_of_records(draw: st.DrawFn, *, max_records_per_kind: int = 3) -> list[Record]:
    """Records of all kinds, every field drawn, every reference leading to one of them.

    A kind that has to refer to another one is absent where the other one is.
    """
    sizes = draw(
        st.fixed_dictionaries({kind: st.integers(0, max_records_per_kind) for kind in Kind})
    )
    total = sum(sizes.values())
    free = draw(st.lists(ids, min_size=total, max_size=total, unique=True))
    named = {kind: [free.pop() for _ in range(size)] for kind, size in sizes.items()}
    possible = {kind: _targets(kind, named) for kind in Kind}
    for kind in Kind:
        if any(targets is None for targets in possible[kind].values()):
            named[kind] = []
    # Making a strategy takes longer than drawing from it: one for all records of a kind.
    of_kind = {kind: _values_of(kind, named) for kind in Kind if named[kind]}
    return [
        _known(MODELS[kind], {"id": record_id, **draw(of_kind[kind])})
        for kind in Kind
        for record_id in named[kind]
    ]


def records_of(
    kind: Kind, record_id: str, named: Mapping[Kind, list[str]]
) -> SearchStrategy[Record] | None:
    """Records of one kind and id, every field drawn, every reference leading to a named id.

    ``None`` where the kind has to refer to another one of which none is named.
    """
    if any(targets is None for targets in _targets(kind, named).values()):
        return None
    return _records(kind, record_id, named)


def _targets(kind: Kind, named: Mapping[Kind, list[str]]) -> dict[str, SearchStrategy[Any] | None]:
    """Strategies for the references of a kind; ``None`` for one that is required and cannot be."""
    found: dict[str, SearchStrategy[Any] | None] = {}
    for field, kinds in MODELS[kind].REFERENCES.items():
        there = sorted(each for target in kinds for each in named[target])
        info = MODELS[kind].model_fields[field]
        many = get_origin(info.annotation) is tuple
        if many:
            least = 1 if info.is_required() else 0
            found[field] = (
                st.lists(st.sampled_from(there), min_size=least, max_size=3).map(tuple)
                if there
                else (None if least else st.just(()))
            )
        elif info.is_required():
            found[field] = st.sampled_from(there) if there else None
        else:
            found[field] = st.sampled_from([None, *there])
    return found


def _records(kind: Kind, record_id: str, named: Mapping[Kind, list[str]]) -> SearchStrategy[Record]:
    return _values_of(kind, named).map(
        lambda values: _known(MODELS[kind], {"id": record_id, **values})
    )


def _values_of(kind: Kind, named: Mapping[Kind, list[str]]) -> SearchStrategy[dict[str, Any]]:
    """Values of all fields of a kind but the id."""
    targets = {
        field: strategy for field, strategy in _targets(kind, named).items() if strategy is not None
    }
    return st.tuples(_own_fields(kind), st.fixed_dictionaries(targets)).map(
        lambda drawn: {**drawn[0], **drawn[1]}
    )


@cache
def _own_fields(kind: Kind) -> SearchStrategy[dict[str, Any]]:
    """Values of the fields of a kind that refer to nothing."""
    model = MODELS[kind]
    return fields_of(model, without=frozenset({"id", "version", "kind", *model.REFERENCES}))


def _known(model: type[Record], values: dict[str, Any]) -> Record:
    """The record; a person that has neither name nor function is given one."""
    if model is MODELS[Kind.PERSON] and not values["name"] and not values["function"]:
        values = {**values, "function": "–"}
    return model.model_validate(values)


def _values(annotation: Any, metadata: tuple[Any, ...]) -> SearchStrategy[Any]:
    """Values that the model accepts for one annotation."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _values(arguments[0], arguments[1:])
    if origin in {Union, types.UnionType}:
        return st.one_of(*(_values(each, metadata) for each in arguments))
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return st.lists(_values(arguments[0], ()), max_size=3).map(tuple)
    if origin is dict:
        keys, values = (_values(each, ()) for each in arguments)
        return st.dictionaries(keys, values, max_size=3)
    if isinstance(annotation, type):
        return _values_of_type(annotation, metadata)
    raise TypeError(f"no strategy for {annotation!r}")


def _values_of_type(kind: type, metadata: tuple[Any, ...]) -> SearchStrategy[Any]:
    if kind is type(None):
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers()
    if kind is float:
        least, most = _bound(metadata, "ge"), _bound(metadata, "le")
        return st.floats(least, most, allow_nan=False, allow_infinity=False)
    if issubclass(kind, Enum):
        return st.sampled_from(list(kind))
    if issubclass(kind, BaseModel):
        return fields_of(kind).map(kind.model_validate)
    if kind is str and set(get_args(PartialDate)[1:]) <= set(metadata):
        return partial_dates()
    if kind is str:
        return texts(min_size=int(_bound(metadata, "min_length") or 0))
    raise TypeError(f"no strategy for {kind!r}")


def _bound(metadata: tuple[Any, ...], name: str) -> float | None:
    """The bound of this name that the model sets, if any."""
    bounds = [getattr(each, name, None) for each in metadata]
    return max((bound for bound in bounds if bound is not None), default=None)
