"""Overlaps of bodies as text for people and CSV for spreadsheets."""

from __future__ import annotations

from collections.abc import Sequence

from netmap.analyses.overlaps.shared import Overlap
from netmap.findings.words import names
from netmap.language import Language, Text, decimal
from netmap.views.csv_text import csv_text

_NONE = Text(
    de="Keine Überschneidungen mit diesen Angaben.", en="No overlaps with these thresholds."
)
_LINE = Text(
    de="{first} und {second}: {shared} gemeinsam von {sizes[0]} und {sizes[1]} "
    "(Jaccard {jaccard}){nested}: {items}",
    en="{first} and {second}: {shared} shared of {sizes[0]} and {sizes[1]} "
    "(Jaccard {jaccard}){nested}: {items}",
)
_NESTED = Text(de=", eines ist Teil des anderen", en=", one is part of the other")


def overlaps_text(overlaps: Sequence[Overlap], language: Language) -> str:
    """One line an overlap, in the order given."""
    if not overlaps:
        return _NONE.in_language(language)
    return "\n".join(
        _LINE.format(
            first=overlap.names[0],
            second=overlap.names[1],
            shared=overlap.shared,
            sizes=overlap.sizes,
            jaccard=decimal(f"{overlap.jaccard:.2f}"),
            items=names(overlap.shared_names),
            nested=_NESTED if overlap.nested else "",
        ).in_language(language)
        for overlap in overlaps
    )


def overlaps_csv(overlaps: Sequence[Overlap]) -> str:
    """A row an overlap, one value a cell; shared ids stand in one cell, spaces between."""
    header = [
        "body_1",
        "body_2",
        "name_1",
        "name_2",
        "size_1",
        "size_2",
        "shared",
        "shared_ids",
        "shared_names",
        "jaccard",
        "overlap_coefficient",
        "containment_1",
        "containment_2",
        "nested",
    ]
    return csv_text(
        header,
        (
            (
                *overlap.bodies,
                *overlap.names,
                *overlap.sizes,
                overlap.shared,
                " ".join(overlap.shared_ids),
                "; ".join(overlap.shared_names),
                overlap.jaccard,
                overlap.overlap_coefficient,
                *overlap.containment,
                "true" if overlap.nested else "false",
            )
            for overlap in overlaps
        ),
    )
