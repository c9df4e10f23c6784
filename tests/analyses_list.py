"""Every analysis of a network that there is: what is said of all of them is tried on each.

A new analysis is added here. One that needs more than a network stands as a `partial` of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from netmap.analyses.ad_hoc import lasting_ad_hoc_bodies
from netmap.analyses.bridges import bridges
from netmap.analyses.communities import communities
from netmap.analyses.comparison.compare import compare
from netmap.analyses.comparison.measures import measure_changes
from netmap.analyses.flow import flow
from netmap.analyses.isolation.core import core_positions
from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.load import load
from netmap.analyses.missing.candidates import link_candidates
from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.paths import missing_exchange_with_paths
from netmap.analyses.overlaps.groups import overlap_groups
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.shared import (
    function_overlap,
    member_overlap,
    organization_overlap,
    overlap,
    person_overlap,
    target_group_overlap,
    topic_overlap,
)
from netmap.analyses.overlaps.significance.tested import overlap_significance
from netmap.analyses.overlaps.structure import structure_overlap
from netmap.analyses.participation.bodies import body_balance
from netmap.analyses.participation.levels import participation
from netmap.analyses.participation.seated import ParticipationBy
from netmap.analyses.rhythm import exchange_rhythm
from netmap.analyses.strength_rows import strengths
from netmap.analyses.strengths import level_bridges, regular_exchange, well_connected_bodies
from netmap.analyses.summary import summary
from netmap.analyses.topics import topic_standings
from netmap.network import Network

ANALYSES: list[Callable[[Network], Any]] = [
    partial(overlap, by=OverlapBy.MEMBERS, min_jaccard=0.5),
    member_overlap,
    organization_overlap,
    person_overlap,
    topic_overlap,
    function_overlap,
    target_group_overlap,
    structure_overlap,
    overlap_groups,
    overlap_significance,
    partial(overlap_significance, by=OverlapBy.TOPICS),
    isolates,
    core_positions,
    exchange_rhythm,
    missing_exchange,
    missing_exchange_with_paths,
    link_candidates,
    bridges,
    partial(bridges, min_part=1, measured=True),
    flow,
    load,
    partial(load, functions_only=True),
    communities,
    strengths,
    partial(compare, after=Network.from_records([])),
    partial(measure_changes, after=Network.from_records([])),
    regular_exchange,
    well_connected_bodies,
    level_bridges,
    lasting_ad_hoc_bodies,
    participation,
    body_balance,
    partial(participation, by=ParticipationBy.CLASSIFICATION),
    partial(body_balance, by=ParticipationBy.ENGAGEMENT),
    summary,
    topic_standings,
]
