"""The map as one HTML document that opens from disk and asks nobody for anything."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.findings.finding import Finding
from netmap.language import Language
from netmap.network import Network
from netmap.views.map_base import map_base
from netmap.views.map_choice import EVERYTHING, MapChoice
from netmap.views.map_opened import OpenedView
from netmap.views.map_parts import SCRIPTS, STYLESHEETS, parts_of
from netmap.views.map_templates import render
from netmap.views.one_file import one_file

_FILE_STYLESHEETS = ("map/document.css", *STYLESHEETS)


def map_document(
    network: Network,
    findings: Sequence[Finding],
    language: Language,
    *,
    beside: Network | None = None,
    choice: MapChoice = EVERYTHING,
    opened: OpenedView | None = None,
) -> str:
    """The map of a network with all its scripts, styles and data in one document.

    A policy in the document allows exactly these scripts and styles, by their hashes, and nothing
    from anywhere else. Findings for the coordinator alone are left out. The same input gives the
    same document; about one second for 1,400 actors. ``beside`` is as of `map_parts`;
    what is chosen is what the document opens with, with marks where an ``opened`` view
    has them, unless another date decides where everybody stands.
    """
    base = map_base(network, language, beside, arrangement=choice.arrangement, still=choice.still)
    parts = parts_of(
        base, findings, choice=choice, beside=beside, opened=opened if beside is None else None
    )
    inside = one_file(_FILE_STYLESHEETS, SCRIPTS)
    return render(
        "map_document.html",
        language=language.value,
        parts=parts,
        policy=inside.policy,
        styles=inside.styles,
        scripts=inside.scripts,
    )
