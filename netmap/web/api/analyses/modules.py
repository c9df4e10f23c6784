"""The routes of all analyses, one module a question, with examples of what they answer."""

from __future__ import annotations

from pydantic import BaseModel

from netmap.web.api.analyses import (
    bridges,
    communities,
    compare,
    findings,
    flow,
    isolates,
    load,
    missing,
    overlap_query,
    overlap_significance,
    overlaps,
    participation,
    strengths,
    summary,
)

ANALYSES = (
    summary,
    overlaps,
    overlap_query,
    overlap_significance,
    isolates,
    participation,
    missing,
    flow,
    bridges,
    load,
    communities,
    strengths,
    compare,
    findings,
)
"""Modules with a ``router`` and ``EXAMPLES`` by operation id."""

EXAMPLES_OF_ANALYSES: dict[str, BaseModel] = {
    name: example for module in ANALYSES for name, example in module.EXAMPLES.items()
}
