"""Bars drawn as SVG: colours by class, patterns and numbers beside colour, a title a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from netmap.language import Language
from netmap.views.charts.chart import Bar, Chart
from netmap.views.map_words import number

_WIDTH = 760
_ROW = 34
_BAR = 24
_LABELS = 280
_TOTALS = 64
_LEGEND_ROW = 28
_LETTER = 8.2
"""Mean width of a letter at the size of the labels; a label is shortened before it runs over."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# Marks of the parts of a bar, over their colours; the first is plain.
_PATTERNS = (
    "",
    '<path d="M0 8 8 0M-2 2 2-2M6 10 10 6"/>',
    '<circle cx="4" cy="4" r="1.6"/>',
    '<path d="M0 4H8"/>',
    '<path d="M4 0V8"/>',
    '<path d="M0 0 8 8M8 0 0 8"/>',
    '<path d="M0 0 8 8M-2 6 2 10M6-2 10 2"/>',
)

_STANDALONE = """<style>
svg{background:#fff}text{font-family:"Fira Sans",Arial,sans-serif;font-size:15px;fill:#171a2b}
.nm-chart__value{font-weight:600;paint-order:stroke;stroke:#fff;stroke-width:4px;stroke-linejoin:round}
.nm-chart__title{font-size:19px;font-weight:600}.nm-chart__axis{stroke:#9aa3b2}
.nm-chart pattern>*{fill:none;stroke:#fff;stroke-width:1.6}.nm-chart pattern>circle{fill:#fff}
.nm-c0{fill:#1a56a8}.nm-c1{fill:#b25d00}.nm-c2{fill:#0a7a5a}.nm-c3{fill:#8a3a9a}.nm-c4{fill:#5a6675}
.nm-c5{fill:#a8324a}.nm-c6{fill:#8b8f98}
</style>"""


def drawing(chart: Chart, language: Language, *, standalone: bool = False) -> Markup:
    """The chart as an SVG element; ``standalone`` as a file with its own colours and heading.

    >>> from netmap.views.charts.chart import counted
    >>> chart = counted("x", title="T", lead="L", of="W", series=("n",), bars=(Bar("a", (2,)),))
    >>> text = drawing(chart, Language.EN)
    >>> text.count("<rect"), 'role="img"' in text
    (1, True)
    """
    top = 40 if standalone else 0
    legend, height = _legend(chart, top)
    start = top + height
    parts = [*legend, *_bars(chart, language, start)]
    whole = start + len(chart.bars) * _ROW + 6
    name = f"chart-{chart.name}"
    namespace = ' xmlns="http://www.w3.org/2000/svg"' if standalone else ""
    size = f' width="{_WIDTH}" height="{whole}"' if standalone else ""
    heading = _text(0, 24, chart.title, "nm-chart__title") if standalone else ""
    return Markup(  # noqa: S704 (every text in it is escaped)
        f'<svg class="nm-chart" role="img" viewBox="0 0 {_WIDTH} {whole}"{namespace}{size} '
        f'aria-labelledby="{name}-title {name}-desc">'
        f'<title id="{name}-title">{_escaped(chart.title)}</title>'
        f'<desc id="{name}-desc">{_escaped(chart.lead)}</desc>'
        f"{_STANDALONE if standalone else ''}{_patterns(chart)}{heading}{''.join(parts)}</svg>"
    )


def _patterns(chart: Chart) -> str:
    found = (
        f'<pattern id="{chart.name}-p{each}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f"{_PATTERNS[each]}</pattern>"
        for each in range(1, min(len(chart.series), len(_PATTERNS)))
    )
    return f"<defs>{''.join(found)}</defs>" if len(chart.series) > 1 else ""


def _legend(chart: Chart, top: int) -> tuple[list[str], int]:
    if len(chart.series) < 2:
        return [], 0
    x, y, found = 0.0, top, []
    for each, title in enumerate(chart.series):
        width = 30 + len(title) * _LETTER + 16
        if x and x + width > _WIDTH:
            x, y = 0.0, y + _LEGEND_ROW
        found += [*_part(chart, each, _Box(x, y + 4, 20, 16)), _text(x + 28, y + 17, title)]
        x += width
    return found, y - top + _LEGEND_ROW + 8


def _bars(chart: Chart, language: Language, top: int) -> Iterator[str]:
    room = _WIDTH - _LABELS - _TOTALS
    longest = max((bar.total for bar in chart.bars), default=0) or 1
    for row, bar in enumerate(chart.bars):
        y = top + row * _ROW
        most = int((_LABELS - 14) / _LETTER)
        label = bar.label if len(bar.label) <= most else f"{bar.label[: most - 1].rstrip()}…"
        yield _text(_LABELS - 10, y + 18, label, anchor="end", title=bar.label)
        scale = room / (bar.total or 1) if chart.shares else room / longest
        yield from _bar(chart, bar, y, scale, language)
        end = _LABELS + bar.total * scale + 8
        yield _text(end, y + 18, number(bar.total, language), "nm-chart__value")
    bottom = top + len(chart.bars) * _ROW
    yield f'<path class="nm-chart__axis" d="M{_LABELS} {top}V{bottom}"/>'


def _bar(chart: Chart, bar: Bar, y: int, scale: float, language: Language) -> Iterator[str]:
    x = float(_LABELS)
    for each, value in enumerate(bar.values):
        if not value:
            continue
        width = value * scale
        shown = number(value, language)
        told = f"{bar.label}, {chart.series[each]}: {shown}"
        yield from _part(chart, each, _Box(x, y, width, _BAR), told)
        if value < bar.total and width > len(shown) * _LETTER + 10:
            yield _text(x + width / 2, y + 17, shown, "nm-chart__value", anchor="middle")
        x += width


def _escaped(text: str) -> str:
    """A text as markup; a file with what XML cannot hold would not open at all."""
    return escape(_NOT_XML.sub("\ufffd", text))


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: int
    width: float
    height: int


def _part(chart: Chart, series: int, box: _Box, title: str = "") -> Iterator[str]:
    place = f'x="{box.x:.1f}" y="{box.y}" width="{box.width:.1f}" height="{box.height}"'
    told = f"<title>{_escaped(title)}</title>" if title else ""
    yield f'<rect class="nm-c{series % len(_PATTERNS)}" {place}>{told}</rect>'
    if series % len(_PATTERNS):
        fill = f'fill="url(#{chart.name}-p{series % len(_PATTERNS)})"'
        yield f'<rect {place} {fill} pointer-events="none"/>'


def _text(
    x: float, y: float, text: str, name: str = "", *, anchor: str = "start", title: str = ""
) -> str:
    kind = f' class="{name}"' if name else ""
    end = f' text-anchor="{anchor}"' if anchor != "start" else ""
    told = f"<title>{_escaped(title)}</title>" if title and title != text else ""
    return f'<text x="{x:.1f}" y="{y}"{kind}{end}>{_escaped(text)}{told}</text>'
