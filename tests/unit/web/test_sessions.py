from __future__ import annotations

import hashlib

import pytest

from netmap.web.sessions import FORM_SECONDS, SESSION_SECONDS, Sessions


class _Clock:
    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_a_session_ends() -> None:
    """A session holds for its time and not longer."""
    clock = _Clock()
    sessions = Sessions("token", clock=clock)
    session = sessions.issue()
    clock.now += SESSION_SECONDS
    assert sessions.is_session(session)
    clock.now += 1
    assert not sessions.is_session(session)


def test_a_new_token_ends_all_sessions() -> None:
    """What was issued on one token is nothing to another."""
    assert not Sessions("new").is_session(Sessions("old").issue())


def test_every_instance_knows_the_sessions_of_the_others() -> None:
    """Sessions are checked by the token alone, so several instances need no common memory."""
    assert Sessions("token").is_session(Sessions("token").issue())


def test_a_form_token_is_no_session() -> None:
    """What is signed for one purpose holds for no other."""
    sessions = Sessions("token")
    form = sessions.form_token()
    assert not sessions.is_session(form)
    assert not sessions.is_form_token(sessions.issue(), sessions.issue())


def test_a_form_token_has_to_be_the_one_of_the_cookie() -> None:
    """Two form tokens that were both issued do not fit each other."""
    sessions = Sessions("token")
    first, second = sessions.form_token(), sessions.form_token()
    assert sessions.is_form_token(first, first)
    assert not sessions.is_form_token(first, second)
    assert not sessions.is_form_token(first, None)


def test_a_form_left_open_for_too_long_expires() -> None:
    """A form can be sent for an hour."""
    clock = _Clock()
    sessions = Sessions("token", clock=clock)
    form = sessions.form_token()
    clock.now += FORM_SECONDS + 1
    assert not sessions.is_form_token(form, form)


def test_a_form_of_one_session_is_not_one_of_another() -> None:
    """The hidden field of a session's forms holds for that session alone."""
    sessions = Sessions("token")
    mine, other = sessions.issue(), sessions.issue()
    field = sessions.session_form_token(mine)
    assert sessions.is_session_form_token(field, mine)
    assert not sessions.is_session_form_token(field, other)
    assert not sessions.is_session_form_token(field, None)


def test_only_the_token_is_the_token() -> None:
    """Nothing shorter, longer or empty passes."""
    sessions = Sessions("tökén")
    assert sessions.is_token("tökén")
    assert not any(sessions.is_token(text) for text in ("", "tök", "tökénx", "TÖKÉN"))


def test_a_cookie_is_a_slow_way_to_guess_the_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """Trying one token on a cookie of the login form, which anybody gets, takes 16 MB and time."""
    costs: list[int] = []
    scrypt = hashlib.scrypt

    def counting(password: bytes, *, salt: bytes, n: int, r: int, p: int) -> bytes:
        costs.append(128 * n * r * p)
        return scrypt(password, salt=salt, n=n, r=r, p=p)

    monkeypatch.setattr("hashlib.scrypt", counting)
    form = Sessions("token").form_token()
    assert not Sessions("guess").is_form_token(form, form)
    assert min(costs) >= 16 * 1024 * 1024
    assert len(costs) == 2
