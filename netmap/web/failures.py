"""Every error of a request, answered in one shape: problem details or a page."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match, Mount

from netmap.errors import NetmapError
from netmap.language import Text
from netmap.refusals import what_is_wrong
from netmap.web.context import context_of
from netmap.web.errors import (
    AddressNotFoundError,
    MethodError,
    RequestInvalidError,
)
from netmap.web.localization import accepted_language
from netmap.web.pages.rendering import error_page
from netmap.web.problems import problem_response

PROBES = ("/healthz", "/readyz", "/metrics")
_CONDITIONS = frozenset({"if-match", "if-none-match"})
_METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")
_TRUE = frozenset({"1", "on", "t", "true", "y", "yes"})
"""What a truth in an address may be called, as FastAPI reads it."""


def answer(request: Request, error: NetmapError, headers: dict[str, str] | None = None) -> Response:
    """The answer to an error: problem details under /api, a page elsewhere."""
    path = request.scope["path"]
    request.scope.setdefault("state", {})["code"] = error.code
    if (path.startswith("/api") and path != "/api/docs") or path in PROBES:
        default = context_of(request).settings.language
        language = accepted_language(request.headers.get("accept-language"), default=default)
        return problem_response(
            error,
            language,
            headers,
            conditional=not _CONDITIONS.isdisjoint(request.headers.keys()),
            request_id=request.scope["state"].get("request_id", ""),
            confidential=request.query_params.get("confidential", "").lower() in _TRUE,
        )
    return error_page(request, error, headers)


def register(app: FastAPI) -> None:
    """Answer every error of ``app`` in this shape."""

    @app.exception_handler(NetmapError)
    def _known(request: Request, error: NetmapError) -> Response:
        return answer(request, error)

    @app.exception_handler(RequestValidationError)
    def _invalid(request: Request, error: RequestValidationError) -> Response:
        told = [(each, what_is_wrong(each)) for each in error.errors()]
        problems = [
            {
                "place": str(each["loc"][0]),
                "name": ".".join(str(part) for part in each["loc"][1:]),
                "detail": wrong,
            }
            for each, wrong in told
        ]
        name, first = problems[0]["name"] or problems[0]["place"], told[0][1]
        problem = Text(de=f"{name}: {first.de}", en=f"{name}: {first.en}")
        return answer(request, RequestInvalidError(problem=problem, errors=problems))

    @app.exception_handler(HTTPException)
    def _http(request: Request, error: HTTPException) -> Response:
        path = request.scope["path"]
        headers = dict(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = ", ".join(_methods_at(request))
            return answer(request, MethodError(path=path, method=request.method), headers)
        if error.status_code == HTTPStatus.NOT_FOUND:
            return answer(request, AddressNotFoundError(path=path), headers)
        return answer(request, RequestInvalidError(problem=error.detail), headers)


def _methods_at(request: Request) -> list[str]:
    """Every method that some route takes at the address of a request; files are only read."""
    routes = [each for each in request.app.router.routes if not isinstance(each, Mount)]
    return [
        method
        for method in _METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes
        )
    ] or ["GET"]
