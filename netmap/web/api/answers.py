"""What every operation of the API can answer, for its description."""

from __future__ import annotations

from typing import Any

_ETAG = {
    "description": "Names this answer; send it as If-None-Match to be spared it.",
    "schema": {"type": "string"},
}
_VERSION = {
    "description": "Names the version of the record; send it as If-Match to change it.",
    "schema": {"type": "string"},
}
_LOCATION = {"description": "Where it lies now.", "schema": {"type": "string"}}

_CONFLICT = (
    "Somebody else changed a record (both versions are in the problem), a reference would lead "
    "nowhere, or an id is taken."
)
_RECORDS = frozenset({"create_record", "get_record", "put_record"})


def success_text(method: str, status: str) -> str:
    """What a success means."""
    if status == "201":
        return "It was made, and lies at `Location`."
    return "What was asked for." if method == "get" else "It was done, or had been done before."


def success_headers(method: str, status: str, name: str) -> dict[str, Any]:
    """The headers of a success."""
    headers: dict[str, Any] = {}
    if name in _RECORDS:
        headers["ETag"] = _VERSION
    elif method == "get":
        headers["ETag"] = _ETAG
    if status == "201":
        headers["Location"] = _LOCATION
    return headers


def errors_of(method: str, operation: dict[str, Any]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By status: what it means here, and the schemas that its problem details can have."""
    parameters = {each["name"].lower() for each in operation.get("parameters", ())}
    body = operation.get("requestBody", {}).get("content", {})
    problem = ("Problem",)
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    if body:
        found["400"] = ("The body cannot be read; the problem names line and column.", problem)
    elif "cursor" in parameters:
        found["400"] = ("The cursor is none of this list, or the list has changed since.", problem)
    found["401"] = (
        "An access token is set on this server, and the request carries none or another.",
        problem,
    )
    if method != "get":
        found["403"] = ("A page of another origin sent the request.", problem)
    if "network_id" in parameters:
        found["404"] = ("There is no such network, record, change set or snapshot.", problem)
    if method != "get":
        found["409"] = (_CONFLICT, ("ConflictProblem", "Problem"))
    if "if-match" in parameters:
        found["412"] = (
            "Somebody else changed the record; both versions are in the problem.",
            ("ConflictProblem",),
        )
        found["428"] = ("The request does not say which version it replaces.", problem)
    if body:
        found["415"] = ("The body is said to be something that is not read here.", problem)
    found["422"] = ("Something in the request cannot be used; `errors` tells what.", problem)
    if "multipart/form-data" in body:
        found["422"] = (
            "The file was not imported; the report tells where its errors are.",
            ("ImportProblem", "Problem"),
        )
    found["503"] = ("The store cannot be reached at the moment.", problem)
    if method != "get":
        found["507"] = ("The disk of the store is full; nothing was written.", problem)
    return dict(sorted(found.items()))
