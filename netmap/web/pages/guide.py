"""The user guide as pages: chapters in Markdown, as they stand in the documentation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from fastapi import APIRouter, Request
from markdown_it import MarkdownIt
from markupsafe import Markup
from starlette.responses import HTMLResponse

from netmap.language import Language
from netmap.resources import folder
from netmap.web.errors import AddressNotFoundError
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guide.

    Attributes:
        number: Its place, and its name in addresses: the same in both languages.
    """

    number: int
    title: str
    html: Markup


@cache
def chapters(language: Language) -> tuple[Chapter, ...]:
    """All chapters in a language, in their order."""
    # No HTML of its own: what a chapter writes is text and Markdown.
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    found = []
    for file in sorted((folder("docs/guide") / language.value).glob("*.md")):
        heading, _, rest = file.read_text(encoding="utf-8").partition("\n")
        html = Markup(markdown.render(rest))  # noqa: S704 (made of our own files)
        found.append(Chapter(int(file.name.partition("-")[0]), heading.removeprefix("# "), html))
    return tuple(found)


@router.get("/guide")
def guide(request: Request) -> HTMLResponse:
    """The first chapter, with the list of all."""
    return chapter(request, 1)


@router.get("/guide/{number}")
def chapter(request: Request, number: int) -> HTMLResponse:
    """One chapter.

    Raises:
        AddressNotFoundError: There is none of this number.
    """
    known = chapters(page_language(request))
    if not 1 <= number <= len(known):
        raise AddressNotFoundError(path=request.scope["path"])
    return page(request, "guide.html", section="guide", chapters=known, chapter=known[number - 1])
