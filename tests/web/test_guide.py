from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Catalog
from fastapi.testclient import TestClient

from netmap.language import Language
from netmap.resources import folder
from netmap.views.map_texts import texts
from netmap.web.localization import catalogue
from netmap.web.pages.guide import chapters

_LABEL = re.compile(r"\*\*([^*]+)\*\*")


@pytest.mark.parametrize("language", list(Language))
def test_every_chapter_is_a_page(client: TestClient, language: Language) -> None:
    """Each leads on to the next, and beyond the last there is none."""
    known = chapters(language)
    assert len(known) == len(chapters(Language.DE)) > 3
    for each in known:
        page = client.get(f"/guide/{each.number}?lang={language}")
        assert page.status_code == 200
        assert each.title in page.text
    assert client.get("/guide").status_code == 200
    assert client.get(f"/guide/{len(known) + 1}").status_code == 404
    assert client.get("/guide/0").status_code == 404


@pytest.mark.parametrize("language", list(Language))
def test_the_guide_names_what_the_pages_say(language: Language) -> None:
    """Whatever is printed bold is a text of the interface, word for word."""
    german: Catalog = catalogue(Language.DE)
    said = {
        text
        for message in german
        for text in _texts(message.id if language is Language.EN else message.string)
    }
    # What the map says stands with the map, for its file holds no translations.
    said |= set(texts(language).values())
    for file in sorted((folder("docs/guide") / language.value).glob("*.md")):
        labels = set(_LABEL.findall(file.read_text(encoding="utf-8")))
        assert labels <= said, file.name


def _texts(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]
