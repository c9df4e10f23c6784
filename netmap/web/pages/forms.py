"""Forms of pages: only those that our own pages sent are read, and what they answer."""

from __future__ import annotations

import hmac
from collections.abc import AsyncIterator
from typing import Annotated
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Depends, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse

from netmap.web.context import context_of
from netmap.web.errors import FormExpiredError
from netmap.web.pages.rendering import PAGE_FORM_COOKIE
from netmap.web.request_errors import OriginError
from netmap.web.security import is_foreign
from netmap.web.sessions import SESSION_COOKIE


async def sent_form(request: Request) -> AsyncIterator[FormData]:
    """The fields of a form that a page of ours sent.

    Within a session the hidden field `form_token` belongs to the session; where nobody logs in it
    repeats a cookie that foreign pages can neither read nor make a browser send.

    Raises:
        OriginError: A page of another origin sent it.
        FormExpiredError: The hidden field is not the one that our page would have sent.
    """
    if is_foreign(request):
        raise OriginError
    form = await request.form()
    try:
        field = form.get("form_token")
        if not isinstance(field, str) or not _is_ours(request, field):
            raise FormExpiredError
        yield form
    finally:
        # Uploaded files are let go of.
        await form.close()


SentForm = Annotated[FormData, Depends(sent_form)]


def text_of(form: FormData, name: str) -> str:
    """The text of a field, without spaces around it; empty where there is none."""
    value = form.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts_of(form: FormData, name: str) -> list[str]:
    """All texts of a field that occurs several times, in the order of the page."""
    return [value.strip() for value in form.getlist(name) if isinstance(value, str)]


def go_to(path: str, **parameters: str) -> RedirectResponse:
    """The answer to a form that was carried out: the page to read next.

    With `saved` (the id of a change set) that page says so and offers to take it back. What the
    address of the page says already stays.

    >>> go_to("/networks/a/map?kind=body&saved=1#x", saved="2").headers["location"]
    '/networks/a/map?kind=body&saved=2'
    """
    there = urlsplit(path)
    kept = [each for each in parse_qsl(there.query, True) if each[0] not in parameters]
    query = urlencode([*kept, *parameters.items()])
    return RedirectResponse(f"{there.path}?{query}" if query else there.path, status_code=303)


def own_address(wanted: str) -> str:
    r"""The address to go on to, the start page where it might lead to another host.

    >>> [own_address(each) for each in ("/api?x=1", "//evil.example", "/\\evil", "https://e.org")]
    ['/api?x=1', '/', '/', '/']
    """
    plain = wanted.isprintable() and "\\" not in wanted
    return wanted if plain and wanted.startswith("/") and not wanted.startswith("//") else "/"


def way_back(wanted: str) -> str:
    """The address that a form was opened from, empty where it names none.

    >>> [way_back(each) for each in ("/networks/a?b=c", "", "//evil.example")]
    ['/networks/a?b=c', '', '/']
    """
    return own_address(wanted) if wanted else ""


def _is_ours(request: Request, field: str) -> bool:
    sessions = context_of(request).sessions
    if sessions is not None:
        return sessions.is_session_form_token(field, request.cookies.get(SESSION_COOKIE))
    cookie = request.cookies.get(PAGE_FORM_COOKIE, "")
    return bool(cookie) and hmac.compare_digest(field.encode(), cookie.encode())
