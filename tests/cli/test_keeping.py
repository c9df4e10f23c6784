"""Commands that keep networks safe."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Netmap


def test_a_copy_says_what_it_brought(buchenau: Netmap, tmp_path: Path) -> None:
    """Counts for people and for programs; the second time there is nothing new."""
    ends = (
        "--from",
        f"sqlite:///{tmp_path / 'netmap.db'}",
        "--to",
        f"sqlite:///{tmp_path / 'b.db'}",
    )
    ran = buchenau("copy", *ends)
    assert ran.code == 0
    assert "1 Änderungen (1 neu)" in ran.out
    (row,) = buchenau("copy", *ends, "--format", "json").rows
    assert (row["network_id"], row["revision"], row["new_changes"]) == ("buchenau", 1, 0)
    assert buchenau("copy", *ends, "--format", "csv").out.count("\n") == 2


def test_a_copy_needs_two_places(buchenau: Netmap, tmp_path: Path) -> None:
    """A mistyped source is not set up, and a store is not copied onto itself."""
    here, missing = (f"sqlite:///{tmp_path / name}" for name in ("netmap.db", "missing.db"))
    assert "store.unavailable" in buchenau("copy", "--from", missing, "--to", here).err
    assert not (tmp_path / "missing.db").exists()
    same = f"sqlite:///{tmp_path / 'x' / '..' / 'netmap.db'}"
    assert "--to" in buchenau("copy", "--from", here, "--to", same).err
    assert "--from" in buchenau("copy", "--from", "mysql://x", "--to", here).err


def test_an_empty_store_has_nothing_to_copy(netmap: Netmap, tmp_path: Path) -> None:
    """That is said, and is no error."""
    assert netmap("networks").code == 0
    ends = (
        "--from",
        f"sqlite:///{tmp_path / 'netmap.db'}",
        "--to",
        f"sqlite:///{tmp_path / 'b.db'}",
    )
    ran = netmap("copy", *ends)
    assert (ran.code, ran.out) == (0, "")
    assert "kein Netzwerk" in ran.err
