"""The mapping: what the nodes, edges and attributes of a graph are in the network."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError, field_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from netmap.errors import Place
from netmap.ingest.columns import SHEETS
from netmap.ingest.graphs.errors import MappingFileError
from netmap.ingest.graphs.kinds import EdgeKind, NodeKind
from netmap.language import Text, same
from netmap.system_errors import what_failed
from netmap.values import Part

LABEL = "label"
"""Stands for what a drawing shows, where an attribute is named."""

_LARGEST_BYTES = 10_000_000

_NODE_SHEETS = frozenset({"persons", "organizations", "bodies", "topics"})
_ENDS = frozenset(
    {"id", "person", "member", "body", "actor_a", "actor_b", "sender", "receiver", "actor", "topic"}
)
NODE_FIELDS = frozenset(
    column.field
    for sheet in SHEETS
    if sheet.key in _NODE_SHEETS
    for column in (*sheet.columns, *sheet.also)
) - {"id"}
EDGE_FIELDS = frozenset(
    column.field
    for sheet in SHEETS
    if sheet.key not in _NODE_SHEETS | {"cooperations"}
    for column in (*sheet.columns, *sheet.also)
) - (_ENDS - {"topics"})


_PROBLEMS = {
    "enum": "„{input}“ ist keine der Arten {expected}.",
    "extra_forbidden": "Eine Angabe dieses Namens kennt die Zuordnung nicht.",
    "field": "„{name}“ (für „{title}“) ist keines der Felder {known}.",
    "pair": "„{key}“ verbindet nicht zwei von {known}.",
    "string_type": "Hier muss ein Text in Anführungszeichen stehen.",
    "bool_parsing": "Hier muss true oder false stehen.",
    "bool_type": "Hier muss true oder false stehen.",
    "tuple_type": "Hier muss eine Liste in eckigen Klammern stehen.",
    "dict_type": "Hier muss ein Abschnitt mit Zeilen wie Name = Wert stehen.",
    "model_type": "Hier muss ein Abschnitt mit Zeilen wie Name = Wert stehen.",
}
"""German words for what a model refuses; those in English come with the refusal."""


class NodeMapping(Part):
    """What nodes are; of several rules the first that says something counts, in this order.

    Attributes:
        type: Attribute that says what a node is.
        kinds: Kind by its value; the empty text stands for nodes without one.
        labels: Kind by the label, with ``*`` for any text.
        seats_lead_to: Kind of the nodes to which memberships lead and that hold none.
        sources: Kind of the nodes at which edges begin and none ends.
        targets: Kind of the nodes at which edges end and none begins.
        otherwise: Kind of all others.
        name: Attribute that holds the name.
        keep_ids: The ids of the file are made to last; without, records are known by name.
        fields: Field by attribute; an empty field keeps an attribute that would be taken for one.
    """

    type: str | None = None
    kinds: dict[str, NodeKind] = Field(default_factory=dict)
    labels: dict[str, NodeKind] = Field(default_factory=dict)
    seats_lead_to: NodeKind | None = None
    sources: NodeKind | None = None
    targets: NodeKind | None = None
    otherwise: NodeKind | None = None
    name: str = LABEL
    keep_ids: bool = False
    fields: dict[str, str] = Field(default_factory=dict)

    @field_validator("fields")
    @classmethod
    def _are_known(cls, fields: dict[str, str]) -> dict[str, str]:
        return _checked(fields, NODE_FIELDS)


class EdgeMapping(Part):
    """What edges are; of several rules the first that says something counts, in this order.

    Attributes:
        type: Attribute that says what an edge is.
        kinds: Kind by its value; the empty text stands for edges without one.
        between: Kind by the kinds at both ends, "person-body".
        otherwise: Kind of all others.
        reversed: Values of ``type`` whose edges run from target to source.
        keep_ids: As for nodes.
        reported_by_source: An exchange was reported by the actor at which its edge begins.
        fields: As for nodes.
    """

    type: str | None = None
    kinds: dict[str, EdgeKind] = Field(default_factory=dict)
    between: dict[str, EdgeKind] = Field(default_factory=dict)
    otherwise: EdgeKind | None = None
    reversed: tuple[str, ...] = ()
    keep_ids: bool = False
    reported_by_source: bool = False
    fields: dict[str, str] = Field(default_factory=dict)

    @field_validator("fields")
    @classmethod
    def _are_known(cls, fields: dict[str, str]) -> dict[str, str]:
        return _checked(fields, EDGE_FIELDS)

    @field_validator("between")
    @classmethod
    def _join_kinds(cls, between: dict[str, EdgeKind]) -> dict[str, EdgeKind]:
        kinds = {kind.value for kind in NodeKind} - {"?", "ignore"}
        for key in between:
            ends = key.split("-")
            if len(ends) != 2 or not kinds.issuperset(ends):
                raise PydanticCustomError(
                    "pair",
                    '"{key}" does not join two of {known}',
                    {"key": key, "known": ", ".join(sorted(kinds))},
                )
        return between


class Mapping(Part):
    """What the nodes and edges of a graph are."""

    nodes: NodeMapping = Field(default_factory=NodeMapping)
    edges: EdgeMapping = Field(default_factory=EdgeMapping)


def _checked(fields: dict[str, str], known: frozenset[str]) -> dict[str, str]:
    for title, name in fields.items():
        if name and name not in known:
            raise PydanticCustomError(
                "field",
                '"{name}" (for "{title}") is none of {known}',
                {"name": name, "title": title, "known": ", ".join(sorted(known))},
            )
    return fields


def load_mapping(path: Path) -> Mapping:
    """The mapping in a TOML or JSON file.

    Raises:
        MappingFileError: The file cannot be read, is neither TOML nor JSON, or says something that
            no mapping says; the place names the field.
    """
    place = Place(file=path.name)
    try:
        with path.open("rb") as opened:
            data = opened.read(_LARGEST_BYTES + 1)
    except OSError as error:
        raise MappingFileError(place=place, problem=what_failed(error)) from error
    if len(data) > _LARGEST_BYTES:
        raise MappingFileError(
            place=place, problem=Text(de="Sie ist zu groß.", en="it is too large.")
        )
    try:
        text = data.decode("utf-8-sig")
        read: Any = json.loads(text) if text.lstrip()[:1] == "{" else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problem = Text(
            de=f"Sie ist weder gültiges TOML noch JSON ({error}).",
            en=f"it is neither valid TOML nor JSON ({error}).",
        )
        raise MappingFileError(place=place, problem=problem) from error
    return mapping_of(read, file=path.name)


def mapping_of(values: object, *, file: str | None = None) -> Mapping:
    """The mapping that plain values say.

    Raises:
        MappingFileError: They say something that no mapping says.
    """
    try:
        return Mapping.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or None
        place = Place(file=file, field=where)
        raise MappingFileError(place=place, problem=_problem(first)) from error


def _problem(refusal: ErrorDetails) -> Text:
    german = _PROBLEMS.get(refusal["type"])
    if german is None:
        return same(refusal["msg"])
    said = {"input": refusal["input"], **refusal.get("ctx", {})}
    if refusal["type"] == "enum":
        said["expected"] = said["expected"].replace("'", "").replace(" or ", " oder ")
    return Text(de=german.format(**said), en=refusal["msg"])
