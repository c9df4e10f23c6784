"""Records that may mean the same, for somebody to look at: nothing is merged unasked."""

from __future__ import annotations

from dataclasses import dataclass

from netmap.changes import references
from netmap.edits.told_apart import pair_data
from netmap.ingest.duplicates.pairs import possible_duplicates
from netmap.language import Text
from netmap.model import Actor, Organization, Person, Topic
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Pair:
    """Two records that may be one.

    Attributes:
        ids: The one with more that refers to it first: it is the one to keep.
        labels: In the order of the ids.
        strength: How much speaks for it, in [0, 1].
        reason: Why, in words.
        data: Stands for the data of both, as `netmap.edits.told_apart.pair_data` says.
    """

    kind: Kind
    ids: tuple[str, str]
    labels: tuple[str, str]
    strength: float
    reason: Text
    data: str


def likely_duplicates(network: Network) -> tuple[Pair, ...]:
    """Pairs of persons, organisations or topics that may be one, those that are surest first.

    Records that have ended are among them: whoever comes back is often entered anew.

    >>> records = [Organization(id="a", name="Arge"), Organization(id="b", name="ARGE")]
    >>> [pair.labels for pair in likely_duplicates(Network.from_records(records))]
    [('Arge', 'ARGE')]
    """
    actors: list[Actor] = []
    topics: list[Actor] = []
    records: dict[str, Record] = {}
    used: dict[str, int] = {}
    for record in network.all_records():
        if isinstance(record, Person | Organization):
            actors.append(record)
        elif isinstance(record, Topic):
            topics.append(Organization(id=record.id, name=record.name))
        if isinstance(record, Person | Organization | Topic):
            records[record.id] = record
        for _, target, _ in references(record):
            used[target] = used.get(target, 0) + 1
    kinds = {each.id: each.kind for each in actors}
    found = []
    for pair in (*possible_duplicates(actors), *possible_duplicates(topics)):
        sides = sorted(
            zip(pair.ids, pair.labels, strict=True), key=lambda side: -used.get(side[0], 0)
        )
        (first, first_label), (second, second_label) = sides
        kind = kinds.get(first, Kind.TOPIC)
        found.append(
            Pair(
                kind,
                (first, second),
                (first_label, second_label),
                pair.strength,
                pair.reason,
                pair_data(records[first], records[second]),
            )
        )
    return tuple(sorted(found, key=lambda pair: (-pair.strength, pair.labels, pair.ids)))
