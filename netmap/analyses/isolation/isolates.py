"""Who stands apart, in what respect, why as far as is known, and who could introduce them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from netmap.analyses.hierarchy import ancestors
from netmap.analyses.isolation.introductions import Introductions
from netmap.analyses.isolation.memory import Memory
from netmap.analyses.isolation.partners import Partners
from netmap.analyses.isolation.parts import dependences, small_components
from netmap.analyses.isolation.rows import Aspect, GoBetween, Isolate, Reason
from netmap.analyses.isolation.traits import Traits
from netmap.analyses.representation import Representation, actor_type
from netmap.dates import last_day
from netmap.network import Network
from netmap.vocabulary import Asked

_ANSWERS = {
    Asked.LEFT_OUT: Reason.LEFT_OUT,
    Asked.NOT_ASKED: Reason.NOT_ASKED,
    Asked.NO_ANSWER: Reason.NO_ANSWER,
}
_UNTIED = frozenset({Aspect.NO_TIE, Aspect.BODY_WITHOUT_MEMBERS})


def isolates(network: Network, *, outdated_years: int = 3) -> list[Isolate]:
    """Actors that stand apart, as far as ties are recorded: isolates in the sense of [1]_.

    The question is about partners: organisations that are no bodies, and persons of whom no
    organisation is known. An organisation is represented by its parts that are no bodies and by
    the persons who work for any of these: their seats, the seats held on behalf of any of these,
    and their ties to others count as its own. A person with an organisation is asked about
    through it. Ties inside an organisation are none to it. What is dissolved or merged into
    another is not listed.

    - ``no_tie``: no seat, no member, no exchange, no reporting line, no cooperation, no body that
      is part of it. Being part of an organisation and working on a topic are no ties.
    - ``seat_without_exchange``: a seat in a body, no exchange.
    - ``exchange_without_seat``: exchange, no seat in a body.
    - ``body_without_members``: a body with nobody in it.
    - ``component``: a part of the network that is connected to nothing else, by the one in it
      with most ties; ``part_ids`` has all of them.
    - ``hangs_on_person``: several ties, all carried by one person that works for it or sits
      somewhere on its behalf.
    - ``hangs_on_tie``: tied to one other alone.
    - ``outdated``: each of its ties says when somebody last spoke of it, and that is more than
      ``outdated_years`` before the date. Of an undated tie nothing follows.
    - ``not_asked``: recorded as not asked yet, whatever else is known; persons with an
      organisation and bodies too. An actor of which nothing is said is not listed.
    - ``left_out``: stays outside on purpose, which is for the coordinating office alone. Such an
      actor has no other row, and nobody is introduced by it.

    Why a tie may be absent from the map is said once for each row: whoever was not asked, or did
    not answer, may have any; where all is outdated, or all ties have ended, the map tells the past;
    only of those that answered an unrecorded tie is a missing one.

    Args:
        network: Snapshot at one date; |A| actors, |T| ties and seats.
        outdated_years: From when on what was reported counts as outdated.

    Returns:
        One row for each actor and aspect, by aspect in the order above; components largest
        first, all others by id.

    Cost: O(|A| + |T|) times the depth of the hierarchy, and for each row what those share who
    could introduce it.

    >>> from netmap.model import ExchangeTie, Membership, Organization, Person
    >>> network = Network.from_records([
    ...     Organization(id="chamber", name="Chamber"),
    ...     Organization(id="club", name="Club", asked=Asked.NOT_ASKED),
    ...     Organization(id="school", name="School"),
    ...     Organization(id="youth", name="Youth", meets=True),
    ...     Person(id="ada", name="Ada", organization_id="chamber"),
    ...     Membership(id="1", member_id="ada", organization_id="youth"),
    ...     ExchangeTie(id="2", source_id="youth", target_id="school"),
    ... ])
    >>> [(row.id, row.aspect.value, row.reason.value) for row in isolates(network)][:3]
    [('club', 'no_tie', 'not_asked'), ('chamber', 'seat_without_exchange', 'unknown'),
    ('school', 'exchange_without_seat', 'unknown')]
    >>> isolates(Network.from_pairs([]))
    []

    .. [1] S. Wasserman, K. Faust (1994), Social Network Analysis: Methods and Applications,
       Cambridge University Press, doi:10.1017/CBO9780511815478
    """
    return list(_Search(network, outdated_years).rows())


@dataclass(frozen=True, eq=False)
class _Search:
    """One search for all who stand apart."""

    network: Network
    outdated_years: int

    @cached_property
    def partners(self) -> Partners:
        return Partners(self.network)

    @cached_property
    def who(self) -> Representation:
        return self.partners.who

    @cached_property
    def memory(self) -> Memory:
        return Memory(self.partners)

    @cached_property
    def introductions(self) -> Introductions:
        return Introductions(self.partners, self.memory, Traits(self.partners))

    @cached_property
    def seated(self) -> set[int]:
        return _seated(self.network, self.who)

    @cached_property
    def exchanging(self) -> set[int]:
        return {side for pair in self.who.pairs(self.network.exchange) for side in pair}

    @cached_property
    def asked(self) -> tuple[Asked | None, ...]:
        return tuple(None if each is None else Asked(each) for each in self.network.values("asked"))

    def rows(self) -> Iterator[Isolate]:
        """All rows, in order."""
        seated, exchanging = self.seated, self.exchanging
        tied = seated | exchanging | _otherwise_tied(self.partners)
        full = set(self.network.seats.target.tolist())
        partners = self.who.partners
        none = [each for each in partners if each not in tied]
        empty = [each for each in self.network.bodies.tolist() if each not in full]
        sitting = [each for each in partners if each in seated and each not in exchanging]
        talking = [each for each in partners if each in exchanging and each not in seated]
        yield from self._apart(Aspect.NO_TIE, none)
        yield from self._apart(Aspect.SEAT_WITHOUT_EXCHANGE, sitting, among=exchanging)
        yield from self._known(Aspect.EXCHANGE_WITHOUT_SEAT, talking, among=seated)
        yield from self._apart(Aspect.BODY_WITHOUT_MEMBERS, empty)
        yield from self._components()
        hanging = list(self._hanging())
        yield from (row for row in hanging if row.aspect is Aspect.HANGS_ON_PERSON)
        yield from (row for row in hanging if row.aspect is Aspect.HANGS_ON_TIE)
        yield from self._known(Aspect.OUTDATED, self._outdated)
        unasked = [a for a, answer in enumerate(self.asked) if answer is Asked.NOT_ASKED]
        yield from self._known(Aspect.NOT_ASKED, unasked)
        for actor in sorted(self.who.left_out - self.who.gone):
            yield self._row(Aspect.LEFT_OUT, actor, None)

    def _spoken_of(self, actors: Iterable[int]) -> Iterator[int]:
        silent = self.who.gone | self.who.left_out
        return (actor for actor in actors if actor not in silent)

    def _apart(
        self, aspect: Aspect, actors: Iterable[int], among: Collection[int] | None = None
    ) -> Iterator[Isolate]:
        for actor in self._spoken_of(actors):
            yield self._row(aspect, actor, self.introductions.to_part([actor], among=among))

    def _known(
        self, aspect: Aspect, actors: Iterable[int], among: AbstractSet[int] | None = None
    ) -> Iterator[Isolate]:
        for actor in self._spoken_of(actors):
            yield self._row(aspect, actor, self.introductions.by_tie(actor, among))

    def _components(self) -> Iterator[Isolate]:
        degrees = self.partners.ties.degrees
        for part in small_components(self.partners):
            shown = list(self._spoken_of(part))
            if shown:
                first = min(shown, key=lambda actor: (-int(degrees[actor]), actor))
                bridge = self.introductions.to_part(part)
                yield self._row(Aspect.COMPONENT, first, bridge, part=shown)

    def _hanging(self) -> Iterator[Isolate]:
        silent = self.who.gone | self.who.left_out
        functions = self.network.values("function")
        for each in dependences(self.partners):
            if silent.isdisjoint((each.partner, each.via)):
                aspect = Aspect.HANGS_ON_PERSON if each.by_person else Aspect.HANGS_ON_TIE
                row = self._row(
                    aspect,
                    each.partner,
                    self.introductions.to_part([each.partner]),
                    part=self._spoken_of(each.near),
                )
                yield row.model_copy(
                    update={
                        "via_id": self.network.actor_ids[each.via],
                        "via_name": functions[each.via] or self.network.labels[each.via],
                    }
                )

    @cached_property
    def _outdated(self) -> list[int]:
        """Partners and bodies of which every tie was reported long ago."""
        first = self.network.as_of.first
        before = f"{max(first.year - self.outdated_years, 0):04d}{first.isoformat()[4:]}"
        return sorted(
            actor
            for actor, told in self.memory.reported_at.items()
            if told is not None and last_day(told) < before and self.partners.there[actor]
        )

    def _reason(self, aspect: Aspect, actor: int) -> Reason:
        answer = self.asked[actor]
        if answer in _ANSWERS:
            return _ANSWERS[answer]
        ended = aspect in _UNTIED and actor in self.memory.former
        if ended or actor in self._outdated_set:
            return Reason.OUTDATED
        return Reason.ANSWERED if answer is Asked.ANSWERED else Reason.UNKNOWN

    @cached_property
    def _outdated_set(self) -> frozenset[int]:
        return frozenset(self._outdated)

    def _row(
        self, aspect: Aspect, actor: int, bridge: GoBetween | None, *, part: Iterable[int] = ()
    ) -> Isolate:
        former = self.memory.former.get(actor)
        return Isolate(
            id=self.network.actor_ids[actor],
            name=self.network.labels[actor],
            type=actor_type(self.network, actor),
            aspect=aspect,
            asked=self.asked[actor],
            reason=self._reason(aspect, actor),
            reported_at=self.memory.reported_at.get(actor),
            tied_until=former[0].until if former else None,
            part_ids=tuple(self.network.actor_ids[each] for each in part),
            bridge=bridge,
            confidential=aspect is Aspect.LEFT_OUT,
        )


def _seated(network: Network, who: Representation) -> set[int]:
    """Actors that hold a seat in a body, or for whom one is held."""
    found: set[int] = set()
    behalf = network.memberships.columns["on_behalf_of_ids"]
    for row, body in enumerate(network.seats.target.tolist()):
        if network.body_mask[body]:
            found |= who.chains[int(network.seats.source[row])]
            for named in behalf[row]:
                if named in network.actor_index:
                    found |= who.chains[network.actor_index[named]]
    return found


def _otherwise_tied(partners: Partners) -> set[int]:
    """Actors with a reporting line, a cooperation, members, a seat anywhere, or a body in them.

    A seat ties those on whose behalf it is held as well: a party in a council that is no body.
    """
    network, who = partners.network, partners.who
    found = {side for pair in who.pairs(network.reporting) for side in pair}
    for seated, organization in partners.seats():
        found |= who.chains[seated]
        found.add(organization)
    above = network.once(ancestors)
    for body in network.bodies.tolist():
        found |= above[body]
    columns = network.cooperations.columns
    for parties, carrier in zip(columns["party_ids"], columns["carried_by_id"], strict=True):
        for party in (*parties, carrier):
            if party in network.actor_index:
                found |= who.chains[network.actor_index[party]]
    return found
