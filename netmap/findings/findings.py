"""All findings about a network: what works well first, then suggestions by importance."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from netmap.analyses.missing.expectations import EVERY_RULE
from netmap.analyses.missing.link import MissingLinkRule
from netmap.findings import (
    about_ad_hoc,
    about_bilateral,
    about_bridges,
    about_coordination,
    about_exchange,
    about_flow,
    about_houses,
    about_isolation,
    about_lines,
    about_overlap,
    about_overlap_groups,
    about_participation,
    about_reports,
    about_returns,
    about_strengths,
    about_subgroups,
    about_succession,
)
from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.findings.material import Material
from netmap.findings.thresholds import Thresholds
from netmap.network import Network

_SOURCES = (
    about_strengths.exchange,
    about_strengths.bodies,
    about_strengths.between_levels,
    about_overlap_groups.groups,
    about_overlap.overlaps,
    about_overlap.same_topics,
    about_subgroups.subgroups,
    about_succession.successions,
    about_ad_hoc.lasting_ad_hoc,
    about_lines.to_politics,
    about_lines.to_steering,
    about_participation.sector_not_in_steering,
    about_returns.from_politics,
    about_returns.along_lines,
    about_houses.steering_seats,
    about_isolation.isolation,
    about_flow.ways,
    about_bridges.important_bridges,
    about_bilateral.bilateral_ties,
    about_exchange.missing_exchange,
    about_coordination.without_coordination,
    about_coordination.without_regular_coordination,
    about_coordination.offices_without_contact,
    about_reports.one_sided,
    about_reports.not_renewed,
)


def findings(
    network: Network,
    *,
    thresholds: Thresholds | None = None,
    rules: frozenset[MissingLinkRule] = EVERY_RULE,
) -> list[Finding]:
    """Suggestions to talk about, what works well first.

    Dissolved and merged bodies and actors that stay outside on purpose are not talked about; that
    somebody does so is a finding marked ``confidential``, which the caller shows to the
    coordinating office alone.

    Args:
        network: Snapshot at one date.
        thresholds: From when on findings speak; the defaults where none are given.
        rules: Rules of missing exchange that are not switched off.

    Returns:
        By kind in the order of `FindingKind`; within a kind by descending strength (persons by
        name), then in the order of the analysis behind it, which ends with ids. Of each kind at
        most ``findings_per_kind``; ``total_of_kind`` counts all.

    >>> network = Network.from_pairs([
    ...     (person, body) for person in ("ada", "bo", "cy") for body in ("youth", "sport")
    ... ])
    >>> found = findings(network)
    >>> [(each.kind.value, each.strength) for each in found]
    [('overlap', 1.0), ('exchange_not_recorded', 1.0)]
    >>> print(found[0].suggestion.en)
    Possible overlap: "sport" and "youth" share 3 of 3 members. Topics of "sport" and "youth" are
    not recorded yet. Could a joint meeting be a relief? Or, if their task is the same, could one of
    the two bodies bring the work together? Both would gain: fewer meetings for the common members,
    and a shared state of affairs. Please confirm, supplement or revise this.
    >>> findings(Network.from_pairs([]))
    []
    """
    limits = thresholds or Thresholds()
    material = Material(network, limits, rules)
    by_kind: dict[FindingKind, list[Finding]] = defaultdict(list)
    for source in _SOURCES:
        for each in source(material):
            by_kind[each.kind].append(each)
    shown: list[Finding] = []
    for kind in FindingKind:
        found = by_kind[kind]
        if kind.ranks:
            found.sort(key=lambda each: -each.strength)
        shown.extend(each.model_copy(update={"total_of_kind": len(found)}) for each in found)
    return first_of_each_kind(shown, limits.findings_per_kind)


def first_of_each_kind(found: Iterable[Finding], most: int) -> list[Finding]:
    """At most ``most`` findings of each kind, in the order given."""
    taken: Counter[FindingKind] = Counter()
    shown: list[Finding] = []
    for each in found:
        taken[each.kind] += 1
        if taken[each.kind] <= most:
            shown.append(each)
    return shown
