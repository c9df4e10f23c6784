"""Pages of logging in and out, where the server asks for an access token."""

from __future__ import annotations

import time
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from netmap.errors import NetmapError
from netmap.web.context import InContext
from netmap.web.errors import FormExpiredError, TokenWrongError, status_of
from netmap.web.pages.forms import own_address
from netmap.web.pages.rendering import page
from netmap.web.request_errors import OriginError
from netmap.web.security import client_address, is_foreign, too_many
from netmap.web.sessions import (
    FORM_COOKIE,
    FORM_SECONDS,
    SESSION_COOKIE,
    SESSION_SECONDS,
    Sessions,
)

router = APIRouter(include_in_schema=False)

_WRONG_TOKEN_SECONDS = 1.0
"""How long a wrong token takes, so that nobody tries many."""


@router.get("/login")
def login_form(request: Request, context: InContext, next: str = "/") -> Response:  # noqa: A002 (name in the address)
    """The form that asks for the token; the start page where none is asked for."""
    if context.sessions is None:
        return RedirectResponse("/", status_code=303)
    return _form(request, context.sessions, next, None)


@router.post("/login")
def login(
    request: Request,
    context: InContext,
    token: Annotated[str, Form(max_length=10_000)] = "",
    form_token: Annotated[str, Form(max_length=1000)] = "",
    next: Annotated[str, Form(max_length=10_000)] = "/",  # noqa: A002 (name of the field)
) -> Response:
    """Begin a session for who knows the token, and go on to where they wanted.

    Raises:
        FormExpiredError: The form is not ours or too old.
    """
    sessions = context.sessions
    if sessions is None:
        return RedirectResponse("/", status_code=303)
    if not sessions.is_form_token(form_token, request.cookies.get(FORM_COOKIE)):
        raise FormExpiredError
    seconds = context.limits.wait_for_token(client_address(request))
    if seconds:
        return too_many(request, seconds)
    if not sessions.is_token(token.strip()):
        context.limits.count_wrong_token(client_address(request))
        time.sleep(_WRONG_TOKEN_SECONDS)
        return _form(request, sessions, next, TokenWrongError())
    response = RedirectResponse(own_address(next), status_code=303)
    response.set_cookie(
        SESSION_COOKIE,
        sessions.issue(),
        max_age=SESSION_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    response.delete_cookie(FORM_COOKIE)
    return response


@router.post("/logout")
def logout(
    request: Request, context: InContext, form_token: Annotated[str, Form()] = ""
) -> Response:
    """End the session of this browser.

    Raises:
        OriginError: A page of another origin sent it.
        FormExpiredError: The form is not one of this session.
    """
    if is_foreign(request):
        raise OriginError
    if context.sessions is None:
        return RedirectResponse("/", status_code=303)
    session = request.cookies.get(SESSION_COOKIE)
    if not context.sessions.is_session_form_token(form_token, session):
        raise FormExpiredError
    response = RedirectResponse("/login", status_code=303)
    response.delete_cookie(SESSION_COOKIE)
    return response


def _form(request: Request, sessions: Sessions, wanted: str, error: NetmapError | None) -> Response:
    form_token = sessions.form_token()
    response = page(
        request,
        "login.html",
        section="login",
        status=status_of(error) if error else 200,
        form_token=form_token,
        next=own_address(wanted),
        error=error,
    )
    response.set_cookie(
        FORM_COOKIE,
        form_token,
        max_age=FORM_SECONDS,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return response
