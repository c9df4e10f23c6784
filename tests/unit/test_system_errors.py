"""What the system refuses is said in the languages of the interface."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from netmap.language import Language
from netmap.services.files import FileWriteError, write_whole
from netmap.system_errors import what_failed


def test_a_folder_that_is_not_there_is_named_in_german(tmp_path: Path) -> None:
    """Not in the words of the C library."""
    with pytest.raises(FileWriteError) as caught:
        write_whole(tmp_path / "fehlt" / "a.xlsx", b"x", replace=False)
    assert "ihren Ordner gibt es nicht" in caught.value.message(Language.DE)


def test_rare_errors_keep_the_words_of_the_system() -> None:
    """They are better than none."""
    error = OSError(errno.EXDEV, "Invalid cross-device link")
    assert what_failed(error).de == what_failed(error).en == "Invalid cross-device link"
