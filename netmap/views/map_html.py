"""The map as one HTML document that opens from disk and asks nobody for anything."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache

from markupsafe import Markup

from netmap.findings.finding import Finding
from netmap.language import Language
from netmap.network import Network
from netmap.resources import folder
from netmap.views.map_base import map_base
from netmap.views.map_choice import EVERYTHING, MapChoice
from netmap.views.map_parts import SCRIPTS, STYLESHEETS, parts_of
from netmap.views.map_templates import render

_FILE_STYLESHEETS = ("map/document.css", *STYLESHEETS)
_FONTS = {400: "FiraSans-Regular.woff2", 600: "FiraSans-SemiBold.woff2"}


def map_document(
    network: Network,
    findings: Sequence[Finding],
    language: Language,
    *,
    beside: Network | None = None,
    choice: MapChoice = EVERYTHING,
) -> str:
    """The map of a network with all its scripts, styles and data in one document.

    A policy in the document allows exactly these scripts and styles, by their hashes, and nothing
    from anywhere else. Findings for the coordinator alone are left out. The same input gives the
    same document; about one second for 1,400 actors. ``beside`` is as of `map_parts`;
    what is chosen is what the document opens with.
    """
    base = map_base(network, language, beside, arrangement=choice.arrangement, still=choice.still)
    parts = parts_of(base, findings, choice=choice, beside=beside)
    styles = [_fonts(), *(_asset(path) for path in _FILE_STYLESHEETS)]
    scripts = [_asset(path) for path in SCRIPTS]
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(scripts)}",
            f"style-src {_hashes(styles)}",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return render(
        "map_document.html",
        language=language.value,
        parts=parts,
        policy=policy,
        styles=styles,
        scripts=scripts,
    )


def _hashes(blocks: Sequence[str]) -> str:
    digests = (hashlib.sha256(block.encode("utf-8")).digest() for block in blocks)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)


@cache
def _fonts() -> Markup:
    """The typeface of KERN UX, so that names on the map are as wide everywhere."""
    faces = []
    for weight, file in _FONTS.items():
        font = (folder("web") / "static" / "vendor" / "kern-ux" / file).read_bytes()
        data = base64.b64encode(font).decode("ascii")
        faces.append(
            f'@font-face {{ font-family: "Fira Sans"; font-weight: {weight}; '
            f'src: url("data:font/woff2;base64,{data}") format("woff2"); }}'
        )
    return Markup("\n".join(faces))  # noqa: S704 (files of this package, as base64)


@cache
def _asset(path: str) -> Markup:
    """A script or style sheet of ours as it can stand inside its element.

    Raises:
        ValueError: Something in the file would end the element early.
    """
    # The parser reads line ends as newlines before it hashes.
    text = (folder("web") / "static" / path).read_text("utf-8").replace("\r\n", "\n")
    lowered = text.casefold()
    if any(sign in lowered for sign in ("</script", "</style", "<!--")):
        raise ValueError(f"{path} cannot stand inside a document")
    return Markup(text)  # noqa: S704 (a file of this package, checked above)
