"""The pages as part of the application."""

from __future__ import annotations

from fastapi import FastAPI

from netmap.web.pages import (
    about,
    access,
    actors,
    charts,
    data,
    findings,
    guide,
    history,
    imports,
    list_files,
    lists,
    map_views,
    maps,
    matrices,
    meeting,
    networks,
    picture,
    records,
    removal,
    search,
    starting,
    topics,
)
from netmap.web.pages.edits import routes as edits

MODULES = (
    networks,
    starting,
    imports,
    data,
    findings,
    lists,
    list_files,
    search,
    topics,
    records,
    removal,
    history,
    *edits.MODULES,
    actors,
    picture,
    map_views,
    maps,
    meeting,
    matrices,
    charts,
    guide,
    about,
    access,
)
"""Every module of pages; of two that an address fits, the first one answers."""


def include(app: FastAPI) -> None:
    """Add all pages to an application."""
    for module in MODULES:
        app.include_router(module.router)
