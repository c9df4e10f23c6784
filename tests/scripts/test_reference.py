"""The generated reference is complete and notices when the code has moved on."""

from __future__ import annotations

from pathlib import Path

import pytest

from netmap.errors import NetworkNotFoundError
from netmap.settings import Settings
from scripts import reference


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with all pages as they should be now."""
    reference.write(tmp_path)
    return tmp_path


def test_pages_just_written_are_up_to_date(pages: Path) -> None:
    """Writing twice gives the same text, so there is nothing to report."""
    assert list(reference.outdated(pages)) == []


def test_a_page_that_says_something_else_is_outdated(pages: Path) -> None:
    """The difference shows the line that the code no longer says."""
    page = pages / "settings.md"
    page.write_text(page.read_text("utf-8") + "NETMAP_GONE\n", encoding="utf-8")
    (difference,) = reference.outdated(pages)
    assert "-NETMAP_GONE" in difference


def test_a_missing_page_is_outdated(pages: Path) -> None:
    """A page that was never written differs, too."""
    (pages / "errors.md").unlink()
    (difference,) = reference.outdated(pages)
    assert "errors.md" in difference


def test_a_page_that_nothing_writes_is_reported(pages: Path) -> None:
    """A page left over from another time would drift unseen."""
    (pages / "old.md").touch()
    (difference,) = reference.outdated(pages)
    assert "old.md: nothing writes this page" in difference


def test_every_setting_is_documented() -> None:
    """Each setting stands there with the name of its variable and a meaning."""
    page = reference.settings_page()
    for name, field in Settings.model_fields.items():
        assert f"| `NETMAP_{name.upper()}` |" in page
        assert field.description, name
        assert field.description in page


def test_every_error_is_documented_in_both_languages() -> None:
    """Each code has a section with cause and remedy in English and German."""
    page = reference.errors_page()
    assert f"## `{NetworkNotFoundError.code}`" in page
    assert NetworkNotFoundError.cause.de in page
    assert NetworkNotFoundError.remedy.en in page


def test_error_codes_are_unique() -> None:
    """Programs tell errors apart by code, so no two sections share one."""
    sections = [line for line in reference.errors_page().splitlines() if line.startswith("## ")]
    assert len(sections) == len(set(sections))


def test_every_command_is_documented() -> None:
    """The commands that the first steps need stand there with their options."""
    page = reference.commands_page()
    for command in ("import", "findings", "overlaps", "map", "serve", "demo", "query", "template"):
        assert f"## `netmap {command}`" in page
    assert "`--network`" in page


def test_a_default_of_zero_is_shown() -> None:
    """Zero is a value, so it is not left out as if there were no default."""
    assert "| `min_jaccard` | share | `0` |" in reference.queries_page()


def test_no_page_names_this_machine() -> None:
    """Pages read alike wherever they were written: no home folder, no path of a checkout."""
    for write_page in reference.PAGE_OF.values():
        page = write_page()
        assert str(Path.home()) not in page
        assert str(reference.PAGES) not in page
