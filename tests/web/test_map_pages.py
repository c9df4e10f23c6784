from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from fastapi.testclient import TestClient

from tests.web.conftest import HOSTILE_ID

_MAP = "/networks/buchenau/map"


def _rows(page: str) -> set[str]:
    """Numbers of the actors whose rows are shown."""
    return set(re.findall(r'<tr data-nmap-row="(\d+)">', page))


def test_the_address_of_the_map_says_what_its_tables_show(client: TestClient) -> None:
    """Without scripts a sent link shows what the sender saw."""
    everybody = _rows(client.get(_MAP).text)
    page = client.get(f"{_MAP}?kind=body&level=steering&colour=sector&fold=none").text
    assert len(_rows(page)) == 1
    assert len(everybody) == 30
    assert 'data-nmap-colour="sector"' in page
    assert f'href="{_MAP}/sheet.pdf?kind=body&amp;level=steering' in page


def test_an_address_that_shows_nobody_says_so(client: TestClient) -> None:
    """An empty table alone would look like a mistake."""
    page = client.get(f"{_MAP}?kind=none&lang=en").text
    assert "Nobody matches this choice." in page
    assert not _rows(page)


@pytest.mark.parametrize("ending", ["svg", "pdf"])
def test_what_is_shown_comes_on_paper(client: TestClient, ending: str) -> None:
    """One sheet, saved and never opened in place, with what the address chooses."""
    answer = client.get(f"{_MAP}/sheet.{ending}?kind=body&as_of=2026-05-31&lang=en")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith("attachment;")
    if ending == "pdf":
        assert answer.content.startswith(b"%PDF-")
        return
    texts = [each.text for each in ET.fromstring(answer.text).iter() if each.text]  # noqa: S314
    assert "As of 31 May 2026" in texts
    assert any("0 persons" in text for text in texts)


def test_no_other_ending_is_made(client: TestClient) -> None:
    """A sheet is SVG or PDF."""
    assert client.get(f"{_MAP}/sheet.exe").status_code in {404, 422}


def test_an_id_like_an_address_can_be_the_focus(client: TestClient) -> None:
    """Ids come from files: whatever they hold, the map around one is the map around it."""
    page = client.get("/networks/hostile/map", params={"focus": HOSTILE_ID, "open": "\0<b>"})
    assert page.status_code == 200
    assert len(_rows(page.text)) > 1


def test_the_file_to_take_along_opens_with_what_is_shown(client: TestClient) -> None:
    """What was prepared on the page is what the committee sees first."""
    file = client.get(f"{_MAP}/file?kind=body&colour=sector").text
    assert 'data-nmap-colour="sector"' in file
    assert len(_rows(file)) < len(_rows(client.get(f"{_MAP}/file").text)) == 30
