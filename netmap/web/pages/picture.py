"""Page of a partner's own picture: to be shown, printed, or handed over as PDF."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from netmap.dates import Period, today
from netmap.language import Language, Text
from netmap.views.map_words import days
from netmap.views.picture import PICTURE_WORDS, picture_of
from netmap.views.picture_pdf import picture_pdf
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.downloads import download
from netmap.web.pages.lists import Told
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_AS_OF = Text(de="Stand: {date}", en="As of {date}")
_FILE = Text(de="netmap-eigenes-bild.pdf", en="netmap-own-picture.pdf")


@router.get("/networks/{network_id}/picture/{actor_id:path}")
def picture(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    actor_id: str,
    as_of: AsOf,
    told: Told,
) -> HTMLResponse:
    """What is recorded about one partner, laid out to confirm, supplement or revise.

    Raises:
        RecordNotFoundError: There is no such actor at the date.
    """
    found = picture_of(told, actor_id, page_language(request))
    return page(
        request,
        "picture/picture.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="bodies" if found.is_body else "actors",
        picture=found,
        words=PICTURE_WORDS,
        seen=_seen(as_of, page_language(request)),
    )


@router.get("/networks/{network_id}/picture-file/{actor_id:path}")
def picture_file(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    actor_id: str,
    as_of: AsOf,
    told: Told,
) -> Response:
    """The same as one PDF.

    Raises:
        RecordNotFoundError: There is no such actor at the date.
    """
    language = page_language(request)
    content = picture_pdf(
        picture_of(told, actor_id, language),
        language,
        network=context.use_cases.networks.info(principal, network_id).name,
        as_of=_seen(as_of, language).in_language(language),
    )
    name = _FILE.in_language(language)
    return download(content, name, "application/pdf")


def _seen(as_of: Period | None, language: Language) -> Text:
    """The date: on paper, "today" says nothing."""
    return _AS_OF.format(date=days(as_of or today(), language))
