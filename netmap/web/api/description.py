"""The OpenAPI description of the API: tags, errors and what every operation takes and answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from netmap import __version__
from netmap.web.api.analyses.modules import EXAMPLES_OF_ANALYSES
from netmap.web.api.answers import errors_of, success_headers, success_text
from netmap.web.api.change_examples import EXAMPLES_OF_CHANGES
from netmap.web.api.examples import EXAMPLES
from netmap.web.api.requests import REQUESTS, request_schemas
from netmap.web.problems import PROBLEM_MEDIA_TYPE, ConflictProblem, ImportProblem, Problem

_DESCRIPTION = """\
Reads and changes networks of municipal coordination: who sits where, who exchanges with whom, and \
what analyses suggest to talk about.

**Dates.** `as_of` asks for what held at a date; unknown starts and ends exclude nothing.

**Lists** come in pieces: send `next_cursor` as `cursor` to get what follows.

**Sparing.** Answers carry an `ETag`; a request with `If-None-Match` gets 304 while nothing has \
changed.

**Changing.** A record is changed in the version that was read: send its `ETag` as `If-Match`. Who \
comes second gets 412 with both versions, and nothing is overwritten. A change set changes many \
records, whole or not at all, and can be taken back.

**Confidential** values, that somebody stays outside on purpose, are shown only where \
`confidential=true` asks for them. Whoever writes without it cannot take them away unseen.

**Errors** are problem details (RFC 9457) with a stable `code`, in German or English by \
`Accept-Language`.

**Findings** are suggestions to talk about, never verdicts, in both languages.
"""

_TAGS = [
    {"name": "networks", "description": "The networks there are; each is closed to the others."},
    {"name": "records", "description": "What held in a network at a date."},
    {"name": "graph", "description": "The same as nodes and edges."},
    {"name": "analyses", "description": "What analyses find, with the evidence."},
    {"name": "exports", "description": "Whole networks as files, for other programs."},
    {"name": "editing", "description": "Records as they are stored, read and written singly."},
    {"name": "changes", "description": "Change sets: applied whole, logged, taken back."},
    {"name": "snapshots", "description": "Frozen copies that later changes never touch."},
    {"name": "imports", "description": "Lists taken in as a whole."},
    {"name": "persons", "description": "Erasing a person (GDPR art. 17)."},
]

_EXAMPLES = EXAMPLES | EXAMPLES_OF_ANALYSES | EXAMPLES_OF_CHANGES
_METHODS = ("get", "post", "put", "patch", "delete")


def operations(document: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Path, method and description of every operation of a document."""
    for path, methods in document["paths"].items():
        for method in _METHODS:
            if method in methods:
                yield path, method, methods[method]


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
    for model in (Problem, ConflictProblem, ImportProblem):
        problem = model.model_json_schema(
            ref_template="#/components/schemas/{model}", mode="serialization"
        )
        schemas.update(problem.pop("$defs", {}))
        schemas[model.__name__] = problem
    schemas.update(request_schemas())
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
    for _, method, operation in operations(document):
        _describe_request(operation)
        _describe_answers(method, operation)
    app.openapi_schema = document
    return document


def _describe_request(operation: dict[str, Any]) -> None:
    name = operation["operationId"]
    if name in REQUESTS:
        operation["requestBody"] = {"required": True, "content": REQUESTS[name].content()}
    for parameter in operation.get("parameters", ()):
        if parameter["in"] == "header":
            # A header is a text or left out, never null.
            parameter["schema"].pop("anyOf", None)
            parameter["schema"]["type"] = "string"
            # Asked for by 428 rather than as a parameter that is missing.
            parameter["required"] = name == "delete_record"


def _describe_answers(method: str, operation: dict[str, Any]) -> None:
    name, answers = operation["operationId"], operation["responses"]
    answers.pop("422", None)
    for status in sorted(answers):
        success = answers[status]
        success["description"] = success_text(method, status, name)
        if name in _EXAMPLES:  # else the answer is a file
            example = _EXAMPLES[name].model_dump(mode="json")
            success["content"]["application/json"]["example"] = example
        success["headers"] = success_headers(method, status, name)
    if method == "get":
        answers["304"] = {
            "description": "Nothing has changed since the answer that the ETag names."
        }
    for status, (description, models) in errors_of(method, operation).items():
        references = [{"$ref": f"#/components/schemas/{model}"} for model in models]
        schema = references[0] if len(references) == 1 else {"anyOf": references}
        answers[status] = {
            "description": description,
            "content": {PROBLEM_MEDIA_TYPE: {"schema": schema}},
        }
