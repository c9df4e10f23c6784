from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

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


def test_examples_fit_their_schemas(document: dict[str, Any]) -> None:
    """Each example answer is one that the operation's schema accepts."""
    registry: Registry[Any] = Registry().with_resource(
        "urn:api", Resource.from_contents(document, default_specification=DRAFT202012)
    )
    for operation in _operations(document):
        if operation["tags"] == ["exports"]:  # answers with a file
            continue
        content = operation["responses"]["200"]["content"]["application/json"]
        reference = content["schema"]["$ref"]
        validator = OAS31Validator({"$ref": f"urn:api{reference}"}, registry=registry)
        assert list(validator.iter_errors(content["example"])) == [], operation["operationId"]


def test_answers_fit_their_schemas(client: TestClient, document: dict[str, Any]) -> None:
    """What routes really answer is what the document says they answer."""
    registry: Registry[Any] = Registry().with_resource(
        "urn:api", Resource.from_contents(document, default_specification=DRAFT202012)
    )
    named = {"network_id": "buchenau", "actor_id": "ihk", "body_id": "steuergremium"}
    for path, methods in document["paths"].items():
        answer = client.get(path.format(**named))
        assert answer.status_code == 200, path
        content = methods["get"]["responses"]["200"]["content"]
        if methods["get"]["tags"] == ["exports"]:
            assert answer.headers["content-type"] in content
            continue
        schema = content["application/json"]["schema"]
        validator = OAS31Validator({"$ref": f"urn:api{schema['$ref']}"}, registry=registry)
        assert list(validator.iter_errors(answer.json())) == [], path


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
