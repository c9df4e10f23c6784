"""Routes for who watches over the server: is it alive, is it ready, and its numbers."""

from __future__ import annotations

from anyio import CapacityLimiter, to_thread
from fastapi import APIRouter, Request
from starlette.responses import JSONResponse, Response

from netmap.errors import NetmapError
from netmap.logs import logger
from netmap.principal import LOCAL_OWNER
from netmap.web.context import InContext
from netmap.web.metrics import MEDIA_TYPE
from netmap.web.request_errors import NotReadyError

router = APIRouter(include_in_schema=False)
_NO_STORE = {"Cache-Control": "no-store"}
_log = logger("netmap.web")


@router.get("/healthz")
async def healthz() -> Response:
    """The process runs and answers."""
    return JSONResponse({"status": "ok"}, headers=_NO_STORE)


@router.get("/readyz")
async def readyz(request: Request, context: InContext) -> Response:
    """The store answers, too.

    Raises:
        NotReadyError: It does not; the log says why, this answer tells nobody.
    """
    # Threads of its own: with all others busy the server is slow, and still ready.
    limiter = CapacityLimiter(1)
    try:
        await to_thread.run_sync(context.use_cases.networks.all, LOCAL_OWNER, limiter=limiter)
    except NetmapError as error:
        _log.warning("not ready", code=error.code, request_id=request.state.request_id)
        raise NotReadyError from error
    return JSONResponse({"status": "ready"}, headers=_NO_STORE)


@router.get("/metrics")
async def metrics(context: InContext) -> Response:
    """The numbers, in the text format of Prometheus; where a token is set, for who sends it."""
    return Response(context.metrics.text(), media_type=MEDIA_TYPE, headers=_NO_STORE)
