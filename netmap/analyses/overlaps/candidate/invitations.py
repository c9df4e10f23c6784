"""Whom else to invite to a body: who works on its topics, or sits where these are discussed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.overlaps.candidate.answer import Invitation
from netmap.analyses.overlaps.candidate.held import Held, first_largest
from netmap.analyses.overlaps.candidate.inverted import gathered, turned
from netmap.analyses.overlaps.parts import OverlapBy
from netmap.analyses.overlaps.sets import Sets
from netmap.analyses.representation import ActorType, actor_type
from netmap.network import ABSENT, Index, Links, Network
from netmap.projections import organization_seats
from netmap.vocabulary import Asked, Status

_GONE = frozenset({Status.DISSOLVED, Status.MERGED})


@dataclass(frozen=True, slots=True, eq=False)
class Partners:
    """Who could be invited: organisations, and persons of whom no organisation is known.

    What a person does counts for the organisation. Whoever stays outside on purpose is nowhere in
    here, neither as itself nor by what it does for others.

    Attributes:
        actors: Partners by index, organisations before persons, each ascending; what follows
            numbers them by their places in here.
        number: Place of each actor in there; `ABSENT` of those that are no partners.
        organizations: How many of them are organisations.
        working: Partners that work on each topic.
        seated: Partners that hold seats in each body.
        bodies_of: Bodies in which each partner does.
        topics_of: Topics that each actor works on itself.
        sitting: Bodies in which each actor sits itself.
        people: Persons who work for each actor.
    """

    network: Network
    actors: Index
    number: Index
    organizations: int
    working: Sets
    seated: Sets
    bodies_of: Sets
    topics_of: Sets
    sitting: Sets
    people: Sets
    functions: tuple[Any, ...]

    @classmethod
    def of(cls, network: Network) -> Partners:
        """The partners of a network."""
        count, bodies, topics = (
            len(network.actor_ids),
            len(network.bodies),
            len(network.topic_ids),
        )
        houses, every = network.houses, np.arange(count, dtype=np.int32)
        silent = _silent(network)
        partner = np.where(houses == ABSENT, every, houses).astype(np.int32)
        partner[silent[partner] | silent] = ABSENT

        work = network.works_on
        invited = (partner[work.source] != ABSENT) & ~network.body_mask[work.source]
        workers, topic = work.source[invited], work.target[invited]
        body = np.full(count, ABSENT, dtype=np.int32)
        body[network.bodies] = np.arange(bodies, dtype=np.int32)
        seats = network.seats
        counted = (partner[seats.source] != ABSENT) & (body[seats.target] != ABSENT)
        held = organization_seats(network, counted)
        # Of a person without an organisation the seat is its own; others have one in `held`.
        own = counted & network.person_mask[seats.source] & (houses[seats.source] == ABSENT)
        own &= ~_on_behalf(network)
        holders = np.concatenate((held.source, seats.source[own]))
        places = body[np.concatenate((held.target, seats.target[own]))]
        holders, places = holders[~silent[holders]], places[~silent[holders]]

        actors = np.unique(np.concatenate((partner[workers], holders)))
        actors = actors[np.argsort(network.person_mask[actors], kind="stable")]
        number = np.full(count, ABSENT, dtype=np.int32)
        number[actors] = np.arange(len(actors), dtype=np.int32)
        seated = Sets.from_links(Links(number[holders], places), sets=bodies, universe=len(actors))
        employed = np.flatnonzero((houses != ABSENT) & (partner != ABSENT)).astype(np.int32)
        return cls(
            network=network,
            actors=actors,
            number=number,
            organizations=int(np.count_nonzero(~network.person_mask[actors])),
            working=Sets.from_links(
                Links(number[partner[workers]], topic), sets=topics, universe=len(actors)
            ),
            seated=seated,
            bodies_of=turned(seated),
            topics_of=Sets.from_links(Links(topic, workers), sets=count, universe=topics),
            sitting=Sets.from_links(
                Links(body[seats.target[counted]], seats.source[counted]),
                sets=count,
                universe=bodies,
            ),
            people=Sets.from_links(Links(employed, houses[employed]), sets=count, universe=count),
            functions=network.values("function"),
        )

    def invitations(self, held: Held, bodies: Index, *, most: int) -> Iterator[Invitation]:
        """Partners that work on a candidate's topics or sit in bodies on them, and are not in it.

        Those of whom a member or organisation of the candidate is part are in it by that.

        Args:
            held: What the candidate names.
            bodies: Bodies on its topics that rows may speak of, by number.
            most: Most rows.

        Returns:
            Organisations by the number of topics they work on, then by that of bodies on these in
            which they sit, then by id; after them persons by what they are called: people are not
            ranked.
        """
        weight = np.bincount(gathered(self.seated, bodies), minlength=len(self.actors))
        for topic in held.sets[OverlapBy.TOPICS]:
            # One topic weighs more than any number of bodies.
            weight[self.working.of(topic)] += len(bodies) + 1
        present = self.number[self._present(held)]
        weight[present[present != ABSENT]] = 0
        found = np.flatnonzero(weight > 0)
        organizations = found[: np.searchsorted(found, self.organizations)]
        partners = organizations[first_largest(weight[organizations], most)].tolist()
        if len(partners) < most:
            partners += sorted(found[len(organizations) :].tolist(), key=self._place)
        on_topic = np.zeros(len(self.seated.sizes), dtype=np.bool_)
        on_topic[bodies] = True
        for partner in partners[:most]:
            yield self._row(partner, held.sets[OverlapBy.TOPICS], on_topic, len(found))

    def _present(self, held: Held) -> list[int]:
        """Who is in the candidate: what it names, and whatever that is part of."""
        found = {*held.sets[OverlapBy.MEMBERS], *held.sets[OverlapBy.ORGANIZATIONS]}
        for each in tuple(found):
            above = int(self.network.parents[each])
            while above != ABSENT and above not in found:
                found.add(above)
                above = int(self.network.parents[above])
        return sorted(found)

    def _row(
        self, number: int, topics: frozenset[int], on_topic: NDArray[np.bool_], total: int
    ) -> Invitation:
        network, partner = self.network, int(self.actors[number])
        people = [partner, *self.people.of(partner).tolist()]
        worked = {each: topics.intersection(self.topics_of.of(each).tolist()) for each in people}
        seated = self.bodies_of.of(number)
        sits = seated[on_topic[seated]].tolist()
        meets = set(sits)
        named = [
            self._called(each)
            for each in people[1:]
            if worked[each] or meets.intersection(self.sitting.of(each).tolist())
        ]
        found = sorted(set().union(*worked.values()))
        places = [int(network.bodies[each]) for each in sits]
        kind = actor_type(network, partner)
        return Invitation(
            id=network.actor_ids[partner],
            name=self._called(partner) if kind is ActorType.PERSON else network.labels[partner],
            type=kind,
            topic_ids=tuple(network.topic_ids[each] for each in found),
            topic_names=tuple(network.topic_names[each] for each in found),
            body_ids=tuple(network.actor_ids[each] for each in places),
            body_names=tuple(network.labels[each] for each in places),
            contacts=tuple(sorted(dict.fromkeys(named))),
            total_of_kind=total,
        )

    def _place(self, number: int) -> tuple[str, int]:
        return self._called(int(self.actors[number])), number

    def _called(self, actor: int) -> str:
        """A person's function where it is recorded, else what the actor is called."""
        return self.functions[actor] or self.network.labels[actor]


def _silent(network: Network) -> NDArray[np.bool_]:
    """Actors that are dissolved, merged, or outside on purpose."""
    fields = zip(network.values("asked"), network.values("status"), strict=True)
    return np.array(
        [asked == Asked.LEFT_OUT or status in _GONE for asked, status in fields], dtype=np.bool_
    )


def _on_behalf(network: Network) -> NDArray[np.bool_]:
    """Which seats are held for an organisation that is there."""
    index = network.actor_index
    named = network.memberships.columns["on_behalf_of_ids"]
    return np.array([any(each in index for each in ids) for ids in named], dtype=np.bool_)
