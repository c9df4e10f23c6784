"""What guards every answer: the names the server answers to, the access token, the headers."""

from __future__ import annotations

import ipaddress
from urllib.parse import quote, urlsplit

from fastapi import Request
from starlette.datastructures import MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from netmap.errors import SettingsError
from netmap.language import Text
from netmap.settings import Settings
from netmap.web.context import Context
from netmap.web.errors import HostError, InternalError, TokenRequiredError
from netmap.web.failures import answer
from netmap.web.request_errors import OriginError, TooManyError
from netmap.web.sessions import SESSION_COOKIE

HEADERS = {
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}
"""Sent with every answer; the policy allows nothing inline and nothing from another host."""

_LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
# They tell nothing, and who asks them knows the machine by its number alone.
_PROBES = frozenset({"/healthz", "/readyz"})
_PROGRAM_PATHS = frozenset({"/api", "/metrics"})
# What the login page itself needs.
_OPEN_PATHS = ("/static/", "/login", "/favicon.ico")


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address.

    >>> [is_loopback(host) for host in ("127.0.0.1", "localhost", "::1", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


_SHORTEST_TOKEN = 16


def read_access_token(settings: Settings) -> str | None:
    """The access token; ``None`` where none is asked for.

    Raises:
        SettingsError: The file cannot be read, its token is short enough to be guessed, or the
            server is to listen on an address that others can reach and no token is set.
    """
    if settings.access_token_file is None:
        if is_loopback(settings.host):
            return None
        raise SettingsError(
            setting="NETMAP_ACCESS_TOKEN_FILE",
            problem=Text(
                de=f"Unter {settings.host} können andere Rechner netmap erreichen; das geht nur "
                "mit einem Zugangswort. Eine Datei damit anlegen und hier nennen.",
                en=f"Other machines can reach netmap at {settings.host}; that takes an access "
                "token. Write one into a file and name the file here.",
            ),
        )
    try:
        token = settings.access_token_file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            setting="NETMAP_ACCESS_TOKEN_FILE",
            problem=_unreadable(error).format(file=settings.access_token_file),
        ) from error
    if len(token) < _SHORTEST_TOKEN:
        raise SettingsError(
            setting="NETMAP_ACCESS_TOKEN_FILE",
            problem=Text(
                de=f"Das Zugangswort in {settings.access_token_file} hat {len(token)} Zeichen; es "
                f"soll mindestens {_SHORTEST_TOKEN} haben, damit niemand es errät.",
                en=f"The access token in {settings.access_token_file} has {len(token)} characters; "
                f"it takes at least {_SHORTEST_TOKEN}, so that nobody guesses it.",
            ),
        )
    return token


def _unreadable(error: OSError | UnicodeDecodeError) -> Text:
    match error:
        case FileNotFoundError():
            return Text(de="Die Datei {file} gibt es nicht.", en="There is no file {file}.")
        case IsADirectoryError():
            return Text(
                de="{file} ist ein Ordner, keine Datei.", en="{file} is a folder, not a file."
            )
        case PermissionError():
            return Text(
                de="Die Datei {file} darf netmap nicht lesen.",
                en="netmap is not allowed to read the file {file}.",
            )
        case UnicodeDecodeError():
            return Text(
                de="Die Datei {file} ist kein Text (UTF-8).", en="The file {file} is no UTF-8 text."
            )
    why = error.strerror or str(error)
    return Text(
        de=f"Die Datei {{file}} ist nicht lesbar: {why}",
        en=f"The file {{file}} cannot be read: {why}",
    )


def _sent_token(authorization: str) -> str:
    """The token in an Authorization header; servers read its bytes as Latin-1.

    >>> _sent_token("Bearer Wort")
    'Wort'
    >>> _sent_token("Bearer gr\u00c3\u00bcn"), _sent_token("Basic Wort")
    ('grün', '')
    """
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer":
        return ""
    return token.strip().encode("latin-1", "replace").decode("utf-8", "replace")


def allowed_names(settings: Settings) -> frozenset[str]:
    """Names that a Host header may give, in lower case and without port."""
    further = (name.strip() for name in settings.allowed_hosts.split(","))
    return _LOOPBACK_NAMES | {
        name.lower().strip("[]") for name in (settings.host, *further) if name
    }


def host_name(header: str) -> str:
    """The name in a Host header, in lower case, without port and brackets.

    >>> [host_name(header) for header in ("LocalHost:8000", "[::1]:8000", "127.0.0.1", "a:b:c")]
    ['localhost', '::1', '127.0.0.1', 'a:b:c']
    """
    name = header.strip().lower()
    if name.startswith("["):
        inside, bracket, _port = name[1:].partition("]")
        return inside if bracket else name
    return name.partition(":")[0] if name.count(":") == 1 else name


def is_foreign(request: Request) -> bool:
    """Whether a page of another origin asks for a change.

    Browsers say with every such request where it comes from; programs say nothing.
    """
    if request.method in _SAFE_METHODS:
        return False
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site not in {"same-origin", "none"}
    origin = request.headers.get("origin")
    if origin is None:
        return False
    try:
        place = urlsplit(origin).netloc
    except ValueError:
        return True
    return place.lower() != request.headers.get("host", "").strip().lower()


def client_address(request: Request) -> str:
    """Where a request comes from; empty where that is not known."""
    return request.client.host if request.client else ""


def too_many(request: Request, seconds: int) -> Response:
    """The answer to who has to wait."""
    headers = {"Retry-After": str(seconds)}
    return answer(request, TooManyError(seconds=seconds), headers=headers)


class Guard:
    """Middleware: refuses what may not pass, and sends the headers with every answer."""

    def __init__(self, app: ASGIApp, context: Context) -> None:
        """Stand before ``app``."""
        self._app = app
        self._sessions = context.sessions
        self._limits = context.limits
        self._names = allowed_names(context.settings)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        request = Request(scope, receive)
        refusal = self._refusal(request)
        started = False

        is_head = scope["method"] == "HEAD"
        # Routes answer GET; who asks for the headers alone gets those of the same answer.
        inner = {**scope, "method": "GET"} if is_head else scope

        async def send_guarded(message: Message) -> None:
            nonlocal started
            if message["type"] == "http.response.start":
                started = True
                MutableHeaders(scope=message).update(HEADERS)
            elif is_head:
                message = {**message, "body": b""}
            await send(message)

        try:
            await (refusal or self._app)(inner, receive, send_guarded)
        except ClientDisconnect:
            raise
        except Exception:
            if not started:
                failure = answer(request, InternalError())
                await failure(scope, receive, send_guarded)
                scope["state"]["answered"] = True
            # For the log; what is answered tells nothing of the inside.
            raise
        finally:
            scope["route"] = inner.get("route")

    def _refusal(self, request: Request) -> Response | None:
        path = request.scope["path"]
        if path in _PROBES:
            return None
        # request.url is made of the very header that is not trusted yet.
        host = request.headers.get("host", "")
        if host_name(host) not in self._names:
            return answer(request, HostError(host=host))
        seconds = self._limits.wait_for_request(client_address(request))
        if seconds:
            return too_many(request, seconds)
        return self._without_rights(request, path)

    def _without_rights(self, request: Request, path: str) -> Response | None:
        sessions = self._sessions
        sent = _sent_token(request.headers.get("authorization", ""))
        if sessions and sent:
            # Not even the right one is looked at, or guessing would go on.
            seconds = self._limits.wait_for_token(client_address(request))
            if seconds:
                return too_many(request, seconds)
            if sessions.is_token(sent):
                return None
            self._limits.count_wrong_token(client_address(request))
        # Whatever a browser adds by itself, a foreign page can send with: rights and addresses.
        if path.startswith("/api") and is_foreign(request):
            return answer(request, OriginError())
        if sessions is None or path.startswith(_OPEN_PATHS):
            return None
        if sessions.is_session(request.cookies.get(SESSION_COOKIE)):
            return None
        if path in _PROGRAM_PATHS or path.startswith("/api/v1"):
            challenge = {"WWW-Authenticate": 'Bearer realm="netmap"'}
            return answer(request, TokenRequiredError(), headers=challenge)
        wanted = path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(wanted, safe='')}", status_code=303)
