"""The OpenAPI description of the API: tags, errors and what every operation can answer."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from netmap import __version__
from netmap.web.api.examples import EXAMPLES
from netmap.web.problems import PROBLEM_MEDIA_TYPE, Problem

PREFIX = "/api/v1"

_DESCRIPTION = """\
Reads networks of municipal coordination: who sits where, who exchanges with whom, and what \
analyses suggest to talk about.

**Dates.** `as_of` asks for what held at a date; unknown starts and ends exclude nothing.

**Lists** come in pieces: send `next_cursor` as `cursor` to get what follows.

**Sparing.** Every answer carries an `ETag`; a request with `If-None-Match` gets 304 while \
nothing has changed.

**Errors** are problem details (RFC 9457) with a stable `code`, in German or English by \
`Accept-Language`.

**Findings** are suggestions to talk about, never verdicts, in both languages.
"""

_TAGS = [
    {"name": "networks", "description": "The networks there are; each is closed to the others."},
    {"name": "records", "description": "What is recorded in a network at a date."},
    {"name": "graph", "description": "The same as nodes and edges."},
    {"name": "analyses", "description": "What analyses find, with the evidence."},
    {"name": "exports", "description": "Whole networks as files, for other programs."},
]

_ERRORS = {
    "400": "The cursor does not belong to this list, or the list has changed since.",
    "401": "An access token is set on this server, and the request carries none or another.",
    "404": "There is no such network or record.",
    "422": "A parameter cannot be used; `errors` tells which.",
    "503": "The store cannot be reached at the moment.",
}


def describe(app: FastAPI) -> dict[str, Any]:
    """The OpenAPI document of the routes under /api/v1; made once."""
    if app.openapi_schema is not None:
        return app.openapi_schema
    document = get_openapi(
        title="netmap",
        version=__version__,
        summary="Network mapping for municipal coordination offices",
        description=_DESCRIPTION,
        routes=app.routes,
        tags=_TAGS,
    )
    components = document.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(problem.pop("$defs", {}))
    schemas["Problem"] = problem
    # FastAPI's own shape of invalid parameters; here they are problem details like the rest.
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    components["securitySchemes"] = {
        "accessToken": {
            "type": "http",
            "scheme": "bearer",
            "description": "Needed only where the server asks for an access token.",
        }
    }
    document["security"] = [{}, {"accessToken": []}]
    for path in document["paths"].values():
        for operation in path.values():
            _describe_answers(operation)
    app.openapi_schema = document
    return document


def _describe_answers(operation: dict[str, Any]) -> None:
    answers = operation["responses"]
    success = answers["200"]
    success["description"] = "What was asked for."
    if operation["tags"] != ["exports"]:  # whose answers are files
        success["content"]["application/json"]["example"] = EXAMPLES[
            operation["operationId"]
        ].model_dump(mode="json")
    success.setdefault("headers", {})["ETag"] = {
        "description": "Names this answer; send it as If-None-Match.",
        "schema": {"type": "string"},
    }
    answers["304"] = {"description": "Nothing has changed since the answer that the ETag names."}
    for status, description in _ERRORS.items():
        answers[status] = {
            "description": description,
            "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
