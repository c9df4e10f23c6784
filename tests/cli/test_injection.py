"""Texts that want to be more than texts, in every argument and option of every command."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer

from netmap.cli.app import app, run
from netmap.store.sqlite import SqliteStore
from netmap.values import Record
from tests.cli.conftest import BUCHENAU, Netmap

HOSTILE = (
    "'; DROP TABLE network; --",
    '") UNION SELECT sql FROM sqlite_master --',
    "'}) DETACH DELETE n //",
    "{{7777*1001}}%s%n",
    "a\r\nb\x00c",
    "-1",
)
_LEAKS = ("Traceback", "sqlite3", "syntax error", "CREATE TABLE", "7784777")
# These go on until somebody stops them.
_LASTING = {"serve", "demo"}
_SENSIBLE = {
    "source": "sqlite:///netmap.db",
    "target": "sqlite:///copy.db",
    "network": "attacked",
    "output": "out.graphml",
    "file": "backup.db",
    "person": "nobody",
    "change_set": "none",
    "status": "discussed",
}
"""What stands where a command insists on a value and another one is attacked."""


@cache
def commands() -> tuple[Any, typer.Context]:
    """All commands, and what it takes to ask for one."""
    group = typer.main.get_group(app)
    return group, typer.Context(group, info_name="netmap")


def parameters() -> Iterator[tuple[str, str]]:
    """Every argument and option that takes a value, with its command."""
    group, context = commands()
    for name in sorted(set(group.list_commands(context)) - _LASTING):
        command = group.get_command(context, name)
        assert command is not None
        for each in command.params:
            if not getattr(each, "is_flag", False) and each.name != "help":
                yield name, str(each.name)


def arguments(command: str, attacked: str, text: str) -> list[str]:
    """A command line in which one parameter holds a hostile text and the rest make sense."""
    group, context = commands()
    found = group.get_command(context, command)
    assert found is not None
    line = [command]
    options: list[Any] = [each for each in found.params if each.param_type_name == "option"]
    for each in options:
        if each.name == attacked:
            line.append(f"{each.opts[0]}={text}")
        elif each.required or each.name == "network":
            line.append(f"{each.opts[0]}={_SENSIBLE[each.name]}")
    if any(each.name == "yes" for each in options):
        line.append("--yes")
    positional = [
        text if each.name == attacked else _SENSIBLE.get(str(each.name), "none")
        for each in found.params
        if each.param_type_name == "argument"
    ]
    return [*line, "--", *positional]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a store that holds one network; every test works on a copy."""
    place = tmp_path_factory.mktemp("filled")
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NETMAP_STORE", f"sqlite:///{place / 'netmap.db'}")
        assert run(["import", str(BUCHENAU), "--network", "beside"]) == 0
    return place


@pytest.fixture(scope="module")
def before(filled: Path) -> list[Record]:
    """What its network holds."""
    return beside(filled)


@pytest.mark.parametrize(("command", "parameter"), list(parameters()))
def test_a_hostile_text_is_only_a_text(
    netmap: Netmap,
    filled: Path,
    before: list[Record],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    parameter: str,
) -> None:
    """It is taken or refused in words, and a network that nobody named stays as it was."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(filled, tmp_path, dirs_exist_ok=True)
    # Half of them for each, so that all together meet every one.
    for text in HOSTILE[len(parameter) % 2 :: 2]:
        ran = netmap(*arguments(command, parameter, text))
        assert ran.code in {0, 1, 2}, ran.err
        told = (ran.out + ran.err).replace(text, "")
        assert not [leak for leak in _LEAKS if leak in told]
    assert beside(tmp_path) == before


def beside(folder: Path) -> list[Record]:
    """What the network holds that nobody named; the store has no damage."""
    with closing(SqliteStore(folder / "netmap.db")) as store:
        assert not list(store.damages())
        return list(store.read("beside").all_records())
