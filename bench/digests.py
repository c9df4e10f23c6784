"""What was read or written, as a short text: equal for contenders that saw the same records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from netmap.values import Record


def digest_of_records(records: Iterable[Record]) -> str:
    """Of records in any order."""
    return digest_of_lines(record.model_dump_json() for record in records)


def digest_of_lines(lines: Iterable[str]) -> str:
    """Of texts in any order."""
    found = sorted(lines)
    total = hashlib.sha256("\n".join(found).encode()).hexdigest()
    return f"{len(found)} records, {total[:16]}"


def digest_of_arrays(*arrays: NDArray[Any]) -> str:
    """Of arrays of whole numbers, whatever their width, in the order given."""
    total = hashlib.sha256()
    for each in arrays:
        total.update(np.ascontiguousarray(each, dtype=np.int64).tobytes())
    return f"{len(arrays[0])} rows, {total.hexdigest()[:16]}"
