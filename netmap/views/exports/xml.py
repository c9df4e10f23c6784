"""Texts and values as XML holds them, so that a parser gives back each character."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

# A parser turns a bare carriage return into a line feed.
_RETURN = {"\r": "&#13;"}


def content(text: str) -> str:
    r"""A text between two tags.

    >>> content("a < b & c\r")
    'a &lt; b &amp; c&#13;'
    """
    return escape(text, _RETURN)


def attribute(text: str) -> str:
    r"""A text as the value of an attribute, with its quotation marks.

    >>> attribute('a "b"\n')
    '\'a "b"&#10;\''
    """
    return quoteattr(text)


def plain(value: str | bool | float) -> str:
    """A value as XML Schema writes it.

    >>> plain(True), plain(2.0), plain("x")
    ('true', '2.0', 'x')
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else repr(value)
