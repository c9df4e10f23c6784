from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from netmap.web.api.requests import REQUESTS

_METHODS = ("get", "post", "put", "patch", "delete")


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    """The OpenAPI document as it is served."""
    found: dict[str, Any] = client.get("/api/v1/openapi.json").json()
    return found


def _operations(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [path[each] for path in document["paths"].values() for each in _METHODS if each in path]


def test_the_description_is_valid(document: dict[str, Any]) -> None:
    """The document is OpenAPI 3.1."""
    assert list(OpenAPIV31SpecValidator(document).iter_errors()) == []


def test_every_operation_is_described(document: dict[str, Any]) -> None:
    """Each has a name, a summary, a description, a known tag and described parameters."""
    tags = {tag["name"] for tag in document["tags"]}
    names = [operation["operationId"] for operation in _operations(document)]
    assert len(names) == len(set(names)) > 10
    for operation in _operations(document):
        assert operation["summary"]
        assert operation["description"]
        assert set(operation["tags"]) <= tags
        for parameter in operation.get("parameters", ()):
            assert parameter.get("description"), (operation["operationId"], parameter["name"])


def test_every_error_answer_is_a_problem_document(document: dict[str, Any]) -> None:
    """Answers of 400 and above are described as problem details, with nothing else beside."""
    for operation in _operations(document):
        for status, answer in operation["responses"].items():
            if status >= "400":
                assert list(answer["content"]) == ["application/problem+json"]
    assert "HTTPValidationError" not in document["components"]["schemas"]


def _validator(document: dict[str, Any], schema: dict[str, Any]) -> OAS31Validator:
    registry: Registry[Any] = Registry().with_resource(
        "urn:api", Resource.from_contents(document, default_specification=DRAFT202012)
    )
    # References of the document lead into it.
    whole = {"$ref": f"urn:api{schema['$ref']}"} if "$ref" in schema else schema
    return OAS31Validator(
        json.loads(json.dumps(whole).replace('"#/components', '"urn:api#/components')),
        registry=registry,
    )


def test_examples_fit_their_schemas(document: dict[str, Any]) -> None:
    """Each example, of a body or an answer, is one that the operation's schema accepts."""
    for operation in _operations(document):
        bodies = [operation["requestBody"]] if "requestBody" in operation else []
        successes = [each for status, each in operation["responses"].items() if status < "300"]
        assert successes, operation["operationId"]
        for each in (*bodies, *successes):
            for media_type, content in each["content"].items():
                if media_type != "application/json" or operation["tags"] == ["exports"]:
                    continue  # a file
                validator = _validator(document, content["schema"])
                assert list(validator.iter_errors(content["example"])) == [], operation[
                    "operationId"
                ]


def test_examples_of_bodies_are_taken(document: dict[str, Any]) -> None:
    """The examples of bodies are such that the very models take them."""
    for name, body in REQUESTS.items():
        if body.adapter is not None:
            assert body.adapter.validate_json(json.dumps(body.example), strict=True), name


def test_answers_fit_their_schemas(client: TestClient, document: dict[str, Any]) -> None:
    """What routes really answer is what the document says they answer."""
    base = "/api/v1/networks/buchenau"
    taken = client.post(f"{base}/snapshots", json={"label": "Stand"}).json()
    made = client.get(f"{base}/change-sets").json()["items"][0]
    named = {
        "network_id": "buchenau",
        "actor_id": "ihk",
        "body_id": "steuergremium",
        "record_id": "ihk",
        "change_set_id": made["id"],
        "snapshot_id": taken["id"],
    }
    for path, methods in document["paths"].items():
        if "get" not in methods:
            continue
        answer = client.get(path.format(**named))
        assert answer.status_code == 200, path
        content = methods["get"]["responses"]["200"]["content"]
        if methods["get"]["tags"] == ["exports"]:
            assert answer.headers["content-type"] in content
            continue
        schema = content["application/json"]["schema"]
        assert list(_validator(document, schema).iter_errors(answer.json())) == [], path


def test_the_page_of_the_api_shows_every_operation_and_error(
    client: TestClient, document: dict[str, Any]
) -> None:
    """The page is made of the document: each operation, parameter and error code stands on it."""
    page = client.get("/api/docs").text
    for path in document["paths"]:
        assert f">{path}<" in page
    for operation in _operations(document):
        assert f'id="{operation["operationId"]}"' in page
    assert 'id="network.not_found"' in page
