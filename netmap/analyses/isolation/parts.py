"""Parts of a network that are connected to nothing else, and who hangs on one person or one tie."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from netmap.analyses.isolation.partners import Partners


def small_components(partners: Partners) -> list[list[int]]:
    """Partners and bodies that hang together among themselves but not with the main part.

    Components in the sense of [1]_ of the graph of `Partners`. Listed are those in which there is
    any tie: an organisation and its part without ties are two without ties.

    Returns:
        Largest first, then by their lowest id; ascending within.

    Cost: O(|A| + |T|).

    .. [1] S. Wasserman, K. Faust (1994), Social Network Analysis: Methods and Applications,
       Cambridge University Press, doi:10.1017/CBO9780511815478
    """
    found: dict[int, list[int]] = defaultdict(list)
    for actor in np.flatnonzero(partners.there & (partners.component != partners.main)).tolist():
        found[int(partners.component[actor])].append(actor)
    degrees = partners.ties.degrees
    parts = [part for part in found.values() if any(degrees[actor] for actor in part)]
    return sorted(parts, key=lambda part: (-len(part), part))


@dataclass(frozen=True, slots=True)
class Dependence:
    """A partner all of whose ties run over one person, or that has one tie alone.

    Attributes:
        near: To whom it is tied, ascending.
        via: The person who carries all ties; of one tie alone to whom it leads.
        by_person: Whether ``via`` carries several ties.
    """

    partner: int
    near: list[int]
    via: int
    by_person: bool


def dependences(partners: Partners) -> Iterator[Dependence]:
    """Partners that hang on one person or on one tie, ascending.

    A seat that an organisation holds itself may be anybody's: it hangs on no person.

    Cost: O(|A| + |T|) times the depth of the hierarchy.
    """
    network, gone = partners.network, partners.who.gone
    for partner in partners.who.partners:
        bonds = partners.bonds.get(partner)
        if not bonds or partner in gone:
            continue
        near = sorted(bonds)
        carriers = set().union(*bonds.values())
        if len(near) == 1:
            yield Dependence(partner, near, near[0], by_person=False)
        elif len(carriers) == 1:
            carrier = min(carriers)
            if carrier != partner and network.person_mask[carrier]:
                yield Dependence(partner, near, carrier, by_person=True)
