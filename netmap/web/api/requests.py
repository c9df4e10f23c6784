"""Bodies that operations of the API take, for its description: schemas and examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from netmap.web.api.analyses.overlap_query import CANDIDATE
from netmap.web.api.change_sets import NEW_CHANGE_SET
from netmap.web.api.imports import FILE, FORM, MAPPING
from netmap.web.api.networks import NEW_NETWORK
from netmap.web.api.snapshots import NEW_SNAPSHOT
from netmap.web.api.stored import CONTENT

_SUFFIX = "Input"
"""What is sent may leave out what is always answered, so that its schemas are others."""

_PERSON = {
    "kind": "person",
    "function": "Leitung Jugendamt",
    "organization_id": "jugendamt",
    "sector": "administration",
}
_SEAT = {
    "kind": "membership",
    "member_id": "leitung-jugendamt",
    "organization_id": "ak-uebergang",
    "role": "chair",
    "start_date": "2024-05",
}


@dataclass(frozen=True, slots=True)
class RequestBody:
    """The body of one operation.

    Attributes:
        adapter: What it is checked against; ``None`` for a form with a file.
        example: What can be sent.
    """

    adapter: TypeAdapter[Any] | None
    example: object

    def content(self) -> dict[str, Any]:
        """The content of the request body in OpenAPI."""
        if self.adapter is None:
            return {FORM: {"schema": _FORM_SCHEMA}}
        return {"application/json": {"schema": self.schema()[0], "example": self.example}}

    def schema(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The schema, and the schemas that it refers to by name."""
        assert self.adapter is not None  # noqa: S101 (forms have no adapter)
        schema = self.adapter.json_schema(ref_template=f"#/components/schemas/{{model}}{_SUFFIX}")
        named = schema.pop("$defs", {})
        if "title" in schema:
            name = schema["title"] + _SUFFIX
            return {"$ref": f"#/components/schemas/{name}"}, {schema["title"]: schema, **named}
        return schema, named


_FORM_SCHEMA = {
    "type": "object",
    "properties": {
        FILE: {
            "type": "string",
            "contentMediaType": "application/octet-stream",
            "description": "XLSX, CSV, a zip archive of CSV files, JSON, GraphML, GEXF or GML.",
        },
        MAPPING: {
            "type": "string",
            "contentMediaType": "application/octet-stream",
            "description": "TOML or JSON: what the nodes and edges of a graph are, where words "
            "do not say it; `netmap mapping` writes one to fill in.",
        },
    },
    "required": [FILE],
    "additionalProperties": False,
}

REQUESTS: Mapping[str, RequestBody] = {
    "create_network": RequestBody(
        NEW_NETWORK.adapter, {"id": "musterkreis", "name": "Bildungsnetzwerk Musterkreis"}
    ),
    "create_record": RequestBody(CONTENT.adapter, _PERSON),
    "put_record": RequestBody(CONTENT.adapter, _PERSON),
    "apply_change_set": RequestBody(
        NEW_CHANGE_SET.adapter,
        {
            "id": "2026-03-02-1",
            "note": "Vorsitz im Arbeitskreis gewechselt",
            "changes": [
                {"op": "put", "record": {"id": "leitung-jugendamt", **_PERSON}},
                {"op": "put", "record": {"id": "sitz-17", **_SEAT}},
                {"op": "delete", "record_id": "sitz-4", "version": 12},
            ],
        },
    ),
    "query_overlaps": RequestBody(
        CANDIDATE.adapter,
        {
            "name": "AG Übergang in Ausbildung",
            "members": ["Leitung Jugendamt"],
            "organizations": ["IHK"],
            "topics": ["Übergang Schule–Beruf"],
        },
    ),
    "create_snapshot": RequestBody(NEW_SNAPSHOT.adapter, {"label": "Steuergremium März 2026"}),
    "import_file": RequestBody(None, None),
}
"""By operation id."""


def request_schemas() -> dict[str, Any]:
    """The named schemas of all bodies."""
    found: dict[str, Any] = {}
    for body in REQUESTS.values():
        if body.adapter is not None:
            _, named = body.schema()
            found |= {f"{name}{_SUFFIX}": _with_tag(schema) for name, schema in named.items()}
    return found


def _with_tag(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of one choice of several: what tells which one it is cannot be left out."""
    tags = [
        name for name in ("op", "kind") if "const" in schema.get("properties", {}).get(name, {})
    ]
    if not tags:
        return schema
    properties = {
        name: {key: value for key, value in each.items() if name not in tags or key != "default"}
        for name, each in schema["properties"].items()
    }
    return {**schema, "properties": properties, "required": [*tags, *schema.get("required", ())]}
