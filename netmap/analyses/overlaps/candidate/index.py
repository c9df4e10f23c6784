"""A network held ready for the question: what would a body overlap that does not exist yet?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from netmap.analyses.overlaps.candidate.answer import (
    CandidateAnswer,
    CandidateOverlap,
    RecognizedTopic,
    UnknownName,
    UnknownReason,
)
from netmap.analyses.overlaps.candidate.bodies import Bodies
from netmap.analyses.overlaps.candidate.held import PARTS, Held, Shared, largest
from netmap.analyses.overlaps.candidate.invitations import Partners
from netmap.analyses.overlaps.candidate.meetings import meeting_options
from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.analyses.overlaps.candidate.names import Names, mentioned
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.network import ABSENT, Network

MOST = 10
"""Rows of each kind: as many as people look through."""
_LONGEST_GIVEN = 200


@dataclass(frozen=True, slots=True, eq=False)
class CandidateIndex:
    """A network at a date, indexed once and asked often: ``CandidateIndex.of(network).query(…)``.

    It depends on nothing but the network and never changes, so whoever keeps it for as long as the
    revision stays the same asks without building anything, from any number of threads.
    """

    network: Network
    bodies: Bodies
    actors: Names
    topics: Names
    partners: Partners

    @classmethod
    def of(cls, network: Network) -> CandidateIndex:
        """The index of a network.

        Cost: O(s log s) for s seats and pieces of work, and a hash of every name.
        """
        return cls(
            network=network,
            bodies=Bodies.of(network),
            actors=Names.of_actors(network),
            topics=Names.of_topics(network),
            partners=Partners.of(network),
        )

    def query(self, candidate: Candidate, *, most: int = MOST) -> CandidateAnswer:
        """What the network says to a body that does not exist yet.

        How much it overlaps each body is told by members, by organisations and by topics, each
        for itself as between bodies that exist; there is no score over all of them. Dissolved and
        merged bodies and those that stay outside on purpose are not spoken of.

        Args:
            candidate: What is known of the body.
            most: Most rows of each kind, at least 1; ``total_of_kind`` says how many there are.

        Returns:
            Overlaps by the largest Jaccard index of their parts, then by the second, then by the
            third, then by id: no part weighs more than another. Meetings and invitations as
            `meeting_options` and `Partners.invitations` order them. Names that were not found or
            fit several things count for nothing and are rows of their own.

        Cost: O(|bodies| + seats of all that is named + actors), milliseconds in a whole country.

        >>> network = Network.from_pairs([("ada", "youth"), ("bo", "youth"), ("bo", "sport")])
        >>> index = CandidateIndex.of(network)
        >>> answer = index.query(Candidate(members=("Bo", "Cy")))
        >>> [(row.id, row.members.shared_names, row.members.jaccard) for row in answer.overlaps]
        [('sport', ('bo',), 1.0), ('youth', ('bo',), 0.5)]
        >>> [(row.given, row.reason.value) for row in answer.unknown]
        [('Cy', 'not_found')]
        """
        held, recognized, unknown = self._held(candidate)
        shared = Shared.of(held, self.bodies.parts, self.bodies.spoken_of)
        on_topics = shared.bodies[shared.counts[PARTS.index(OverlapBy.TOPICS)] > 0]
        return CandidateAnswer(
            unknown=tuple(unknown),
            recognized=tuple(
                RecognizedTopic(id=self.topics.ids[each], name=self.topics.labels[each])
                for each in sorted(recognized)
            ),
            overlaps=tuple(self._overlaps(held, shared, most)),
            meetings=tuple(meeting_options(self.bodies, held, shared, most)),
            invitations=tuple(self.partners.invitations(held, on_topics, most=most)),
        )

    def _held(self, candidate: Candidate) -> tuple[Held, set[int], list[UnknownName]]:
        """What a candidate names, by number; topics that its text mentions; what is unknown."""
        network, is_person = self.network, self.network.person_mask
        members, unknown = self.actors.resolved("members", candidate.members)
        organizations, more = self.actors.resolved(
            "organizations", candidate.organizations, among=~is_person
        )
        unknown += more
        for member in members:
            house = int(network.houses[member]) if is_person[member] else member
            if house != ABSENT:
                organizations.add(house)
        topics, more = self.topics.resolved("topics", candidate.topics)
        unknown += more
        recognized: set[int] = set()
        if not candidate.topics:
            text = f"{candidate.name}\n{candidate.purpose}"
            recognized = mentioned(network.topic_names, text)
            if candidate.purpose and not recognized:
                unknown.append(
                    UnknownName(
                        part="purpose",
                        given=candidate.purpose[:_LONGEST_GIVEN],
                        reason=UnknownReason.NO_TOPIC_MENTIONED,
                    )
                )
        return Held.of(members, organizations, topics | recognized), recognized, unknown

    def _overlaps(self, held: Held, shared: Shared, most: int) -> list[CandidateOverlap]:
        chosen = largest(shared.jaccard.max(axis=0), most)
        jaccard = shared.jaccard[:, chosen]
        bodies, best = shared.bodies[chosen], jaccard.argmax(axis=0)
        ranked = -np.sort(-jaccard, axis=0)
        order = np.lexsort((bodies, -ranked[2], -ranked[1], -ranked[0]))
        return [
            CandidateOverlap(
                kind="overlap",
                **self.bodies.beside(int(bodies[place]), held),
                best_part=PARTS[int(best[place])],
                total_of_kind=len(shared.bodies),
            )
            for place in order[:most].tolist()
        ]
