"""How much memory this process has used at most."""

from __future__ import annotations

import sys
from typing import Any


def peak_bytes() -> int | None:
    """Peak of the resident memory; ``None`` where the system does not tell (Windows)."""
    resource: Any
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts in kibibytes, macOS in bytes.
    return int(peak if sys.platform == "darwin" else peak * 1024)
