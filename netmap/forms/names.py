"""Names of records as a form shows them, each telling one record, and what is meant by a name."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from netmap.analyses.search import SearchIndex, folded
from netmap.network import Network
from netmap.vocabulary import Kind

_MOST_ALIKE = 5


@dataclass(frozen=True, eq=False)
class RecordNames:
    """What actors and topics are called where somebody chooses them by name.

    Attributes:
        shown: By id a name that no other actor, or no other topic, has: namesakes are told apart
            by function, house or kind in parentheses, else by id.
        kinds: By id.
        bodies: Ids of the organisations that meet.
        search: Finds what somebody began to type.
    """

    shown: Mapping[str, str]
    kinds: Mapping[str, Kind]
    bodies: frozenset[str]
    search: SearchIndex
    _meant: Mapping[str, Sequence[str]]

    def meant(self, text: str, kinds: Iterable[Kind]) -> list[str]:
        """Ids of the records of these kinds that a text names, as it is shown or by name alone."""
        allowed = frozenset(kinds)
        return [each for each in self._meant.get(folded(text), ()) if self.kinds[each] in allowed]

    def alike(self, text: str, kinds: Iterable[Kind], *, most: int = _MOST_ALIKE) -> list[str]:
        """Ids of records of these kinds that are called something like a text, best first."""
        allowed = frozenset(kinds)
        # The search knows all kinds, so some of what it finds is not asked for.
        hits = self.search.find(text, most=most * 5)
        return [hit.id for hit in hits if hit.kind in allowed][:most]


def record_names(network: Network) -> RecordNames:
    """Names of all actors and topics of a network, those that ended before its date included.

    >>> names = record_names(Network.from_pairs([("Ada", "Youth"), ("ada", "Youth")]))
    >>> sorted(names.shown.values())
    ['Ada (Ada)', 'Youth', 'ada (ada)']
    >>> names.meant("YOUTH", [Kind.ORGANIZATION]), len(names.meant("ada", [Kind.PERSON]))
    (['Youth'], 2)
    """
    labels: dict[str, str] = dict(zip(network.actor_ids, network.labels, strict=True))
    kinds = {
        each: Kind.PERSON if is_person else Kind.ORGANIZATION
        for each, is_person in zip(network.actor_ids, network.person_mask.tolist(), strict=True)
    }
    for kind in (Kind.PERSON, Kind.ORGANIZATION):
        past = network.ended(kind).columns
        functions = past.get("function") or [""] * len(past["id"])
        for each, name, function in zip(past["id"], past["name"], functions, strict=True):
            labels.setdefault(each, name or function)
            kinds.setdefault(each, kind)
    shown = _told_apart(labels, _distinctions(network))
    topics = dict(zip(network.topic_ids, network.topic_names, strict=True))
    shown |= _told_apart(topics, {})
    kinds |= dict.fromkeys(topics, Kind.TOPIC)
    meant: dict[str, list[str]] = defaultdict(list)
    for each, name in (labels | topics).items():
        for key in dict.fromkeys((folded(shown[each]), folded(name))):
            meant[key].append(each)
    bodies = frozenset(network.actor_ids[index] for index in network.bodies.tolist())
    return RecordNames(shown, kinds, bodies, SearchIndex.of(network), meant)


def _distinctions(network: Network) -> dict[str, str]:
    """What tells an actor from its namesakes, where something is recorded."""
    houses = network.houses.tolist()
    functions, classifications = network.values("function"), network.values("classification")
    return {
        each: functions[index]
        if functions[index] and functions[index] != network.labels[index]
        else network.labels[houses[index]]
        if houses[index] >= 0
        else classifications[index] or ""
        for index, each in enumerate(network.actor_ids)
    }


def _told_apart(labels: Mapping[str, str], distinctions: Mapping[str, str]) -> dict[str, str]:
    how_often = Counter(map(folded, labels.values()))
    shown = {
        each: f"{name} ({distinctions[each]})"
        if how_often[folded(name)] > 1 and distinctions.get(each)
        else name
        for each, name in labels.items()
    }
    still = Counter(map(folded, shown.values()))
    return {
        each: f"{name} ({each})" if still[folded(name)] > 1 else name
        for each, name in shown.items()
    }
