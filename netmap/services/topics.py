"""Use case of looking at topics: who works on each, where talks might be missing or double."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.analyses.missing.expectations import Expectations
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.overlaps.limits import OverlapLimits
from netmap.analyses.overlaps.structure import StructureOverlap
from netmap.analyses.topics import AbsentSector, TopicStanding, topic_standings
from netmap.dates import Period
from netmap.errors import RecordNotFoundError
from netmap.findings.finding import Finding, FindingKind, finding_id
from netmap.language import Language
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.insights import InsightService
from netmap.views.directory import TopicEntry, directory

_KIND_OF = {
    MissingLinkRule.SHARED_TOPIC_WITHOUT_EXCHANGE: FindingKind.MISSING_EXCHANGE,
    MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY: (
        FindingKind.BILATERAL_TIES_WITHOUT_COMMON_BODY
    ),
}
_OVERLAP_KINDS = (FindingKind.OVERLAP, FindingKind.SAME_TOPICS, FindingKind.SUBGROUP)


@dataclass(frozen=True, slots=True)
class TopicTold:
    """One topic with who works on it, possible gaps and possible overlaps.

    Attributes:
        without_body: Somebody works on it, and no body is recorded for it.
        missing: Findings about exchange on it that is not recorded.
        absent_sectors: Sectors from which nobody is recorded for it.
        overlaps: Pairs of its bodies that overlap enough to talk about.
    """

    topic: TopicEntry
    without_body: bool
    missing: tuple[Finding, ...]
    absent_sectors: tuple[AbsentSector, ...]
    overlaps: tuple[StructureOverlap, ...]

    @property
    def gaps(self) -> int:
        """How many gaps there might be."""
        return self.without_body + len(self.missing) + len(self.absent_sectors)


class TopicService:
    """Tells topics from the analyses and findings of a network.

    Of missing exchange as many points as findings make of it, a few for each actor: a topic on
    which twenty work knows two hundred pairs. What people marked as intended stays quiet here too.
    """

    def __init__(self, insights: InsightService) -> None:
        """Ask ``insights``."""
        self._insights = insights

    def all(
        self,
        principal: Principal,
        network_id: str,
        *,
        language: Language,
        as_of: Period | None = None,
    ) -> list[TopicTold]:
        """Every topic of a network, by name."""
        insights, limits = self._insights, self._insights.thresholds
        told = insights.ask(principal, network_id, as_of, directory, language)
        standings = insights.ask(
            principal,
            network_id,
            as_of,
            _standings,
            expected=insights.expectations,
            limits=limits.overlap_limits,
            sector_min_partners=limits.sector_min_partners,
        )
        found = insights.findings(principal, network_id, as_of=as_of, complete=True)
        speaking = {each.id: each for each in found}
        quiet = {each.id for each in insights.quiet_findings(principal, network_id, as_of=as_of)}
        topics = []
        for topic in told.topics:
            standing = standings[topic.id]
            topics.append(
                TopicTold(
                    topic=topic,
                    without_body=standing.row.without_body,
                    missing=tuple(speaking[each] for each in standing.asked if each in speaking),
                    absent_sectors=standing.row.absent_sectors,
                    overlaps=tuple(row for row, ids in standing.overlaps if quiet.isdisjoint(ids)),
                )
            )
        return topics

    def one(
        self,
        principal: Principal,
        network_id: str,
        topic_id: str,
        *,
        language: Language,
        as_of: Period | None = None,
    ) -> TopicTold:
        """One topic.

        Raises:
            RecordNotFoundError: There is no such topic.
        """
        for each in self.all(principal, network_id, language=language, as_of=as_of):
            if each.topic.id == topic_id:
                return each
        raise RecordNotFoundError(network_id=network_id, record_id=topic_id)


@dataclass(frozen=True, slots=True)
class _Standing:
    """A topic with the ids of the findings that speak of what it lacks and of its overlaps."""

    row: TopicStanding
    asked: tuple[str, ...]
    overlaps: tuple[tuple[StructureOverlap, frozenset[str]], ...]


def _standings(
    network: Network, *, expected: Expectations, limits: OverlapLimits, sector_min_partners: int
) -> dict[str, _Standing]:
    found = topic_standings(
        network, expected=expected, limits=limits, sector_min_partners=sector_min_partners
    )
    return {
        row.topic_id: _Standing(
            row,
            tuple(dict.fromkeys(map(_asked_as, row.missing))),
            tuple(
                (pair, frozenset(finding_id(kind, pair.bodies) for kind in _OVERLAP_KINDS))
                for pair in row.overlaps
            ),
        )
        for row in found
    }


def _asked_as(link: MissingLink) -> str:
    """Id of the finding that a link that one would expect is asked about with, if it is."""
    ends = [link.source_id]
    if link.rule is MissingLinkRule.BILATERAL_TIES_WITHOUT_COMMON_BODY:
        ends += link.other_ids
    elif link.target_id is not None:
        ends.append(link.target_id)
    return finding_id(_KIND_OF[link.rule], ends)
