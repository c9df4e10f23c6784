"""What a chart shows, before it is drawn: bars with their parts, and the table of its numbers."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.views.exports.tables import Cell


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; as many values as the chart has series."""

    label: str
    values: tuple[float, ...]

    @property
    def total(self) -> float:
        """What all parts make together."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in one language.

    Attributes:
        name: Part of its address, and of the names of its files.
        lead: What it shows, and what it does not say.
        series: What the parts of bars are; one where bars have no parts.
        bars: From top to bottom.
        shares: Bars are equally long and show shares; labels stay counts.
        head: Head of the table.
        lines: Lines of the table: all numbers, also those for which the drawing has no room.
        note: What a reader has to know besides; empty for nothing.
    """

    name: str
    title: str
    lead: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    head: tuple[str, ...]
    lines: tuple[tuple[Cell, ...], ...]
    shares: bool = False
    note: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not any(bar.total for bar in self.bars)


def counted(
    name: str,
    *,
    title: str,
    lead: str,
    of: str,
    series: tuple[str, ...],
    bars: tuple[Bar, ...],
    shares: bool = False,
    note: str = "",
) -> Chart:
    """A chart whose table holds the numbers of its bars, and nothing else.

    >>> bars = (Bar("a", (1, 2)),)
    >>> chart = counted("x", title="", lead="", of="Who", series=("m", "n"), bars=bars)
    >>> chart.head, chart.lines
    (('Who', 'm', 'n'), (('a', 1, 2),))
    """
    return Chart(
        name=name,
        title=title,
        lead=lead,
        series=series,
        bars=bars,
        shares=shares,
        note=note,
        head=(of, *series),
        lines=tuple((bar.label, *bar.values) for bar in bars),
    )
