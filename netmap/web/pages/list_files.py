"""Lists of actors and bodies as files: what is on the screen, all pages of it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from netmap.analyses.representation import ActorType
from netmap.language import Language, Text
from netmap.views.directory import Entry
from netmap.views.exports.tables import Cell
from netmap.views.matrices.grid_files import TableFormat, table_file
from netmap.web.pages.downloads import download
from netmap.web.pages.lists import AskedList, Told, narrowed
from netmap.web.pages.rendering import page_language

router = APIRouter(include_in_schema=False)


class ListName(StrEnum):
    """Which list."""

    ACTORS = "actors"
    BODIES = "bodies"


_NAMES = {
    ListName.ACTORS: Text(de="Partner", en="Partners"),
    ListName.BODIES: Text(de="Gremien", en="Bodies"),
}
_HEADS = {
    ListName.ACTORS: (
        Text(de="Name", en="Name"),
        Text(de="Art oder Funktion", en="Kind or function"),
        Text(de="Arbeitet für", en="Works for"),
        Text(de="Bereich", en="Sector"),
        Text(de="Gremien", en="Bodies"),
        Text(de="Austausch", en="Exchange"),
    ),
    ListName.BODIES: (
        Text(de="Name", en="Name"),
        Text(de="Ebene", en="Level"),
        Text(de="Art", en="Kind"),
        Text(de="Themen", en="Topics"),
        Text(de="Mitglieder", en="Members"),
        Text(de="Austausch", en="Exchange"),
    ),
}


@router.get("/networks/{network_id}/lists/{name}")
def list_file(
    request: Request,
    network_id: str,
    name: ListName,
    told: Told,
    wanted: AskedList,
    as_file: Annotated[TableFormat, Query(alias="format")] = TableFormat.XLSX,
) -> Response:
    """A list as its page shows it, narrowed and ordered by the same address, to be saved."""
    language = page_language(request)
    entries = [
        each for each in told.entries if (each.type is ActorType.BODY) is (name is ListName.BODIES)
    ]
    head = [text.in_language(language) for text in _HEADS[name]]
    lines = [_line(each, name, language) for each in narrowed(entries, wanted)]
    file_name = f"{_NAMES[name].in_language(language)} {network_id}.{as_file.value}"
    return download(table_file([head, *lines], language, as_file), file_name, as_file.media_type)


def _line(entry: Entry, name: ListName, language: Language) -> list[Cell]:
    profile = entry.profile
    if name is ListName.ACTORS:
        told: list[Cell] = [profile.category, entry.house, profile.sector, entry.seats]
    else:
        level = profile.group.level_text.in_language(language)
        told = [level, profile.category, profile.topics, entry.members]
    return [entry.name, *told, entry.exchanges]
