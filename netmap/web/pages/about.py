"""Pages about the application itself: its API, and the licences of what it brings along."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import FileResponse, HTMLResponse

from netmap.web.api.addresses import PREFIX
from netmap.web.api.description import describe, operations
from netmap.web.errors import STATUS, TITLES
from netmap.web.pages.rendering import page

router = APIRouter(include_in_schema=False)

_STATIC = Path(__file__).resolve().parent.parent / "static"


@router.get("/api/docs")
def api_docs(request: Request) -> HTMLResponse:
    """The description of the API, made from its OpenAPI document."""
    document = describe(request.app)
    return page(
        request,
        "api.html",
        section="api",
        description=document["info"]["description"],
        address=f"{PREFIX}/openapi.json",
        tags=_operations_by_tag(document),
        errors=[(code, status.value, TITLES[status]) for code, status in sorted(STATUS.items())],
    )


@router.get("/licences")
def licences(request: Request) -> HTMLResponse:
    """What the pages bring along, with the texts of its licences."""
    return page(request, "licences.html", packages=_packages())


@router.get("/favicon.ico")
def favicon() -> FileResponse:
    """The icon, for browsers that ask for it by this name."""
    return FileResponse(_STATIC / "icons" / "netmap.svg", media_type="image/svg+xml")


def _operations_by_tag(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The operations under their tags, each with what a reader wants to know."""
    tags = {tag["name"]: {**tag, "operations": []} for tag in document["tags"]}
    for path, method, operation in operations(document):
        answers = operation["responses"]
        content = answers["200" if "200" in answers else "201"]["content"]
        example = content.get("application/json", {}).get("example")
        tags[operation["tags"][0]]["operations"].append(
            {
                "id": operation["operationId"],
                "method": method.upper(),
                "path": path,
                "summary": operation["summary"],
                "description": operation["description"],
                "parameters": [
                    _parameter(each, document) for each in operation.get("parameters", ())
                ],
                "body": _body(operation),
                "example": example and _json(example),
                "files": () if example is not None else tuple(content),
                "answers": [
                    (status, answer["description"]) for status, answer in sorted(answers.items())
                ],
            }
        )
    return list(tags.values())


def _body(operation: dict[str, Any]) -> dict[str, str] | None:
    """What an operation takes beside its parameters: the kind of content and an example."""
    for media_type, content in operation.get("requestBody", {}).get("content", {}).items():
        example = _json(content["example"]) if "example" in content else "file=@…"
        return {"media_type": media_type, "example": example}
    return None


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _parameter(parameter: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    schema = parameter["schema"]
    # An optional one is described as "this or null".
    for choice in (schema, *schema.get("anyOf", ())):
        if "$ref" in choice:
            schema = document["components"]["schemas"][choice["$ref"].rpartition("/")[2]]
    return {
        "name": parameter["name"],
        "place": parameter["in"],
        "required": parameter.get("required", False),
        "description": parameter.get("description", ""),
        "type": schema.get("type", ""),
        "choices": schema.get("enum", ()),
        "default": parameter["schema"].get("default"),
        "minimum": schema.get("minimum"),
        "maximum": schema.get("maximum"),
        "example": next(iter(parameter["schema"].get("examples", ())), ""),
    }


@cache
def _packages() -> list[dict[str, Any]]:
    versions = json.loads((_STATIC / "vendor" / "versions.json").read_text("utf-8"))
    return [
        {
            **package,
            "notices": [
                file["to"] for file in package["files"] if file["to"].startswith("LICENSE")
            ],
        }
        for package in versions
    ]
