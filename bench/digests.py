"""What was read or written, as a short text: equal for contenders that saw the same records."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from netmap.values import Record


def digest_of_records(records: Iterable[Record]) -> str:
    """Of records in any order."""
    return digest_of_lines(record.model_dump_json() for record in records)


def digest_of_lines(lines: Iterable[str]) -> str:
    """Of texts in any order."""
    found = sorted(lines)
    total = hashlib.sha256("\n".join(found).encode()).hexdigest()
    return f"{len(found)} records, {total[:16]}"
