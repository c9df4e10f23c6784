"""Middleware: what a request may cost, in bytes of its body and in the time that it takes."""

from __future__ import annotations

import asyncio
import re

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netmap.errors import NetmapError
from netmap.settings import Settings
from netmap.web.failures import answer
from netmap.web.request_errors import TooLargeError, TooSlowError

_IMPORT = re.compile(r"/api/v1/networks/[^/]+/imports|/networks/[^/]+/import|/import")
_MEGABYTE = 1_000_000
_FORM_BYTES = 100_000
"""What a form may add to the file that it holds."""
_SILENT_SECONDS = 30.0
"""How long a body may stop coming; whoever opens many requests and sends nothing holds none."""


class Intake:
    """Refuses bodies that are too large, or that do not come."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Stand before ``app``."""
        self._app = app
        self._settings = settings

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most, too_large = self._limit(scope["path"])
        request = Request(scope, receive)
        announced = request.headers.get("content-length", "")
        if announced.isascii() and announced.isdecimal() and int(announced[:18]) > most:
            refusal = answer(request, too_large, {"Connection": "close"})
            await refusal(scope, receive, send)
            return
        taken = 0
        is_whole = False

        async def receive_within() -> Message:
            nonlocal taken, is_whole
            if is_whole:  # what follows is the client's going away, for which there is no limit
                return await receive()
            try:
                message = await asyncio.wait_for(receive(), _SILENT_SECONDS)
            except TimeoutError:
                raise TooSlowError from None
            taken += len(message.get("body", b""))
            is_whole = not message.get("more_body", False)
            if taken > most:
                raise too_large
            return message

        await self._app(scope, receive_within, send)

    def _limit(self, path: str) -> tuple[int, NetmapError]:
        """The most bytes, and the error of more."""
        if _IMPORT.fullmatch(path):
            megabytes, setting = (
                self._settings.import_limit_megabytes,
                "NETMAP_IMPORT_LIMIT_MEGABYTES",
            )
            most = megabytes * _MEGABYTE + _FORM_BYTES
        else:
            megabytes, setting = (
                self._settings.request_limit_megabytes,
                "NETMAP_REQUEST_LIMIT_MEGABYTES",
            )
            most = megabytes * _MEGABYTE
        return most, TooLargeError(limit=megabytes, setting=setting)
