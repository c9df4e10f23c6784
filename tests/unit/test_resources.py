"""Where the folders are found that netmap ships beside its code."""

from __future__ import annotations

from pathlib import Path

import pytest

from netmap import resources


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of the name netmap in an otherwise empty place."""
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "netmap")
    return tmp_path / "netmap"


def test_an_installed_package_brings_its_own(package: Path) -> None:
    """The folder inside the package wins over one beside it."""
    (package / "queries").mkdir(parents=True)
    (package.parent / "queries").mkdir()
    (package.parent / "pyproject.toml").touch()
    assert resources.folder("queries") == package / "queries"


def test_a_checkout_has_them_at_its_root(package: Path) -> None:
    """Without a folder inside the package the root of the checkout has it."""
    (package.parent / "queries").mkdir()
    (package.parent / "pyproject.toml").touch()
    assert resources.folder("queries") == package.parent / "queries"


def test_a_strangers_folder_beside_the_package_is_not_taken(package: Path) -> None:
    """Beside an installed package, a folder of that name belongs to somebody else."""
    (package.parent / "examples").mkdir()
    with pytest.raises(FileNotFoundError, match="install netmap again"):
        resources.folder("examples")
