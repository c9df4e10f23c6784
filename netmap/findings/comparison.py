"""Findings of two networks side by side: which questions are settled, and which are new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from netmap.analyses.comparison.change import Aspect, Change, ChangeType
from netmap.findings.finding import Finding
from netmap.network import Network


def finding_changes(
    before: Iterable[Finding], after: Iterable[Finding], now: Network
) -> Iterator[Change]:
    """Findings that came or went; the same kind about the same subjects is the same finding.

    A question that is no longer asked about somebody who is still there is an improvement, and so
    is something that works well and is new.
    """
    old, new = ({each.id: each for each in found} for found in (before, after))
    for each in new.keys() - old.keys():
        yield _row(new[each], ChangeType.CAME, improvement=new[each].positive)
    for each in old.keys() - new.keys():
        there = all(
            subject.id in now.actor_index or subject.type.value == "network"
            for subject in old[each].subjects
        )
        yield _row(old[each], ChangeType.WENT, improvement=there and not old[each].positive)


def _row(finding: Finding, change: ChangeType, *, improvement: bool) -> Change:
    return Change(
        aspect=Aspect.FINDING,
        change=change,
        ids=tuple(subject.id for subject in finding.subjects),
        names=tuple(subject.name for subject in finding.subjects),
        improvement=improvement,
        text=finding.title,
    )
