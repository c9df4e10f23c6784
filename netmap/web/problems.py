"""Errors as RFC 9457 problem details, for programs."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from netmap.errors import ConflictError, NetmapError
from netmap.ingest.report import ImportReport
from netmap.language import Language
from netmap.model import AnyRecord
from netmap.services.confidential import shown
from netmap.web.errors import TITLES, status_of
from netmap.web.request_errors import ImportRefusedError

PROBLEM_MEDIA_TYPE = "application/problem+json"


class ParameterProblem(BaseModel):
    """One parameter that cannot be used."""

    place: str = Field(description="path, query, header or body.", examples=["query"])
    name: str = Field(description="Name of the parameter.", examples=["limit"])
    detail: str = Field(
        description="What is wrong with it.",
        examples=["The value must not exceed 1000."],
    )


class Problem(BaseModel):
    """An error: what happened, and what to do about it (RFC 9457)."""

    type: str = Field(
        description="Address of the error's description.", examples=["/api/docs#network.not_found"]
    )
    title: str = Field(description="The status in words.", examples=["Not found"])
    status: int = Field(description="HTTP status.", examples=[404])
    detail: str = Field(
        description="The cause, in the language that Accept-Language asks for.",
        examples=['There is no network with the id "falkenrode".'],
    )
    code: str = Field(description="Stable code, for programs.", examples=["network.not_found"])
    remedy: str = Field(
        description="What to do.", examples=['"netmap networks" lists the ids there are.']
    )
    request_id: str = Field(
        description="Id of the request in the server's log, as in the header X-Request-ID.",
        examples=["7f3a9c0d1e2b4a5c"],
    )
    errors: list[ParameterProblem] | None = Field(
        default=None, description="The parameters concerned, where there are any."
    )


class ConflictProblem(Problem):
    """Somebody else changed the record; both versions, to compare and to repeat the change on."""

    record_id: str = Field(description="Id of the record.", examples=["jugendamt"])
    yours: AnyRecord | None = Field(description="As the request wanted it; null: deleted.")
    theirs: AnyRecord | None = Field(description="As it is stored; null: it is not there.")


class ImportProblem(Problem):
    """A file that was not imported, with every place that is wrong in it."""

    report: ImportReport


def problem_of(
    error: NetmapError,
    language: Language,
    *,
    conditional: bool = False,
    confidential: bool = False,
    request_id: str = "",
) -> Problem:
    """The problem details of an error in one language.

    Args:
        error: What went wrong.
        language: The language of its texts.
        conditional: The request said in a header which version it replaces.
        confidential: The request asked for confidential values.
        request_id: What the log calls the request.
    """
    status = status_of(error)
    concerned = [
        ParameterProblem(**{**each, "detail": each["detail"].in_language(language)})
        for each in error.fields.get("errors", ())  # type: ignore[attr-defined]  # only ours
    ]
    if conditional and isinstance(error, ConflictError):
        status = HTTPStatus.PRECONDITION_FAILED
    told: dict[str, Any] = {
        "type": f"/api/docs#{error.code}",
        "title": TITLES[status].in_language(language),
        "status": status,
        "detail": error.message(language),
        "code": error.code,
        "remedy": error.remedy_text.in_language(language),
        "request_id": request_id,
        "errors": concerned or None,
    }
    fields: dict[str, Any] = error.fields
    if isinstance(error, ConflictError):

        def side(name: str) -> AnyRecord | None:
            record: AnyRecord | None = fields[name]
            return record and shown(record, confidential=confidential)

        return ConflictProblem(
            **told, record_id=fields["record_id"], yours=side("yours"), theirs=side("theirs")
        )
    if isinstance(error, ImportRefusedError):
        return ImportProblem(**told, report=fields["report"])
    return Problem(**told)


def problem_response(
    error: NetmapError,
    language: Language,
    headers: dict[str, str] | None = None,
    *,
    conditional: bool = False,
    confidential: bool = False,
    request_id: str = "",
) -> JSONResponse:
    """The answer to a program."""
    problem = problem_of(
        error,
        language,
        conditional=conditional,
        confidential=confidential,
        request_id=request_id,
    )
    content = problem.model_dump(mode="json")
    if problem.errors is None:
        del content["errors"]
    return JSONResponse(
        content,
        status_code=problem.status,
        media_type=PROBLEM_MEDIA_TYPE,
        headers={
            "Content-Language": language.value,
            "Vary": "Accept-Language",
            "Cache-Control": "no-store",
            **(headers or {}),
        },
    )
