from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from netmap.disk import make_folder, sync_file, sync_folder

posix = pytest.mark.skipif("os.name == 'nt'", reason="Folders: Windows cannot sync them")


def failing(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every sync fail."""

    def refuse(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)


def test_folders_are_made_with_those_above(tmp_path: Path) -> None:
    """What is there already is left as it is."""
    make_folder(tmp_path / "a" / "b")
    (tmp_path / "a" / "b" / "file").touch()
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b" / "file").exists()


@posix
def test_a_file_system_that_cannot_sync_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is used all the same: some network drives have no such call."""
    failing(errno.EINVAL, monkeypatch)
    make_folder(tmp_path / "a")
    assert (tmp_path / "a").is_dir()


@posix
def test_a_disk_that_fails_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error of the disk itself reaches the caller, who must not say that all is kept."""
    (tmp_path / "file").touch()
    failing(errno.EIO, monkeypatch)
    with pytest.raises(OSError, match="output error"):
        sync_folder(tmp_path)
    with pytest.raises(OSError, match="output error"):
        sync_file(tmp_path / "file")
