"""The pages of larger edits."""

from __future__ import annotations

from netmap.web.pages.edits import bodies, mailing, members, merging, seats

MODULES = (merging, seats, bodies, members, mailing)
"""Every module of pages."""
