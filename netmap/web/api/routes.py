"""The JSON API as part of the application: its routes, its description, what it refuses."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute
from starlette.responses import JSONResponse, Response

from netmap.language import Text
from netmap.web.api import (
    change_sets,
    exports,
    graph,
    imports,
    meeting,
    networks,
    persons,
    records,
    snapshots,
    stored,
)
from netmap.web.api.addresses import PREFIX
from netmap.web.api.analyses.modules import ANALYSES
from netmap.web.api.description import describe
from netmap.web.api.reading import NotModifiedError, spare
from netmap.web.errors import RequestInvalidError

_MODULES = (
    networks,
    records,
    graph,
    *ANALYSES,
    exports,
    meeting,
    stored,
    change_sets,
    snapshots,
    imports,
    persons,
)


def refuse_unknown_parameters(request: Request) -> None:
    """Refuse a query with a parameter that the route does not know: most likely it is misspelt.

    Raises:
        RequestInvalidError: There is one.
    """
    route = request.scope["route"]
    if not isinstance(route, APIRoute):  # the description itself, which takes none
        return
    known = _query_names(route.dependant)
    unknown = [name for name in request.query_params if name not in known]
    if unknown:
        names = ", ".join(sorted(known))
        problem = Text(
            de=f"Die Angabe „{unknown[0]}“ gibt es hier nicht; möglich sind: {names or '–'}.",
            en=f'There is no parameter "{unknown[0]}" here; there are: {names or "none"}.',
        )
        errors = [{"place": "query", "name": name, "detail": problem} for name in unknown]
        raise RequestInvalidError(problem=problem, errors=errors)


def _query_names(dependant: Dependant) -> set[str]:
    """What a route and the dependencies it has take from the query."""
    names = {each.alias for each in dependant.query_params}
    return names.union(*(_query_names(each) for each in dependant.dependencies))


def include(app: FastAPI) -> None:
    """Add the API to an application."""
    router = APIRouter(prefix=PREFIX, dependencies=[Depends(refuse_unknown_parameters)])
    for module in _MODULES:
        router.include_router(module.router)
    app.include_router(router)

    def openapi() -> dict[str, Any]:
        return describe(app)

    # FastAPI documents this as the way to a description of one's own.
    app.openapi = openapi  # type: ignore[method-assign]

    @app.get(f"{PREFIX}/openapi.json", include_in_schema=False)
    def description(request: Request) -> Response:
        response = JSONResponse(describe(app))
        spare(request, response)
        return response

    @app.exception_handler(NotModifiedError)
    def not_modified(_request: Request, found: NotModifiedError) -> Response:
        headers = {"ETag": found.etag, "Cache-Control": "private, no-cache"}
        return Response(status_code=304, headers=headers)
