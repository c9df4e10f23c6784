"""Pages of an endpoint on disk: whose they are."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from netmap.endpoints.kept_pages import KeptPages

_URL = "https://ris.example/oparl/system"


def test_a_page_is_kept_for_its_owner_alone(tmp_path: Path) -> None:
    """It comes back, and nobody else may read it."""
    pages = KeptPages.of(tmp_path / "cache", _URL)
    pages.keep(_URL, b"{}")
    assert pages.read(_URL) == b"{}"
    if os.name == "posix":
        assert pages.folder.stat().st_mode & 0o077 == 0
    pages.remove()
    assert not pages.folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="folders have no such modes and links there")
@pytest.mark.parametrize("trap", ["link", "open"])
def test_a_folder_that_others_prepared_is_not_used(tmp_path: Path, trap: str) -> None:
    """Where others can write to the cache, nothing goes into their folder or comes from it."""
    cache, theirs = tmp_path / "cache", tmp_path / "theirs"
    cache.mkdir()
    pages = KeptPages.of(cache, _URL)
    pages.keep(_URL, b"{}")
    pages.folder.rename(theirs)
    if trap == "link":
        pages.folder.symlink_to(theirs, target_is_directory=True)
    else:
        theirs.rename(pages.folder)
        pages.folder.chmod(0o777)
    assert pages.read(_URL) is None
    pages.keep(f"{_URL}/2", b"{}")
    assert len(list(pages.folder.iterdir())) == 1
    pages.remove()
    assert trap == "open" or len(list(theirs.iterdir())) == 1
