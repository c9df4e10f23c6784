"""A network held ready for the question: what would a body overlap that does not exist yet?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.overlaps.candidate.answer import (
    CandidateAnswer,
    CandidateOverlap,
    RecognizedTopic,
    SharedPart,
    UnknownName,
    UnknownReason,
)
from netmap.analyses.overlaps.candidate.held import PARTS, Held, Shared, largest
from netmap.analyses.overlaps.candidate.inverted import InvertedPart
from netmap.analyses.overlaps.candidate.invitations import Partners
from netmap.analyses.overlaps.candidate.meetings import is_standing, meeting_options
from netmap.analyses.overlaps.candidate.model import Candidate
from netmap.analyses.overlaps.candidate.names import Names, mentioned
from netmap.analyses.overlaps.parts import OverlapBy, holdings
from netmap.network import ABSENT, Network
from netmap.vocabulary import Asked, Status

MOST = 10
"""Rows of each kind: as many as people look through."""
_LONGEST_GIVEN = 200
_GONE = frozenset({Status.DISSOLVED, Status.MERGED})


@dataclass(frozen=True, slots=True, eq=False)
class CandidateIndex:
    """A network at a date, indexed once and asked often: ``CandidateIndex.of(network).query(…)``.

    It depends on nothing but the network and never changes, so whoever keeps it for as long as the
    revision stays the same asks without building anything, from any number of threads.
    """

    network: Network
    parts: dict[OverlapBy, InvertedPart]
    actors: Names
    topics: Names
    partners: Partners
    spoken_of: NDArray[np.bool_]
    standing: NDArray[np.bool_]
    meetings: NDArray[np.float64]
    values: dict[str, tuple[Any, ...]]

    @classmethod
    def of(cls, network: Network) -> CandidateIndex:
        """The index of a network.

        Cost: O(s log s) for s seats and pieces of work, and a hash of every name.
        """
        bodies = network.bodies.tolist()
        values = {
            field: tuple(column[body] for body in bodies)
            for field in ("level", "status", "meetings_per_year")
            for column in (network.values(field),)
        }
        asked = network.values("asked")
        spoken_of = [
            status not in _GONE and asked[body] != Asked.LEFT_OUT
            for body, status in zip(bodies, values["status"], strict=True)
        ]
        parts = {part: InvertedPart.of(holdings(network, part)) for part in PARTS}
        return cls(
            network=network,
            parts=parts,
            actors=Names.of_actors(network),
            topics=Names.of_topics(network),
            partners=Partners.of(network),
            spoken_of=np.array(spoken_of, dtype=np.bool_),
            standing=np.array(list(map(is_standing, *values.values())), dtype=np.bool_),
            meetings=np.array([each or 0 for each in values["meetings_per_year"]], dtype=float),
            values=values,
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
        shared = Shared.of(held, self.parts, self.spoken_of)
        return CandidateAnswer(
            unknown=tuple(unknown),
            recognized=tuple(
                RecognizedTopic(id=self.topics.ids[each], name=self.topics.labels[each])
                for each in sorted(recognized)
            ),
            overlaps=tuple(self._overlaps(held, shared, most)),
            meetings=tuple(meeting_options(self, held, shared, most)),
            invitations=tuple(
                self.partners.invitations(
                    held, self.parts[OverlapBy.TOPICS], self.spoken_of, most=most
                )
            ),
        )

    def beside(self, body: int, held: Held) -> dict[str, Any]:
        """The fields that rows about a body have in common."""
        network = self.network
        actor = int(network.bodies[body])
        parts: dict[str, SharedPart | None] = {
            part.value: self.parts[part].row(body, held.sets[part]) if held.sets[part] else None
            for part in PARTS
        }
        return {
            "id": network.actor_ids[actor],
            "name": network.labels[actor],
            **{field: column[body] for field, column in self.values.items()},
            **parts,
        }

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
                **self.beside(int(bodies[place]), held),
                best_part=PARTS[int(best[place])],
                total_of_kind=len(shared.bodies),
            )
            for place in order[:most].tolist()
        ]
