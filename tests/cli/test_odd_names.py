"""Names of files that no system can keep."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Netmap

_LONG = "x" * 5_000 + ".xlsx"


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", _LONG, "--network", "buchenau"),
        ("mapping", _LONG, "--output", "map.toml"),
        ("template", _LONG),
        ("export", "--network", "buchenau", "--output", _LONG),
        ("backup", _LONG),
        ("restore", _LONG),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_name_that_is_too_long_is_refused(netmap: Netmap, arguments: tuple[str, ...]) -> None:
    """Every command that takes a file says so with a remedy, and breaks off without a trace."""
    ran = netmap(*arguments)
    assert ran.code == 1
    assert "Abhilfe" in ran.err
