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


_ASKING = frozenset({"query_overlaps"})
"""Operations that take a body and write nothing."""


def success_text(method: str, status: str, name: str) -> str:
    """What a success means."""
    if status == "201":
        return "It was made, and lies at `Location`."
    asked = method == "get" or name in _ASKING
    return "What was asked for." if asked else "It was done, or had been done before."


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


_P = ("Problem",)
_OF_ALL = {
    "401": ("An access token is set, and the request carries none or another.", _P),
    "422": ("Something in the request cannot be used; `errors` tells what.", _P),
    "429": ("Too many requests; the header Retry-After says when to go on.", _P),
    "503": ("The store cannot be reached at the moment.", _P),
}
_OF_LISTS = {"400": ("The cursor is none of this list, or the list has changed since.", _P)}
_OF_ONE_NETWORK = {"404": ("There is no such network, record, change set or snapshot.", _P)}
_OF_POSTS = {"403": ("A page of another origin sent the request.", _P)}
_OF_CHANGES = {
    "409": (_CONFLICT, ("ConflictProblem", "Problem")),
    "507": ("The disk of the store is full; nothing was written.", _P),
}
_OF_CONDITIONS = {
    "412": ("Somebody else changed the record; both versions are here.", ("ConflictProblem",)),
    "428": ("The request does not say which version it replaces.", _P),
}
_OF_BODIES = {
    "400": ("The body cannot be read; the problem names line and column.", _P),
    "408": ("The body stopped coming.", _P),
    "413": ("The body is larger than the settings of the server allow.", _P),
    "415": ("The body is said to be something that is not read here.", _P),
}
_OF_FILES = {
    "422": (
        "The file was not imported; the report tells where its errors are.",
        ("ImportProblem", "Problem"),
    )
}


def errors_of(method: str, operation: dict[str, Any]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """By status: what it means here, and the schemas that its problem details can have."""
    parameters = {each["name"].lower() for each in operation.get("parameters", ())}
    body = operation.get("requestBody", {}).get("content", {})
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for applies, answers in (
        (True, _OF_ALL),
        ("cursor" in parameters, _OF_LISTS),
        ("network_id" in parameters, _OF_ONE_NETWORK),
        (method != "get", _OF_POSTS),
        (method != "get" and operation["operationId"] not in _ASKING, _OF_CHANGES),
        ("if-match" in parameters, _OF_CONDITIONS),
        (bool(body), _OF_BODIES),
        ("multipart/form-data" in body, _OF_FILES),
    ):
        if applies:
            found |= answers
    return dict(sorted(found.items()))
