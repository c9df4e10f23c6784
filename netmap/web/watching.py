"""Middleware, the outermost: an id for every request, and what became of it for log and metrics."""

from __future__ import annotations

import re
import time
from secrets import token_hex

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netmap.logs import logger
from netmap.web.api.addresses import PREFIX
from netmap.web.metrics import Metrics

REQUEST_ID = "X-Request-ID"
_SANE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_METHODS = frozenset({"DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"})
_CLIENT_GONE = 499
"""Not a status of HTTP; what proxies write into their logs for a client that went away."""
_SILENT = frozenset({"/healthz", "/readyz", "/metrics"})
_log = logger("netmap.web")


class Watching:
    """Watches every request; no address and no query is kept, only the pattern of the address."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """Stand before ``app``."""
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        status = 0

        async def send_named(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[REQUEST_ID] = request_id
            await send(message)

        began = time.perf_counter()
        self._metrics.in_progress.inc()
        failure: Exception | None = None
        try:
            await self._app(scope, receive, send_named)
        except ClientDisconnect:
            status = status or _CLIENT_GONE
        except Exception as error:  # noqa: BLE001 (the log gets it; what began is broken off below)
            failure = error
        finally:
            self._metrics.in_progress.dec()
            self._tell(scope, request_id, status, time.perf_counter() - began, failure)
        if failure is not None and not scope["state"].get("answered"):
            raise failure

    def _tell(
        self, scope: Scope, request_id: str, status: int, seconds: float, failure: Exception | None
    ) -> None:
        route = route_pattern(scope)
        method = scope["method"] if scope["method"] in _METHODS else "other"
        self._metrics.requests.labels(method, route, status).inc()
        self._metrics.request_seconds.labels(method, route).observe(seconds)
        code = scope["state"].get("code")
        if code:
            self._metrics.errors.labels(code).inc()
        told = {
            "request_id": request_id,
            "method": method,
            "route": route,
            "status": status,
            "milliseconds": round(seconds * 1000, 1),
            **({"code": code} if code else {}),
        }
        if failure is not None or status >= 500:
            _log.error("request", exc_info=failure, **told)
        elif route not in _SILENT:
            _log.info("request", **told)


def route_pattern(scope: Scope) -> str:
    """The address of a request with names in place of what it asked for."""
    pattern = getattr(scope.get("route"), "path", None)
    if pattern is None:
        return "/static" if scope["path"].startswith("/static/") else "none"
    is_api = scope["path"].startswith(f"{PREFIX}/") and not str(pattern).startswith("/api")
    return f"{PREFIX}{pattern}" if is_api else str(pattern)


def _request_id(scope: Scope) -> str:
    """The id that a proxy gave, where it is one; else a new one."""
    given = Headers(scope=scope).get(REQUEST_ID, "")
    return given if _SANE_ID.fullmatch(given) else token_hex(8)
