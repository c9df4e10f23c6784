"""What findings say about a network beyond an analysis' rows: names, topics, meeting places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from netmap.analyses.ad_hoc import LastingAdHocBody, lasting_ad_hoc_bodies
from netmap.analyses.isolation.isolates import isolates
from netmap.analyses.isolation.rows import Isolate
from netmap.analyses.missing.exchange import missing_exchange
from netmap.analyses.missing.expectations import EVERY_RULE
from netmap.analyses.missing.ground import Ground
from netmap.analyses.missing.link import MissingLink, MissingLinkRule
from netmap.analyses.overlaps.kinds import OverlapKind
from netmap.analyses.overlaps.side_by_side import PartOverlap
from netmap.analyses.overlaps.significance.tested import Significance, significance_by_sizes
from netmap.analyses.overlaps.structure import StructureOverlap, structure_overlap
from netmap.analyses.representation import actor_type
from netmap.findings.finding import Finding, Subject, SubjectType, finding
from netmap.findings.kinds import FindingKind
from netmap.findings.thresholds import Thresholds
from netmap.findings.words import quoted
from netmap.language import Text
from netmap.network import ABSENT, Network


@dataclass(frozen=True, eq=False)
class Material:
    """One network and the thresholds, with what several kinds of findings look up in it."""

    network: Network
    thresholds: Thresholds
    rules: frozenset[MissingLinkRule] = EVERY_RULE

    @cached_property
    def ground(self) -> Ground:
        """Who acts for whom, who meets where."""
        return self.network.once(Ground)

    @cached_property
    def isolates(self) -> list[Isolate]:
        """Who stands apart."""
        years = self.thresholds.tie_renewal_years
        return self.network.once(isolates, outdated_years=years)

    @cached_property
    def missing(self) -> dict[MissingLinkRule, list[MissingLink]]:
        """Links that one would expect, by rule."""
        found: dict[MissingLinkRule, list[MissingLink]] = defaultdict(list)
        expected = self.thresholds.expectations(self.rules)
        for row in self.network.once(missing_exchange, expected):
            found[row.rule].append(row)
        return found

    @cached_property
    def all_structures(self) -> list[StructureOverlap]:
        """Pairs of bodies that overlap, ascending by ids; some of them may not be spoken of."""
        found = structure_overlap(self.network, limits=self.thresholds.overlap_limits)
        return sorted(found, key=lambda row: row.bodies)

    @cached_property
    def significances(self) -> dict[tuple[int, int, int], Significance]:
        """How unlikely common members are by chance, by both sizes and their number."""
        return significance_by_sizes(self.network)

    @cached_property
    def structures(self) -> list[StructureOverlap]:
        """Pairs that are there at the date, no succession, and may be spoken of."""
        return [
            row
            for row in self.all_structures
            if row.kind is not OverlapKind.SUCCESSION
            and self.spoken_of(*(self.index(body) for body in row.bodies))
        ]

    def is_enough(self, part: PartOverlap) -> bool:
        """Whether two bodies share so much of one part that a finding speaks."""
        limits = self.thresholds
        return (
            part.jaccard is not None
            and part.shared >= limits.overlap_min_shared
            and part.jaccard >= limits.overlap_min_jaccard
        )

    def speaks(self, row: StructureOverlap) -> bool:
        """Whether two bodies share so many members or organisations that a finding speaks."""
        return self.is_enough(row.members) or self.is_enough(row.organizations)

    @cached_property
    def lasting(self) -> dict[int, LastingAdHocBody]:
        """Ad hoc bodies whose occasion may have passed; those required by law are left alone."""
        return {
            self.index(row.id): row
            for row in lasting_ad_hoc_bodies(self.network, years=self.thresholds.ad_hoc_years)
            if self.spoken_of(self.index(row.id))
            and not self.value(self.index(row.id), "legal_basis")
        }

    @cached_property
    def topics(self) -> dict[int, set[int]]:
        """Topics of each actor and those of who works for it."""
        network = self.network
        found: dict[int, set[int]] = defaultdict(set)
        for actor, topic in zip(
            network.works_on.source.tolist(), network.works_on.target.tolist(), strict=True
        ):
            found[actor].add(topic)
            if network.houses[actor] != ABSENT:
                found[int(network.houses[actor])].add(topic)
        return found

    @cached_property
    def offices(self) -> list[int]:
        """Coordinating offices of the network, ascending."""
        return self.ground.offices

    @cached_property
    def _columns(self) -> dict[str, tuple[Any, ...]]:
        return {}

    def values(self, field: str) -> tuple[Any, ...]:
        """One field of every actor, by index."""
        if field not in self._columns:
            self._columns[field] = self.network.values(field)
        return self._columns[field]

    def value(self, actor: int, field: str) -> Any:
        """One field of one actor."""
        return self.values(field)[actor]

    def index(self, actor_id: str) -> int:
        """Index of an actor."""
        return self.network.actor_index[actor_id]

    def names(self, actors: Iterable[int]) -> list[str]:
        """Names of actors, in their order; the function of a person who is not named."""
        return [self.network.labels[actor] for actor in actors]

    def names_of(self, actor_ids: Iterable[str]) -> list[str]:
        """Names of actors by id."""
        return self.names(self.network.actor_index[each] for each in actor_ids)

    def name(self, actor: int) -> Text:
        """How a suggestion calls an actor, in quotation marks."""
        return quoted(self.called(actor))

    def called(self, actor: int) -> str:
        """How a suggestion calls an actor: a person by its function where that is recorded."""
        return self.value(actor, "function") or self.network.labels[actor]

    def topic_names(self, topics: Iterable[int]) -> list[str]:
        """Names of topics, in the order of their ids."""
        return [self.network.topic_names[topic] for topic in sorted(topics)]

    def topic_names_of(self, topic_ids: Iterable[str]) -> list[str]:
        """Names of topics by id; those that are not there are left out."""
        there = self.network.topic_index
        return [self.network.topic_names[there[each]] for each in topic_ids if each in there]

    def subject(self, actor: int) -> Subject:
        """An actor as the subject of a finding."""
        return Subject(
            id=self.network.actor_ids[actor],
            name=self.called(actor),
            type=SubjectType(actor_type(self.network, actor).value),
        )

    def spoken_of(self, *actors: int) -> bool:
        """Whether findings may speak about actors: none of them is gone or stays outside."""
        return self.ground.silent.isdisjoint(actors)

    def finding(
        self,
        kind: FindingKind,
        actors: Sequence[int],
        suggestion: Iterable[Text],
        *,
        evidence: Iterable[Text],
        strength: float,
        aside: Collection[Text] = (),
    ) -> Finding:
        """A finding about actors; for ``aside`` see `netmap.findings.finding.finding`."""
        return finding(
            kind,
            [self.subject(actor) for actor in actors],
            suggestion,
            evidence=evidence,
            strength=strength,
            thresholds=self.thresholds,
            aside=aside,
        )

    def meeting_places(self, topics: set[int]) -> list[int]:
        """Bodies that work on some topics and are there to stay, most common topics first."""
        common = Counter(body for topic in topics for body in self._bodies_on.get(topic, ()))
        return sorted(common, key=lambda body: (-common[body], body))

    @cached_property
    def _bodies_on(self) -> dict[int, list[int]]:
        """Bodies on each topic that are there to stay."""
        found: dict[int, list[int]] = defaultdict(list)
        for body in self.network.bodies.tolist():
            if self.spoken_of(body) and body not in self.lasting:
                for topic in self.topics.get(body, ()):
                    found[topic].append(body)
        return found

    @cached_property
    def in_exchange_with(self) -> dict[int, list[int]]:
        """With whom each actor is in exchange, ascending; persons' ties count for their house."""
        found: dict[int, list[int]] = defaultdict(list)
        for a, b in sorted(self.ground.exchange):
            found[a].append(b)
            found[b].append(a)
        return {actor: sorted(others) for actor, others in found.items()}
