"""Who stands apart, and in what respect: isolated partners, bodies without members, the unasked."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from netmap.analyses.hierarchy import ancestors
from netmap.analyses.representation import ActorType, Representation, actor_type, representation
from netmap.network import Network
from netmap.values import Part
from netmap.vocabulary import Asked


class IsolationReason(StrEnum):
    """In what respect somebody stands apart, as far as it is recorded."""

    NO_TIE = "no_tie"
    SEAT_WITHOUT_EXCHANGE = "seat_without_exchange"
    EXCHANGE_WITHOUT_SEAT = "exchange_without_seat"
    BODY_WITHOUT_MEMBERS = "body_without_members"
    NOT_ASKED = "not_asked"
    LEFT_OUT = "left_out"


class Isolate(Part):
    """An actor that stands apart in one respect.

    Attributes:
        name: Its name; the function of a person who is not named.
        asked: Whether it was asked about its ties; ``None`` when unknown. A tie that nobody
            recorded is missing only where somebody was asked for it.
        confidential: For the eyes of the coordinating office alone.
    """

    id: str
    name: str
    type: ActorType
    reason: IsolationReason
    asked: Asked | None
    confidential: bool


def isolates(network: Network) -> list[Isolate]:
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
    - ``not_asked``: recorded as not asked yet, whatever else is known; persons with an
      organisation and bodies too. An actor of which nothing is said is not listed.
    - ``left_out``: stays outside on purpose, which is for the coordinating office alone. Such an
      actor has no other row.

    Args:
        network: Snapshot at one date; |A| actors, |T| ties and seats.

    Returns:
        One row for each actor and reason, by reason in the order above, then by id.

    Cost: O(|A| + |T|) times the depth of the hierarchy.

    >>> from netmap.model import ExchangeTie, Membership, Organization, Person
    >>> network = Network.from_records([
    ...     Organization(id="chamber", name="Chamber"),
    ...     Organization(id="club", name="Club"),
    ...     Organization(id="school", name="School"),
    ...     Organization(id="youth", name="Youth", meets=True),
    ...     Person(id="ada", name="Ada", organization_id="chamber"),
    ...     Membership(id="1", member_id="ada", organization_id="youth"),
    ...     ExchangeTie(id="2", source_id="youth", target_id="school"),
    ... ])
    >>> [(row.id, row.reason.value) for row in isolates(network)]
    [('club', 'no_tie'), ('chamber', 'seat_without_exchange'), ('school', 'exchange_without_seat')]
    >>> isolates(Network.from_pairs([]))
    []

    .. [1] S. Wasserman, K. Faust (1994), Social Network Analysis: Methods and Applications,
       Cambridge University Press, doi:10.1017/CBO9780511815478
    """
    who = representation(network)
    asked = network.values("asked")

    def rows(reason: IsolationReason, actors: Iterator[int]) -> Iterator[Isolate]:
        secret = reason is IsolationReason.LEFT_OUT
        for actor in actors:
            if secret is (actor in who.left_out) and actor not in who.gone:
                yield Isolate(
                    id=network.actor_ids[actor],
                    name=network.labels[actor],
                    type=actor_type(network, actor),
                    reason=reason,
                    asked=asked[actor],
                    confidential=secret,
                )

    seated = _seated(network, who)
    exchanging = {side for pair in who.pairs(network.exchange) for side in pair}
    tied = seated | exchanging | _otherwise_tied(network, who)
    full = set(network.seats.target.tolist())
    found: dict[IsolationReason, Iterator[int]] = {
        IsolationReason.NO_TIE: (each for each in who.partners if each not in tied),
        IsolationReason.SEAT_WITHOUT_EXCHANGE: (
            each for each in who.partners if each in seated and each not in exchanging
        ),
        IsolationReason.EXCHANGE_WITHOUT_SEAT: (
            each for each in who.partners if each in exchanging and each not in seated
        ),
        IsolationReason.BODY_WITHOUT_MEMBERS: (
            each for each in network.bodies.tolist() if each not in full
        ),
        IsolationReason.NOT_ASKED: (
            actor for actor, answer in enumerate(asked) if answer == Asked.NOT_ASKED
        ),
        IsolationReason.LEFT_OUT: iter(sorted(who.left_out)),
    }
    return [row for reason, actors in found.items() for row in rows(reason, actors)]


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


def _otherwise_tied(network: Network, who: Representation) -> set[int]:
    """Actors with a reporting line, a cooperation, members, a seat anywhere, or a body in them."""
    found = {side for pair in who.pairs(network.reporting) for side in pair}
    for member, organization in zip(
        network.seats.source.tolist(), network.seats.target.tolist(), strict=True
    ):
        found |= who.chains[member]
        found.add(organization)
    above = ancestors(network)
    for body in network.bodies.tolist():
        found |= above[body]
    columns = network.cooperations.columns
    for parties, carrier in zip(columns["party_ids"], columns["carried_by_id"], strict=True):
        for party in (*parties, carrier):
            if party in network.actor_index:
                found |= who.chains[network.actor_index[party]]
    return found
