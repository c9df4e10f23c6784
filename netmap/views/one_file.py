"""A page as one HTML file: its scripts and styles inside, and a policy that names each of them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from netmap.resources import folder

_FONTS = {400: "FiraSans-Regular.woff2", 600: "FiraSans-SemiBold.woff2"}


@dataclass(frozen=True, slots=True)
class OneFile:
    """What stands inside a file that opens from disk.

    Attributes:
        styles: Style sheets, the typeface first.
        scripts: Scripts, in the order in which they have to run.
        policy: Allows exactly these, by their hashes, and nothing from anywhere else.
    """

    styles: tuple[Markup, ...]
    scripts: tuple[Markup, ...]
    policy: str


def one_file(stylesheets: Sequence[str], scripts: Sequence[str]) -> OneFile:
    """Style sheets and scripts of ours, by their paths below the folder of static files.

    Raises:
        ValueError: Something in one of them would end its element early.
    """
    styles = (_fonts(), *(_asset(path) for path in stylesheets))
    code = tuple(_asset(path) for path in scripts)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hashes(code)}",
            f"style-src {_hashes(styles)}",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return OneFile(styles, code, policy)


def _hashes(blocks: Sequence[str]) -> str:
    digests = (hashlib.sha256(block.encode("utf-8")).digest() for block in blocks)
    return " ".join(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)


@cache
def _fonts() -> Markup:
    """The typeface of KERN UX, so that names are as wide everywhere."""
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
    # The parser reads line ends as newlines before it hashes.
    text = (folder("web") / "static" / path).read_text("utf-8").replace("\r\n", "\n")
    lowered = text.casefold()
    if any(sign in lowered for sign in ("</script", "</style", "<!--")):
        raise ValueError(f"{path} cannot stand inside a document")
    return Markup(text)  # noqa: S704 (a file of this package, checked above)
