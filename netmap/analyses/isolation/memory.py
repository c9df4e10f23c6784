"""What is known of when: when ties were last reported, and which ties there once were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from netmap.analyses.isolation.partners import Partners
from netmap.analyses.isolation.rows import GroundKind
from netmap.dates import last_day
from netmap.network import Network
from netmap.tables import Table
from netmap.values import Source
from netmap.vocabulary import Kind

# The same few dates stand in thousands of rows.
_last_day = lru_cache(maxsize=4096)(last_day)


@dataclass(frozen=True, slots=True, order=True)
class Former:
    """A tie that somebody once had.

    Attributes:
        last: Last day on which it may have held, to sort by.
        until: Its end as recorded.
        other: To whom it led.
        name: Of a cooperation.
    """

    last: str
    until: str
    kind: GroundKind
    other: int
    name: str = ""


@dataclass(frozen=True, eq=False)
class Memory:
    """When the ties of partners and bodies were reported, and when former ones ended."""

    partners: Partners

    @cached_property
    def reported_at(self) -> dict[int, str | None]:
        """When a tie of each actor was last reported or taken over; ``None`` where one is undated.

        Actors without a tie are left out. The start of a tie does not say when somebody last
        spoke of it.
        """
        network = self.partners.network
        found: dict[int, str | None] = {}
        for sides, dates in _told(network):
            newest = max(dates, key=_last_day, default=None)
            for actor in self._acting(sides):
                known = found.get(actor, "")
                if newest is None or known is None:
                    found[actor] = None
                elif not known or _last_day(newest) > _last_day(known):
                    found[actor] = newest
        return found

    @cached_property
    def former(self) -> dict[int, list[Former]]:
        """Former ties of each partner and body, the latest first; then by id of the other."""
        found: dict[int, set[Former]] = defaultdict(set)
        for actor, other, kind, until, name in self._ended():
            found[actor].add(Former(_last_day(until), until, kind, other, name))
        return {
            actor: sorted(sorted(ties), key=lambda tie: tie.last, reverse=True)
            for actor, ties in found.items()
        }

    def _acting(self, sides: Iterable[int]) -> set[int]:
        """All for whom a tie between some actors counts: not who stands on all of its sides."""
        chains = [self.partners.who.chains[side] for side in sides]
        if len(chains) == 2:
            return set(chains[0] ^ chains[1])
        if len(chains) == 1:
            return set(chains[0])
        return set().union(*chains) - frozenset.intersection(*chains)

    def _ended(self) -> Iterator[tuple[int, int, GroundKind, str, str]]:
        index = self.partners.network.actor_index
        chains, folded = self.partners.who.chains, self.partners.folded.tolist()
        for ids, kinds, until, name in _ended(self.partners.network):
            there = [
                (index[each], kind) for each, kind in zip(ids, kinds, strict=True) if each in index
            ]
            for actor, kind in there:
                for other, _ in there:
                    for acting in chains[actor] - chains[other]:
                        yield acting, folded[other], kind, until, name


def _ended(network: Network) -> Iterator[tuple[tuple[str, ...], tuple[GroundKind, ...], str, str]]:
    """Sides of each former tie, what the tie is to each of them, its end, and its name."""
    seats = network.ended(Kind.MEMBERSHIP).columns
    for member, body, behalf, end in zip(
        seats["member_id"],
        seats["organization_id"],
        seats["on_behalf_of_ids"],
        seats["end_date"],
        strict=True,
    ):
        for sent in (member, *behalf):
            yield (sent, body), (GroundKind.FORMER_BODY, GroundKind.FORMER_MEMBER), end, ""
    talks = network.ended(Kind.EXCHANGE_TIE).columns
    lines = network.ended(Kind.REPORTING_LINE).columns
    exchange = GroundKind.FORMER_EXCHANGE
    for columns, ends in (
        (talks, ("source_id", "target_id")),
        (lines, ("sender_id", "receiver_id")),
    ):
        for one, two, end in zip(
            columns[ends[0]], columns[ends[1]], columns["end_date"], strict=True
        ):
            yield (one, two), (exchange, exchange), end, ""
    pacts = network.ended(Kind.COOPERATION).columns
    for parties, carrier, end, name in zip(
        pacts["party_ids"], pacts["carried_by_id"], pacts["end_date"], pacts["name"], strict=True
    ):
        sides = tuple(sorted({*parties, carrier} - {None}))
        yield sides, (GroundKind.FORMER_COOPERATION,) * len(sides), end, name


def _told(network: Network) -> Iterator[tuple[list[int], list[str]]]:
    """Sides of each tie, and the dates at which somebody spoke of it."""
    index = network.actor_index
    seats, talks = network.memberships, network.exchange_ties
    lines, pacts = network.reporting_lines, network.cooperations
    behalf = seats.columns["on_behalf_of_ids"]
    for (member, body), named, dates in zip(
        zip(seats.columns["member_id"], seats.columns["organization_id"], strict=True),
        behalf,
        _dates(seats),
        strict=True,
    ):
        for sent in (member, *named):
            if sent in index:
                yield [index[sent], index[body]], dates
    for table, ends in ((talks, ("source_id", "target_id")), (lines, ("sender_id", "receiver_id"))):
        sides = zip(table.columns[ends[0]], table.columns[ends[1]], strict=True)
        for pair, dates in zip(sides, _dates(table), strict=True):
            yield [index[each] for each in pair], dates
    columns = pacts.columns
    for parties, carrier, dates in zip(
        columns["party_ids"], columns["carried_by_id"], _dates(pacts), strict=True
    ):
        yield sorted({index[each] for each in (*parties, carrier) if each in index}), dates


def _dates(table: Table) -> Iterator[list[str]]:
    """For each row the dates at which somebody reported it, or took it from elsewhere."""
    reported = table.columns.get("reported_at") or [None] * len(table)
    for told, source in zip(reported, table.columns["source"], strict=True):
        yield [each for each in (told, _retrieved_at(source)) if each is not None]


def _retrieved_at(source: Source | Mapping[str, Any] | None) -> str | None:
    if source is None:
        return None
    return source.retrieved_at if isinstance(source, Source) else source.get("retrieved_at")
