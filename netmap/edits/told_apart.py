"""Two records that are called alike and mean two: said once, until the data of either change."""

from __future__ import annotations

import json
from hashlib import sha256

from netmap.model import FindingMark
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Kind, MarkStatus

TOLD_APART = "two_records"
"""What a mark says that two records were looked at and are two, in place of a kind of finding."""

_NOT_COMPARED = {"version", "source", "asked"}
"""Where a record was taken from, and who was asked, say nothing about whom it means."""


def pair_id(first_id: str, second_id: str) -> str:
    """What a mark of two records names, the same in either order.

    It holds no id of a record, so that an erased person leaves no trace in it.

    >>> pair_id("a", "b") == pair_id("b", "a") != pair_id("a", "c")
    True
    """
    return _digest([TOLD_APART, *sorted((first_id, second_id))])


def pair_data(first: Record, second: Record) -> str:
    """Stands for the data of two records: other data are another matter.

    >>> from netmap.model import Topic
    >>> one, other = Topic(id="a", name="Monitoring"), Topic(id="b", name="monitoring")
    >>> later = one.model_copy(update={"version": 7})
    >>> pair_data(one, other) == pair_data(other, later)
    True
    >>> pair_data(one, other) == pair_data(one.model_copy(update={"name": "M"}), other)
    False
    """
    return _digest(
        [
            each.model_dump(mode="json", exclude=_NOT_COMPARED)
            for each in sorted((first, second), key=lambda record: record.id)
        ]
    )


def marks_of_pairs(network: Network) -> dict[str, FindingMark]:
    """The marks that tell two records apart, by what they name; of several the last one."""
    marks = (
        each
        for each in network.records(Kind.FINDING_MARK)
        if isinstance(each, FindingMark) and each.finding_kind == TOLD_APART
    )
    return {each.finding_id: each for each in sorted(marks, key=lambda mark: mark.version)}


def is_told_apart(mark: FindingMark | None, data: str) -> bool:
    """Whether a mark says so of two records, and still of the data that they have now."""
    return mark is not None and mark.status is MarkStatus.INTENDED and mark.data == data


def _digest(values: list[object]) -> str:
    return sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]
