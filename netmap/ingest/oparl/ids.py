"""Ids of OParl objects in the one form in which they are compared."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from netmap.ingest.json_source import JsonValue
from netmap.ingest.normalise import id_text

_URL = re.compile(r"https?://", re.IGNORECASE)
_DEFAULT_PORTS = {("http", 80), ("https", 443)}


def canonical(value: JsonValue) -> str:
    """An id as it is compared: ``https``, host in lower case, no default port, no slash at its end.

    Servers name one object by http and by https, and vendors disagree about slashes; the
    specification asks for one form and rarely gets it. What is no URL stays as it is; what cannot
    be an id is empty.

    >>> canonical("http://RIS.Example:80/person/7/"), canonical("https://ris.example/person/7")
    ('https://ris.example/person/7', 'https://ris.example/person/7')
    >>> canonical(7.0), canonical("urn:x"), canonical(["a"]), canonical(None)
    ('7', 'urn:x', '', '')
    """
    if value is None or isinstance(value, (bool, list, dict)):
        return ""
    return _canonical(value) if isinstance(value, str) else id_text(value)


# Every id stands in several places of its document.
@lru_cache(maxsize=65_536)
def _canonical(written: str) -> str:
    given = id_text(written)
    if not _URL.match(given):
        return given
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        return given
    host = parts.hostname or ""
    if not host or "@" in parts.netloc:
        return given
    shown = f"[{host}]" if ":" in host else host
    if port is not None and (parts.scheme, port) not in _DEFAULT_PORTS:
        shown = f"{shown}:{port}"
    path = parts.path if parts.query else parts.path.rstrip("/")
    query = f"?{parts.query}" if parts.query else ""
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"https://{shown}{path}{query}{fragment}"
