"""The pages as part of the application."""

from __future__ import annotations

from fastapi import FastAPI

from netmap.web.pages import about, access, actors, history, lists, maps, networks, records
from netmap.web.pages.edits import merging


def include(app: FastAPI) -> None:
    """Add all pages to an application."""
    for module in (networks, lists, records, history, actors, maps, about, access):
        app.include_router(module.router)
    for edit in (merging,):
        app.include_router(edit.router)
