"""The meeting view as one HTML document that opens from disk and asks nobody for anything."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.findings.finding import Finding
from netmap.language import Language
from netmap.network import Network
from netmap.views.map_templates import render
from netmap.views.meeting_ground import Ground
from netmap.views.meeting_slides import meeting_parts
from netmap.views.one_file import one_file


def meeting_document(
    network: Network, ground: Ground, findings: Sequence[Finding], language: Language
) -> str:
    """The slides of a meeting with all scripts, styles and pictures in one document.

    A policy in the document allows exactly these scripts and styles, by their hashes, and nothing
    from anywhere else. Findings for the coordinator alone are left out. The same input gives the
    same document.
    """
    parts = meeting_parts(network, ground, findings, language)
    inside = one_file(parts.stylesheets, parts.scripts)
    return render(
        "meeting_document.html",
        language=language.value,
        parts=parts,
        policy=inside.policy,
        styles=inside.styles,
        scripts=inside.scripts,
    )
