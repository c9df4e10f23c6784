"""Commands that keep networks safe."""

from __future__ import annotations

import sqlite3
from contextlib import closing
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
    assert "1 Änderung, 0 Stände (davon neu: 1 Änderung, 0 Stände)" in ran.out
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


def test_a_backup_comes_back(buchenau: Netmap, tmp_path: Path) -> None:
    """Kept, lost by mistake, and brought back when asked to; each step says what it did."""
    file = tmp_path / "kept.db"
    ran = buchenau("backup", file)
    assert (ran.code, "sind gleich" in ran.out, str(file) in ran.err) == (0, True, True)
    assert buchenau("backup", file).code == 1
    assert buchenau("backup", file, "--force").code == 0
    (entry,) = buchenau("history", "--network", "buchenau", "--format", "json").rows
    buchenau("undo", entry["id"], "--network", "buchenau")
    ran = buchenau("restore", file)
    assert (ran.code, "restore.exists" in ran.err) == (1, True)
    ran = buchenau("restore", file, "--replace", "--format", "json")
    assert [row["revision"] for row in ran.rows] == [1]
    assert "before-restore" in ran.err
    assert len(buchenau("history", "--network", "buchenau", "--format", "json").rows) == 1


def test_restoring_says_who_has_to_be_erased_again(buchenau: Netmap, tmp_path: Path) -> None:
    """A backup from before an erasure brings the person back, and that is not passed over."""
    buchenau("backup", tmp_path / "kept.db")
    buchenau("erase", "p-koko", "--network", "buchenau", "--yes")
    assert "netmap erase" in buchenau("restore", tmp_path / "kept.db", "--replace").err


def test_an_examination_ends_with_what_it_found(buchenau: Netmap, tmp_path: Path) -> None:
    """Exit 0 where all is well; 1 with place, cause and remedy where something is not."""
    ran = buchenau("check")
    assert (ran.code, ran.out) == (0, "")
    assert "Keine Schäden" in ran.err
    with closing(sqlite3.connect(tmp_path / "netmap.db")) as db:
        db.execute("UPDATE person SET name = 'X', function = 'X'")
        db.commit()
    ran = buchenau("check", "--network", "buchenau")
    assert ran.code == 1
    assert "buchenau, Eintrag „p-koko“" in ran.out
    assert "Abhilfe" in ran.out
    rows = buchenau("check", "--format", "json").rows
    assert {row["kind"] for row in rows} == {"record.differs"}
    assert buchenau("check", "--format", "csv").out.count("\n") == len(rows) + 1
