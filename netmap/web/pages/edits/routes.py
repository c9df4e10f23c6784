"""The pages of larger edits."""

from __future__ import annotations

from netmap.web.pages.edits import bodies, merging, seats

MODULES = (merging, seats, bodies)
"""Every module of pages."""
