"""Errors as RFC 9457 problem details, for programs."""

from __future__ import annotations

from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from netmap.errors import NetmapError
from netmap.language import Language
from netmap.web.errors import TITLES, status_of

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
    errors: list[ParameterProblem] | None = Field(
        default=None, description="The parameters concerned, where there are any."
    )


def problem_of(error: NetmapError, language: Language) -> Problem:
    """The problem details of an error in one language."""
    status = status_of(error)
    concerned = [
        ParameterProblem(**{**each, "detail": each["detail"].in_language(language)})
        for each in error.fields.get("errors", ())  # type: ignore[attr-defined]  # only ours
    ]
    return Problem(
        type=f"/api/docs#{error.code}",
        title=TITLES[status].in_language(language),
        status=status,
        detail=error.message(language),
        code=error.code,
        remedy=error.remedy_text.in_language(language),
        errors=concerned or None,
    )


def problem_response(
    error: NetmapError, language: Language, headers: dict[str, str] | None = None
) -> JSONResponse:
    """The answer to a program."""
    problem = problem_of(error, language)
    return JSONResponse(
        problem.model_dump(mode="json", exclude_none=True),
        status_code=problem.status,
        media_type=PROBLEM_MEDIA_TYPE,
        headers={
            "Content-Language": language.value,
            "Vary": "Accept-Language",
            "Cache-Control": "no-store",
            **(headers or {}),
        },
    )
