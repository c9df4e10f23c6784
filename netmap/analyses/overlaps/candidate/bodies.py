"""The bodies of a network, ready to be compared with one that does not exist yet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netmap.analyses.overlaps.candidate.answer import SharedPart
from netmap.analyses.overlaps.candidate.held import PARTS, Held
from netmap.analyses.overlaps.candidate.inverted import InvertedPart
from netmap.analyses.overlaps.parts import OverlapBy, holdings
from netmap.network import Network
from netmap.vocabulary import Asked, Level, Status

_GONE = frozenset({Status.DISSOLVED, Status.MERGED})


@dataclass(frozen=True, slots=True, eq=False)
class Bodies:
    """Bodies by number, in the order of ``network.bodies``.

    Attributes:
        parts: What each has, by part.
        spoken_of: Which of them rows may speak of: none is gone or stays outside on purpose.
        standing: Which of them may meet again and again, as far as anything is recorded.
        meetings: Meetings a year; 0 where it is not known.
        values: What rows show of each, by field.
    """

    network: Network
    parts: Mapping[OverlapBy, InvertedPart]
    spoken_of: NDArray[np.bool_]
    standing: NDArray[np.bool_]
    meetings: NDArray[np.float64]
    values: Mapping[str, tuple[Any, ...]]

    @classmethod
    def of(cls, network: Network) -> Bodies:
        """The bodies of a network."""
        bodies = network.bodies.tolist()
        values = {
            field: tuple(column[body] for body in bodies)
            for field in ("level", "status", "meetings_per_year")
            for column in (network.values(field),)
        }
        asked = network.values("asked")
        spoken_of = [
            status not in _GONE and asked[body] != Asked.LEFT_OUT
            for body, status in zip(bodies, values["status"], strict=True)
        ]
        return cls(
            network=network,
            parts={part: InvertedPart.of(holdings(network, part)) for part in PARTS},
            spoken_of=np.array(spoken_of, dtype=np.bool_),
            standing=np.array(list(map(is_standing, *values.values())), dtype=np.bool_),
            meetings=np.array([each or 0 for each in values["meetings_per_year"]], dtype=float),
            values=values,
        )

    def beside(self, body: int, held: Held) -> dict[str, Any]:
        """The fields that rows about a body beside a candidate have in common."""
        actor = int(self.network.bodies[body])
        parts: dict[str, SharedPart | None] = {
            part.value: self.parts[part].row(body, held.sets[part]) if held.sets[part] else None
            for part in PARTS
        }
        return {
            "id": self.network.actor_ids[actor],
            "name": self.network.labels[actor],
            **{field: column[body] for field, column in self.values.items()},
            **parts,
        }


def is_standing(level: Level | None, status: Status | None, meetings: float | None) -> bool:
    """Whether a body may meet again and again, as far as anything is recorded.

    >>> is_standing(None, None, None), is_standing(Level.AD_HOC, Status.ACTIVE, 4)
    (True, False)
    """
    return level != Level.AD_HOC and status in (None, Status.ACTIVE) and meetings != 0
