"""Bodies of requests: JSON, read whole and checked against a model, each fault with its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Generic, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json
from starlette.concurrency import run_in_threadpool

from netmap.web.request_errors import JsonError, MediaTypeError

Content = TypeVar("Content")

_AT = re.compile(r"(.*?):? ?at line (\d+) column (\d+)", re.DOTALL)
_FAULTS_TOLD = 20


def require_media_type(request: Request, expected: str) -> None:
    """Refuse a body that says to be something else.

    Raises:
        MediaTypeError: It does, or says nothing.
    """
    given = request.headers.get("content-type", "")
    if given.partition(";")[0].strip().lower() != expected:
        raise MediaTypeError(given=given or "–", expected=expected)


class JsonBody(Generic[Content]):
    """A dependency: the body of the request as a value of one type.

    Types are taken strictly: a number in quotation marks is a text, and no number.
    """

    def __init__(self, adapter: TypeAdapter[Content]) -> None:
        """Check against what ``adapter`` describes."""
        self.adapter = adapter

    async def __call__(self, request: Request) -> Content:
        """The value.

        Raises:
            MediaTypeError: The body is not said to be JSON.
            JsonError: It is none.
            RequestValidationError: It does not fit.
        """
        require_media_type(request, "application/json")
        data = await request.body()
        # A large body takes its time, and others are to be answered meanwhile.
        return await run_in_threadpool(self._checked, data)

    def _checked(self, data: bytes) -> Content:
        try:
            return self.adapter.validate_json(data, strict=True)
        except ValidationError as error:
            faults = error.errors(include_url=False, include_input=False)[:_FAULTS_TOLD]
            if faults[0]["type"] == "json_invalid":
                raise _not_json(str(faults[0]["ctx"]["error"])) from None
            sent = from_json(data)
            raise RequestValidationError(
                [{**fault, "loc": ("body", *_place(sent, fault["loc"]))} for fault in faults]
            ) from None


def _not_json(problem: str) -> JsonError:
    found = _AT.fullmatch(problem)
    if found is None:
        return JsonError(line=1, column=0, problem=problem)
    return JsonError(line=int(found[2]), column=int(found[3]), problem=found[1])


def _place(sent: Any, location: Sequence[int | str]) -> list[int | str]:
    """Where a fault is in what was sent, without the names that pydantic gives to its choices.

    >>> _place({"changes": [{"op": "put"}]}, ("changes", 0, "put", "record"))
    ['changes', 0, 'record']
    """
    place: list[int | str] = []
    here = sent
    for part in location:
        if (
            isinstance(here, dict)
            and part not in here
            and part in (here.get("op"), here.get("kind"))
        ):
            continue
        place.append(part)
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            here = None
    return place
