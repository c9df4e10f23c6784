"""The pages of larger edits."""

from __future__ import annotations

from netmap.web.pages.edits import bodies, members, merging, seats

MODULES = (merging, seats, bodies, members)
"""Every module of pages."""
