"""A file that describes a body that does not exist yet is read, or refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from netmap.errors import NetmapError
from netmap.ingest.candidate_file import read_candidate


def written(folder: Path, content: str) -> Path:
    """A file with this content."""
    file = folder / "new.json"
    file.write_text(content, encoding="utf-8")
    return file


def test_a_candidate_is_read(tmp_path: Path) -> None:
    """Every field may be left out but one."""
    found = read_candidate(written(tmp_path, '\ufeff{"members": ["Jörg", "Ada"], "name": "AG"}'))
    assert (found.members, found.name, found.topics) == (("Jörg", "Ada"), "AG", ())


@pytest.mark.parametrize(
    ("content", "code", "line", "field", "problem"),
    [
        ("", "ingest.empty", None, None, "nothing in it"),
        ("{", "ingest.candidate", 1, None, "cut off"),
        ('{"name": "AG",\n "topics": [}', "ingest.candidate", 2, None, "}"),
        ('{"name": "a", "name": "b"}', "ingest.candidate", 1, None, "twice"),
        ("[]", "ingest.candidate", None, None, "JSON object"),
        ("{}", "ingest.candidate", None, None, "at least one"),
        ('{"member": []}', "ingest.candidate", None, "member", "no such field"),
        ('{"members": "Ada"}', "ingest.candidate", None, "members", "list"),
        ('{"members": ["Ada", 7]}', "ingest.candidate", None, "members.1", "text"),
        ('{"members": [""]}', "ingest.candidate", None, "members.0", "1 characters"),
        ('{"name": null}', "ingest.candidate", None, "name", "text"),
        ('{"purpose": "\\u0000"}', "ingest.candidate", None, "purpose", "control character"),
        (
            '{"topics": [' + ",".join(['"x"'] * 1001) + "]}",
            "ingest.candidate",
            None,
            "topics",
            "1000 items",
        ),
    ],
)
def test_what_is_no_candidate_is_refused_with_its_place(
    tmp_path: Path, content: str, code: str, line: int | None, field: str | None, problem: str
) -> None:
    """File, line or field, what is wrong there, and what to do."""
    with pytest.raises(NetmapError, match=problem) as refused:
        read_candidate(written(tmp_path, content))
    error = refused.value
    assert error.place is not None
    assert (error.code, error.place.file) == (code, "new.json")
    assert (error.place.line, error.place.field) == (line, field)
    assert error.remedy_text.de
    assert error.remedy_text.en


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    """Before anything is made of it."""
    with pytest.raises(NetmapError) as refused:
        read_candidate(written(tmp_path, " " * 4_000_001))
    assert refused.value.code == "ingest.too_large"
