"""The map as PDF: the sheet for paper, set by typst."""

from __future__ import annotations

import typst

from netmap.language import Language
from netmap.views.map_sheet import HEIGHT, WIDTH

# Words of users come in as data, never as markup.
_DOCUMENT = f"""
#set document(title: sys.inputs.title)
#set page(width: {WIDTH:g}mm, height: {HEIGHT:g}mm, margin: 0mm)
#set text(lang: sys.inputs.lang)
#image(bytes(sys.inputs.svg), format: "svg", width: 100%, alt: sys.inputs.title)
"""


def map_pdf(sheet: str, title: str, language: Language) -> bytes:
    """The sheet that `map_sheet` draws, as a PDF of one page A3 with a tagged picture."""
    return typst.compile(
        _DOCUMENT.encode(),
        sys_inputs={"svg": sheet, "title": title, "lang": language.value},
        ignore_system_fonts=True,
        format="pdf",
    )
