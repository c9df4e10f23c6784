"""Says whether a test run left out what it must not: tests of Neo4j or of the browser.

python -m scripts.check_skips junit.xml    exit 1 and one line a test where it did
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from defusedxml import ElementTree

_REAL_DATA = "Real data: NETMAP_TEST_DATA is not set"


def forbidden_skips(report: str, *, real_data_expected: bool) -> Iterator[str]:
    """Tests that were skipped for any other reason than that there are no real data.

    Args:
        report: Text of a JUnit file as pytest writes it.
        real_data_expected: Whether the data were there, so that nothing may be skipped.

    Raises:
        ValueError: The report tells of no test at all.
    """
    cases = ElementTree.fromstring(report).findall(".//testcase")
    if not cases:
        raise ValueError("the report tells of no test; did the run collect any?")
    for case in cases:
        for skipped in case.findall("skipped"):
            reason = skipped.get("message", "")
            if real_data_expected or _REAL_DATA not in reason:
                yield f"{case.get('classname')}::{case.get('name')}: {reason}"


def main(arguments: list[str]) -> int:
    """Print the tests; 1 when there are any."""
    report = Path(arguments[0]).read_text("utf-8")
    expected = "NETMAP_TEST_DATA" in os.environ
    found = list(forbidden_skips(report, real_data_expected=expected))
    for line in found:
        print(f"skipped, but must run: {line}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
