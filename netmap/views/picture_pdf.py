"""A partner's own picture as a PDF to hand over, to print or to read aloud."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any, Literal

import typst

from netmap.language import Language
from netmap.views.picture import PICTURE_WORDS, Picture

_STANDARD: Literal["ua-1"] = "ua-1"
"""PDF for universal access."""


def picture_pdf(picture: Picture, language: Language, *, network: str, as_of: str) -> bytes:
    """The picture on A4, tagged for screen readers.

    Args:
        picture: What is recorded.
        language: Of the words around it.
        network: Name of the network.
        as_of: The date at which it is seen, in words.
    """
    data: dict[str, Any] = {
        "name": picture.name,
        "noun": picture.noun.in_language(language),
        "network": network,
        "as_of": as_of,
        "office": picture.office,
        "language": language.value,
        "words": {name: text.in_language(language) for name, text in PICTURE_WORDS.items()},
        "parts": [
            {
                "title": part.title_text.in_language(language),
                "statements": [
                    {"what": each.what, "text": each.text, "note": each.note, "told": each.told}
                    for each in statements
                ],
            }
            for part, statements in picture.parts
        ],
    }
    source = files("netmap.views").joinpath("templates/picture.typ").read_bytes()
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        return _compiled(source, inputs, _STANDARD)
    except typst.TypstError:
        # A name in a script for which no font is at hand: a PDF with gaps is better than none.
        return _compiled(source, inputs, None)


def _compiled(source: bytes, inputs: dict[str, str], standard: Literal["ua-1"] | None) -> bytes:
    return typst.compile(
        source,
        format="pdf",
        sys_inputs=inputs,
        ignore_system_fonts=True,
        pdf_standards=standard,
    )
