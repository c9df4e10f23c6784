"""The licence check says no where it has to."""

from __future__ import annotations

import json
from email.message import Message
from pathlib import Path

import pytest

from scripts import check_licences
from scripts.check_licences import (
    is_permissive,
    licence_of,
    problems_of_assets,
    problems_of_distributions,
    runtime_distributions,
)


def metadata(**fields: str) -> Message:
    """Metadata of a distribution, underscores standing for hyphens."""
    message = Message()
    for name, value in fields.items():
        message[name.replace("_", "-")] = value
    return message


@pytest.mark.parametrize(
    ("expression", "permissive"),
    [
        ("MIT", True),
        ("Apache-2.0 AND Python-2.0", True),
        ("MIT OR GPL-2.0-only", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND LGPL-2.1-only", False),
        ("AGPL-3.0-only", False),
        ("EUPL-1.2", False),
        ("not stated", False),
        ("free for schools", False),
    ],
)
def test_only_permissive_expressions_pass(expression: str, permissive: bool) -> None:
    """A licence passes when every part that one has to accept is on the list."""
    assert is_permissive(expression) is permissive


@pytest.mark.parametrize(
    ("stated", "licence"),
    [
        (metadata(License_Expression="MIT", License="see file"), "MIT"),
        (metadata(Classifier="License :: OSI Approved :: MIT License"), "MIT"),
        (
            metadata(
                License="MIT",
                Classifier="License :: OSI Approved :: GNU General Public License v3 (GPLv3)",
            ),
            "GNU General Public License v3 (GPLv3)",
        ),
        (metadata(License="Apache 2.0"), "Apache-2.0"),
        (metadata(License="GPL"), "GPL"),
        (metadata(), "not stated"),
    ],
)
def test_the_most_exact_statement_counts(stated: Message, licence: str) -> None:
    """An expression wins over a classifier, and a classifier over free text."""
    assert licence_of(stated) == licence


def test_the_lock_names_what_this_machine_installs() -> None:
    """Entries for other systems are left out, hashes and comments are no entries."""
    lock = (
        "# runtime\n"
        "alpha==1.0 \\\n    --hash=sha256:00\n"
        "beta==2.0 ; sys_platform == 'no-such-system' \\\n    --hash=sha256:11\n"
        "gamma==3.0 ; python_version >= '3'\n"
    )
    assert runtime_distributions(lock) == ["alpha", "gamma"]


def test_a_locked_distribution_that_is_missing_is_a_problem() -> None:
    """What is not installed has not been looked at, and that is said."""
    (problem,) = problems_of_distributions(["netmap-needs-no-such-thing"])
    assert "not installed" in problem


def test_a_distribution_under_another_licence_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """The problem names the distribution and its licence."""
    monkeypatch.setattr(check_licences, "licence_of", lambda _: "GPL-3.0-only")
    (problem,) = problems_of_distributions(["pytest"])
    assert problem.startswith("pytest: licence 'GPL-3.0-only'")


@pytest.fixture
def vendor(tmp_path: Path) -> Path:
    """A folder of assets that is in order."""
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "LICENSE.txt").write_text("MIT", encoding="utf-8")
    listed = [{"folder": "maps", "licence": "MIT"}]
    (tmp_path / "versions.json").write_text(json.dumps(listed), encoding="utf-8")
    return tmp_path


def test_assets_with_notice_and_licence_pass(vendor: Path) -> None:
    """A folder that is listed and holds its notice is no problem."""
    assert list(problems_of_assets(vendor)) == []


def test_assets_without_a_notice_are_a_problem(vendor: Path) -> None:
    """An empty notice is none."""
    (vendor / "maps" / "LICENSE.txt").write_text("", encoding="utf-8")
    (problem,) = problems_of_assets(vendor)
    assert problem.endswith("no licence notice beside the assets")


def test_assets_that_nobody_listed_are_a_problem(vendor: Path) -> None:
    """A folder that versions.json does not know came from somewhere else."""
    (vendor / "extra").mkdir()
    (vendor / "extra" / "LICENSE").write_text("MIT", encoding="utf-8")
    (problem,) = problems_of_assets(vendor)
    assert problem.endswith("not listed in versions.json")


def test_assets_under_another_licence_are_a_problem(vendor: Path) -> None:
    """A licence that may not be passed on is named."""
    listed = [{"folder": "maps", "licence": "GPL-3.0-only"}]
    (vendor / "versions.json").write_text(json.dumps(listed), encoding="utf-8")
    (problem,) = problems_of_assets(vendor)
    assert "'GPL-3.0-only'" in problem
