"""Maximal sets of bodies that are linked in pairs and keep enough members in common."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

WORK_A_COMPONENT = 1_000_000
"""Comparisons after which the search for every maximal set of a component ends."""

LARGEST_SEARCHED = 100
"""Bodies of a component in which every maximal set is searched for."""


class _TooMuchWorkError(Exception):
    """A component has more maximal sets than can be searched."""


class MaximalSets:
    """The maximal sets of one connected component.

    A set of nodes counts when every two of its nodes are linked and all of them have at least
    ``least`` items in common. What holds of a set holds of its parts, so the maximal sets are
    found by the search for maximal cliques, each step checked for the items that remain [1]_. A
    set that may take in all that is left at once is taken as a whole, which is what nearly equal
    bodies are. Where a component is too large, or its maximal sets are too many, each link that no
    set covers yet is grown to a maximal set by the node that leaves most items in common, the
    first one of several: every link that lies in some set then lies in one that is listed.

    Attributes:
        found: Sets of at least three nodes, each ascending; ascending.
        exhaustive: Whether all maximal sets are among them.

    >>> items = {node: frozenset("abc") for node in range(4)}
    >>> links = {0: {1, 2}, 1: {0, 2, 3}, 2: {0, 1, 3}, 3: {1, 2}}
    >>> MaximalSets(range(4), links, items, least=2).found
    [(0, 1, 2), (1, 2, 3)]

    .. [1] C. Bron, J. Kerbosch (1973), "Algorithm 457: Finding All Cliques of an Undirected
       Graph", Communications of the ACM 16(9), 575-577, doi:10.1145/362342.362367
    """

    def __init__(
        self,
        component: Sequence[int],
        links: Mapping[int, Collection[int]],
        items: Mapping[int, frozenset[object]],
        *,
        least: int,
        largest: int = LARGEST_SEARCHED,
    ) -> None:
        """Search a component, given its nodes ascending, their neighbours and their items.

        Args:
            component: The nodes, ascending.
            links: Neighbours of each.
            items: Items of each.
            least: Fewest items that all of a set have in common.
            largest: Most nodes of a component in which every maximal set is searched for.
        """
        self._links = {node: frozenset(links[node]) for node in component}
        self._items = items
        self._least = least
        self._work = 0
        self._sets: set[tuple[int, ...]] = set()
        self.exhaustive = len(component) <= largest
        if self.exhaustive:
            try:
                self._search(component)
            except _TooMuchWorkError:
                self.exhaustive = False
        if not self.exhaustive:
            self._sets = set()
            self._cover(component)
        self.found = sorted(each for each in self._sets if len(each) > 2)

    def _search(self, component: Sequence[int]) -> None:
        for node in component:
            later = [each for each in component if each > node and each in self._links[node]]
            earlier = [each for each in component if each < node and each in self._links[node]]
            self._extend((node,), self._items[node], later, earlier)

    def _extend(
        self,
        chosen: tuple[int, ...],
        common: frozenset[object],
        possible: list[int],
        excluded: list[int],
    ) -> None:
        """All maximal sets that hold ``chosen``, further ``possible`` nodes and none excluded."""
        self._work += 1 + len(possible) + len(excluded)
        if self._work > WORK_A_COMPONENT:
            raise _TooMuchWorkError
        possible = [each for each in possible if self._keeps(common, each)]
        excluded = [each for each in excluded if self._keeps(common, each)]
        if not possible:
            if not excluded:
                self._sets.add(chosen)
            return
        if self._fit_together(common, possible):
            rest = common.intersection(*(self._items[each] for each in possible))
            whole = frozenset(possible)
            if not any(whole <= self._links[each] and self._keeps(rest, each) for each in excluded):
                self._sets.add((*chosen, *possible))
            return
        for place, node in enumerate(possible):
            near = self._links[node]
            self._extend(
                (*chosen, node),
                common & self._items[node],
                [each for each in possible[place + 1 :] if each in near],
                [each for each in (*excluded, *possible[:place]) if each in near],
            )

    def _keeps(self, common: frozenset[object], node: int) -> bool:
        return len(common & self._items[node]) >= self._least

    def _fit_together(self, common: frozenset[object], nodes: list[int]) -> bool:
        rest = common.intersection(*(self._items[each] for each in nodes))
        if len(rest) < self._least:
            return False
        self._work += len(nodes) ** 2
        whole = frozenset(nodes)
        return all(whole - {each} <= self._links[each] for each in nodes)

    def _cover(self, component: Sequence[int]) -> None:
        """Grow each link that no set covers yet."""
        covered: set[tuple[int, int]] = set()
        for first in component:
            for second in sorted(each for each in self._links[first] if each > first):
                if (first, second) not in covered:
                    grown = self._grown(first, second)
                    self._sets.add(grown)
                    if len(grown) > 2:
                        covered.update((a, b) for a in grown for b in grown if a < b)

    def _grown(self, first: int, second: int) -> tuple[int, ...]:
        chosen = [first, second]
        common = self._items[first] & self._items[second]
        near = self._links[first] & self._links[second]
        while near:
            kept = {each: len(common & self._items[each]) for each in near}
            best = min(near, key=lambda each: (-kept[each], each))
            if kept[best] < self._least:
                break
            common &= self._items[best]
            near &= self._links[best]
            chosen.append(best)
            # Who has all that is left takes nothing away; nearly equal bodies are many of these.
            for each in sorted(each for each in near if common <= self._items[each]):
                if each in near:
                    near &= self._links[each]
                    chosen.append(each)
        return tuple(sorted(chosen))
