"""What pages look like when they ask again: questions, refusals, previews, empty lists."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Open
from tests.browser.windows import FULL, Window, in_windows, unfit

pytestmark = pytest.mark.xdist_group("browser")

_BUCHENAU = "/networks/buchenau"
# Address of a form, what is filled in, and what the answer shows. None of them is saved.
_ANSWERS: dict[str, tuple[str, dict[str, str], str]] = {
    "alike": (
        f"{_BUCHENAU}/records/new?kind=organization",
        {"name": "Jugendamdt"},
        "[name=anyway]",
    ),
    "doubts": (
        f"{_BUCHENAU}/records/new?kind=membership",
        {"member": "Niemand", "body": "Nirgends"},
        ".kern-error",
    ),
    "no-name": ("/new", {"name": " "}, "#e-name"),
    "refused-list": (
        f"{_BUCHENAU}/import",
        {"pasted": "Von;An;Beginn\nJugendamt;Niemand;\nJugendamt;Jugendamt;irgendwann"},
        "#problems-error",
    ),
    "unknown-columns": (
        f"{_BUCHENAU}/import",
        {"pasted": "Name;Organisation;Gremium;Rolle;Dies und das\nAda;Jugendamt;AG;Gast;x"},
        "#columns",
    ),
}
_EMPTY = [
    f"{_BUCHENAU}?saved=1",
    f"{_BUCHENAU}?as_of=1990",
    f"{_BUCHENAU}/search?q=zzzzzzzz",
    f"{_BUCHENAU}/bodies?q=zzzzzzzz",
    f"{_BUCHENAU}/findings?q=zzzzzzzz",
    f"{_BUCHENAU}/map?as_of=1990",
]


@pytest.mark.parametrize(("name", "window"), in_windows(list(_ANSWERS)))
def test_every_answer_of_a_form_is_accessible_and_fits(
    open_page: Open, server: str, name: str, window: Window
) -> None:
    """Axe finds nothing on it, nothing is scrolled sideways, and nothing was saved."""
    address, fields, shown = _ANSWERS[name]
    watched = window.opened(open_page, f"{server}{address}")
    page = watched.page
    for field, text in fields.items():
        page.locator(f"main [name={field}]").first.fill(text)
    page.locator("main form[method=post] button[type=submit]").first.click()
    page.locator(shown).first.wait_for()
    watched.settle()
    assert unfit(watched, server) == []


if FULL:

    @pytest.mark.parametrize(("address", "window"), in_windows(_EMPTY))
    def test_every_state_without_content_is_accessible_and_fits(
        open_page: Open, server: str, address: str, window: Window
    ) -> None:
        """Nothing found, nothing recorded yet, something just saved."""
        assert unfit(window.opened(open_page, f"{server}{address}"), server) == []
