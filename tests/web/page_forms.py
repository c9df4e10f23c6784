"""Forms of pages as a browser without JavaScript fills them in and sends them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html.parser import HTMLParser

from fastapi.testclient import TestClient
from httpx2 import Response

Fields = dict[str, list[str]]


class _Form(HTMLParser):
    """Collects the controls of the form whose action begins with something."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.wanted = action
        self.action = ""
        self.fields: Fields = {}
        self._inside = False
        self._select = ""
        self._area: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if tag == "form":
            action = has.get("action") or ""
            self._inside = not self.action and action.startswith(self.wanted)
            if self._inside:
                self.action = action
        if not self._inside:
            return
        name, value = has.get("name") or "", has.get("value") or ""
        match tag:
            case "input" if name:
                if has.get("type") not in {"radio", "checkbox"} or "checked" in has:
                    self.fields.setdefault(name, []).append(value)
            case "select":
                self._select = name
                self.fields[name] = [""]
            case "option" if "selected" in has and self._select:
                self.fields[self._select] = [value]
            case "textarea":
                self._area = name
                self.fields.setdefault(name, []).append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._area = None

    def handle_data(self, data: str) -> None:
        if self._inside and self._area is not None:
            self.fields[self._area][-1] += data


def form_in(page: str, action: str) -> tuple[str, Fields]:
    """Address and fields of the first form of a page whose action begins with ``action``."""
    parser = _Form(action)
    parser.feed(page)
    assert parser.action, f"no form for {action}"
    return parser.action, parser.fields


def send(
    client: TestClient, page: str, action: str, changed: Mapping[str, str | Sequence[str]]
) -> Response:
    """Send a form of a page with some of its fields filled in; redirects are not followed."""
    address, fields = form_in(page, action)
    for name, value in changed.items():
        fields[name] = [value] if isinstance(value, str) else list(value)
    return client.post(address, data=fields, follow_redirects=False)
