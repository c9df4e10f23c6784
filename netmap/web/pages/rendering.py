"""Pages: templates filled in the reader's language, inside the frame that all pages share."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from starlette.responses import HTMLResponse

from netmap import __version__
from netmap.changes import NetworkInfo
from netmap.errors import NetmapError
from netmap.language import Language
from netmap.views.page_remedies import page_remedy
from netmap.web.context import context_of
from netmap.web.errors import TITLES, status_of
from netmap.web.localization import chosen_language, template_environment
from netmap.web.sessions import SESSION_COOKIE

LANGUAGE_COOKIE = "netmap_language"
THEME_COOKIE = "netmap_theme"
PAGE_FORM_COOKIE = "netmap_page_form"
"""Proves that a form came from a page of ours where nobody logs in."""
THEMES = ("auto", "light", "dark")
_OF_ITS_READER = frozenset({"lang", "theme", "saved"})
"""Parameters that belong to who reads a page: preferences, and what was just saved."""
_PREFERENCE_SECONDS = 365 * 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame of a page shows.

    Attributes:
        theme: ``auto`` follows the system.
        network: The network that the page is about.
        section: Which entry of the navigation the page belongs to.
        path: Path of the page.
        query: Its query without the preferences, which are kept in cookies, and without what was
            just saved.
        form_token: For the hidden field of every form that changes something.
        logged_in: Whether there is a session to log out of.
        saved: Id of the change set that was just saved, to be told and taken back.
    """

    language: Language
    theme: str
    network: NetworkInfo | None
    section: str
    path: str
    query: tuple[tuple[str, str], ...]
    form_token: str
    logged_in: bool
    saved: str
    version: str = __version__

    @property
    def as_of(self) -> str:
        """The date in the address, empty for today."""
        return dict(self.query).get("as_of", "").strip()

    def here(self, **changes: object) -> str:
        """The address of this page with other parameters; ``None`` takes one away."""
        return _changed(self.path, self.query, changes)

    def file_of(self, path: str, file_format: str) -> str:
        """The address of what the page shows as a file, narrowed and ordered as the page is."""
        network = self.network.id if self.network else ""
        kept = [(name, value) for name, value in self.query if name != "page"]
        return f"/networks/{network}{path}?{urlencode([*kept, ('format', file_format)])}"

    def there(self, path: str, **parameters: object) -> str:
        """The address of another page of the network, at the same date."""
        query = {**({"as_of": self.as_of} if self.as_of else {}), **parameters}
        return f"{path}?{urlencode(query)}" if query else path


def address_of(request: Request, **changes: object) -> str:
    """The address of a page as `Frame.here` gives it to templates."""
    return _changed(request.scope["path"], _shared_query(request), changes)


def _shared_query(request: Request) -> tuple[tuple[str, str], ...]:
    """The query of a page without what belongs to its reader alone."""
    asked = request.query_params.multi_items()
    return tuple((name, value) for name, value in asked if name not in _OF_ITS_READER)


def _changed(path: str, query: Sequence[tuple[str, str]], changes: Mapping[str, object]) -> str:
    kept = [(name, value) for name, value in query if name not in changes]
    added = [(name, str(value)) for name, value in changes.items() if value is not None]
    changed = urlencode([*kept, *added])
    return f"{path}?{changed}" if changed else path


def page_language(request: Request) -> Language:
    """The language of pages: of the address, else of the cookie, else of the settings."""
    return chosen_language(
        request.query_params.get("lang"),
        request.cookies.get(LANGUAGE_COOKIE),
        default=context_of(request).settings.language,
    )


def page(
    request: Request,
    template: str,
    *,
    network: NetworkInfo | None = None,
    section: str = "",
    status: int = 200,
    headers: dict[str, str] | None = None,
    **values: Any,
) -> HTMLResponse:
    """A page; a language or theme in the address is remembered by a cookie."""
    language = page_language(request)
    asked_theme = request.query_params.get("theme")
    theme = asked_theme if asked_theme in THEMES else request.cookies.get(THEME_COOKIE, "auto")
    form_token, logged_in = _form_token(request)
    frame = Frame(
        language=language,
        theme=theme if theme in THEMES else "auto",
        network=network,
        section=section,
        path=request.scope["path"],
        query=_shared_query(request),
        form_token=form_token,
        logged_in=logged_in,
        saved=request.query_params.get("saved", ""),
    )
    text = template_environment(language).get_template(template).render(frame=frame, **values)
    response = HTMLResponse(text, status, headers)
    response.headers["Content-Language"] = language.value
    response.headers["Cache-Control"] = "no-store"
    if not logged_in and request.cookies.get(PAGE_FORM_COOKIE) != form_token:
        response.set_cookie(
            PAGE_FORM_COOKIE,
            form_token,
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
    for name, parameter, value in (
        (LANGUAGE_COOKIE, "lang", language.value),
        (THEME_COOKIE, "theme", frame.theme),
    ):
        if request.query_params.get(parameter) == value:
            response.set_cookie(
                name,
                value,
                max_age=_PREFERENCE_SECONDS,
                httponly=True,
                samesite="lax",
                secure=request.url.scheme == "https",
            )
    return response


def _form_token(request: Request) -> tuple[str, bool]:
    """The token for forms of this browser, and whether it belongs to a session."""
    sessions, session = context_of(request).sessions, request.cookies.get(SESSION_COOKIE)
    if sessions is not None and session is not None and sessions.is_session(session):
        return sessions.session_form_token(session), True
    return request.cookies.get(PAGE_FORM_COOKIE) or secrets.token_urlsafe(24), False


def error_page(
    request: Request, error: NetmapError, headers: dict[str, str] | None = None
) -> HTMLResponse:
    """The page that tells of an error: what happened and what to do."""
    status = status_of(error)
    return page(
        request,
        "error.html",
        status=status,
        headers=headers,
        title=TITLES[status],
        cause=error.message(page_language(request)),
        remedy=page_remedy(error.code, error.remedy_text),
        code=error.code,
    )
