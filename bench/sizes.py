"""How large made-up networks are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How many records of each kind."""

    municipalities: int
    organizations: int
    bodies: int
    persons: int
    memberships: int
    topics: int
    exchange_ties: int
    works_on: int
    reporting_lines: int


SIZES = {
    "state": Size(
        municipalities=53,
        organizations=16_000,
        bodies=3_200,
        persons=32_000,
        memberships=60_000,
        topics=40,
        exchange_ties=4_000,
        works_on=4_000,
        reporting_lines=800,
    ),
    "city": Size(
        municipalities=1,
        organizations=300,
        bodies=100,
        persons=1_000,
        memberships=1_500,
        topics=20,
        exchange_ties=300,
        works_on=400,
        reporting_lines=60,
    ),
    "land": Size(
        municipalities=400,
        organizations=120_000,
        bodies=24_000,
        persons=240_000,
        memberships=450_000,
        topics=40,
        exchange_ties=30_000,
        works_on=30_000,
        reporting_lines=6_000,
    ),
    "county": Size(
        municipalities=4,
        organizations=1_200,
        bodies=400,
        persons=3_400,
        memberships=5_000,
        topics=20,
        exchange_ties=1_000,
        works_on=1_200,
        reporting_lines=200,
    ),
    "tiny": Size(
        municipalities=2,
        organizations=16,
        bodies=4,
        persons=32,
        memberships=60,
        topics=4,
        exchange_ties=8,
        works_on=8,
        reporting_lines=3,
    ),
}
"""Sizes by name: a large state, 400 municipalities, a county, a large city, and to try out."""
