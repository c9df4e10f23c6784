"""What somebody gets who installs the wheel on a machine that has nothing of netmap."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parents[2]

# The wheel is built and installed once, so the tests stay on one worker.
pytestmark = pytest.mark.xdist_group("wheel")


def run(*command: str | Path, cwd: Path, env: dict[str, str] | None = None) -> str:
    """Run a program to its end; what it prints, or a failure that shows what it said."""
    done = subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    if done.returncode != 0:
        pytest.fail(f"{command} ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


def source_files() -> list[str]:
    """What a clean checkout of this tree holds: everything that git does not ignore."""
    listed = run(
        "git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT
    ).split("\0")
    return sorted({name for name in listed if name and (ROOT / name).is_file()})


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a clean copy of the tree."""
    checkout = tmp_path_factory.mktemp("checkout")
    for name in source_files():
        target = checkout / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)
    built = tmp_path_factory.mktemp("dist")
    options = ["--wheel", "--no-isolation", "--outdir", str(built)]
    run(sys.executable, "-m", "build", *options, cwd=checkout)
    (file,) = built.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an otherwise empty environment in which the wheel was installed."""
    place = tmp_path_factory.mktemp("environment")
    venv.create(place)
    programs = place / ("Scripts" if os.name == "nt" else "bin")
    # This environment's pip installs there. Python compiles what is imported; compiling all else
    # is most of the time that pip takes.
    pip: list[str | Path] = [
        *(sys.executable, "-m", "pip", "--python", programs / "python"),
        *("install", "--quiet", "--disable-pip-version-check", "--no-compile"),
    ]
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.txt", cwd=place)
    run(*pip, "--no-deps", wheel, cwd=place)
    return programs


def test_the_wheel_brings_everything_that_the_program_reads(wheel: Path) -> None:
    """Templates, static files, translations, queries and example workbooks are inside."""
    shipped = [
        name if name.startswith("netmap/") else f"netmap/{name}"
        for name in source_files()
        if name.startswith("netmap/")
        or (name.startswith("queries/") and name.endswith(".cypher"))
        or (name.startswith("examples/") and name.endswith(".xlsx"))
    ]
    for part in ("queries", "examples", "web/templates", "web/static", "web/translations"):
        assert any(name.startswith(f"netmap/{part}/") for name in shipped), part
    assert set(shipped) - set(ZipFile(wheel).namelist()) == set()


def test_the_wheel_brings_nothing_else(wheel: Path) -> None:
    """Tests, scripts and notes stay at home, and nobody else's names are taken."""
    tops = {name.partition("/")[0] for name in ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"netmap"}
    assert wheel.name.startswith("netmap_service-")


def test_what_the_wheel_asks_for_is_what_the_lock_holds(installed: Path) -> None:
    """Nothing that the package declares is missing from requirements.txt."""
    pip = (sys.executable, "-m", "pip", "--python", installed / "python")
    report = run(*pip, "check", cwd=installed)
    assert "No broken requirements found" in report


def test_the_demo_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    """The installed command shows findings in German, away from any checkout, twice the same."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    hidden = ("NETMAP_", "XDG_", "PYTHON", "LANG", "LC_")
    env = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    env |= {"HOME": str(tmp_path / "home"), "USERPROFILE": str(tmp_path / "home")}
    first = run(installed / "netmap", "demo", "--once", cwd=elsewhere, env=env)
    assert "Mögliche Überschneidung" in first
    assert "Was gut läuft" in first
    assert list(elsewhere.iterdir()) == [], "the demo leaves nothing in the current folder"
    assert run(installed / "netmap", "demo", "--once", cwd=elsewhere, env=env) == first
