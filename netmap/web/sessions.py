"""Who has shown the access token: session cookies and form tokens, kept by the browser alone."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable

SESSION_COOKIE = "netmap_session"
FORM_COOKIE = "netmap_form"
SESSION_SECONDS = 12 * 60 * 60
FORM_SECONDS = 60 * 60


class Sessions:
    """Checks the access token and what was issued on it.

    A session is a moment and a random number, signed with a key that comes from the token: it
    says nothing about a person, every instance of the application can check it, and a new token
    ends all sessions.
    """

    def __init__(self, token: str, *, clock: Callable[[], float] = time.time) -> None:
        """Guard with ``token``; ``clock`` gives seconds since 1970."""
        self._token = token.encode()
        # Anybody gets something signed, the login form's cookie: without the cost of scrypt a token
        # could be guessed from it at home, far from the limit of wrong tokens.
        self._key = hashlib.scrypt(self._token, salt=b"netmap session", n=2**14, r=8, p=1)
        self._clock = clock

    def is_token(self, given: str) -> bool:
        """Whether this is the access token; takes as long whatever is wrong with it."""
        return hmac.compare_digest(self._digest(given.encode()), self._digest(self._token))

    def issue(self) -> str:
        """A new session."""
        return self._signed("session")

    def is_session(self, value: str | None) -> bool:
        """Whether this is a session that has not ended yet."""
        return self._holds("session", value, SESSION_SECONDS)

    def session_form_token(self, session: str) -> str:
        """What the hidden field of every form holds that is sent within a session."""
        return self._signature("form in session", session)

    def is_session_form_token(self, field: str, session: str | None) -> bool:
        """Whether a form was sent from a page of this very session."""
        return session is not None and hmac.compare_digest(
            field.encode(), self.session_form_token(session).encode()
        )

    def form_token(self) -> str:
        """A value for the login form's hidden field and, the same, for its cookie."""
        return self._signed("form")

    def is_form_token(self, field: str | None, cookie: str | None) -> bool:
        """Whether the login form came from our own page: both values are one that we issued."""
        return (
            field is not None
            and cookie is not None
            and hmac.compare_digest(field.encode(), cookie.encode())
            and self._holds("form", field, FORM_SECONDS)
        )

    def _signed(self, purpose: str) -> str:
        content = f"{int(self._clock())}.{secrets.token_urlsafe(16)}"
        return f"{content}.{self._signature(purpose, content)}"

    def _holds(self, purpose: str, value: str | None, seconds: int) -> bool:
        if value is None:
            return False
        content, _, signature = value.rpartition(".")
        if not hmac.compare_digest(signature.encode(), self._signature(purpose, content).encode()):
            return False
        # Signed by us, so the moment is a number.
        return int(content.partition(".")[0]) + seconds >= self._clock()

    def _signature(self, purpose: str, content: str) -> str:
        return hmac.new(self._key, f"{purpose}\0{content}".encode(), "sha256").hexdigest()

    def _digest(self, text: bytes) -> bytes:
        return hmac.new(self._key, text, "sha256").digest()
