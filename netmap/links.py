"""Links between rows of two lists, as arrays: seats, ties, lines and work of a Network."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Index = NDArray[np.int32]

ABSENT = -1
"""Index of an actor or topic that is unknown or not there at the date."""


@dataclass(frozen=True, slots=True)
class Links:
    """Links between rows of two lists; both arrays have shape (number of links,).

    Attributes:
        source: Index of the actor where the link starts (the member, the sender, the worker).
        target: Index of the actor or topic where it ends (the body, the receiver, the topic).
    """

    source: Index
    target: Index

    def __len__(self) -> int:
        """Number of links."""
        return len(self.source)
