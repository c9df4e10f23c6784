"""Which seats count when bodies are compared: by role, and by the level of the member's house."""

from __future__ import annotations

from typing import cast

import numpy as np
from numpy.typing import NDArray

from netmap.network import Network
from netmap.values import Part
from netmap.vocabulary import HouseLevel, Role

DEPUTIES = frozenset({Role.DEPUTY_MEMBER})
"""Who comes when somebody else cannot; a deputy chair is at every meeting."""

GUESTS = frozenset({Role.GUEST})
"""Who is invited and decides nothing."""

ORDINARY = frozenset(Role) - DEPUTIES - GUESTS
"""Who is expected at every meeting: members, chairs, secretariat, moderation."""


class Seats(Part):
    """The seats that count; hashable, so that a question with it is answered once.

    Attributes:
        roles: Roles of these seats; ``None`` for every role.
        house_levels: Levels of the member's house at which they are held; ``None`` for every
            level and for seats of which it is not known. A seat whose level is not recorded is
            known to be neither a leadership nor an operational one, so it counts for neither.
    """

    roles: frozenset[Role] | None = None
    house_levels: frozenset[HouseLevel] | None = None

    def of(self, network: Network) -> NDArray[np.bool_]:
        """Which rows of ``network.memberships`` and ``network.seats`` count.

        >>> from netmap.model import Membership, Organization, Person
        >>> network = Network.from_records([
        ...     Person(id="ada", name="Ada"),
        ...     Organization(id="youth", name="Youth", meets=True),
        ...     Membership(id="1", member_id="ada", organization_id="youth", role=Role.CHAIR),
        ...     Membership(id="2", member_id="ada", organization_id="youth", role=Role.GUEST),
        ... ])
        >>> Seats(roles=ORDINARY).of(network).tolist()
        [True, False]
        """
        counted = np.ones(len(network.memberships), dtype=np.bool_)
        for field, wanted in (("role", self.roles), ("house_level", self.house_levels)):
            if wanted is not None:
                column = network.memberships.columns[field]
                counted &= np.fromiter((each in wanted for each in column), np.bool_, len(counted))
        return cast("NDArray[np.bool_]", counted)


EVERY_SEAT = Seats()
"""Whatever the role, and at whatever level of the house."""
