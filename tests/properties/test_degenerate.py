"""Every analysis, every finding and every command, on networks at the edge of what can be."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any, cast, get_args, get_type_hints

import pytest
import typer

from netmap import analyses
from netmap.analyses.overlaps.structure import pair_overlap
from netmap.changes import ChangeSet, Put
from netmap.cli.analyses import commands
from netmap.cli.app import run
from netmap.findings.findings import findings
from netmap.model import AnyRecord
from netmap.network import Network
from netmap.store.sqlite import SqliteStore
from netmap.values import Part
from tests.analyses_list import ANALYSES
from tests.degenerate_networks import DEGENERATE
from tests.properties.test_analyses import TALKATIVE


@pytest.fixture(params=DEGENERATE)
def network(request: pytest.FixtureRequest) -> Network:
    """One such network."""
    return Network.from_records(DEGENERATE[request.param])


def test_every_analysis_has_an_answer(network: Network) -> None:
    """Typed rows, the same when asked again, without a warning of numpy."""
    for analysis in ANALYSES:
        found = analysis(network)
        rows = found if isinstance(found, list) else [found]
        assert all(isinstance(row, Part) for row in rows), analysis
        assert found == analysis(network), analysis
        json.dumps([row.model_dump(mode="json") for row in rows], allow_nan=False)


def test_findings_are_whole(network: Network) -> None:
    """Each has subjects, evidence and a suggestion in both languages."""
    for each in findings(network, thresholds=TALKATIVE):
        assert each.subjects
        assert each.evidence
        assert each.suggestion.de
        assert each.suggestion.en


@pytest.mark.parametrize("gone", ["everything dissolved", "all of it over"])
def test_nothing_is_said_about_what_is_over(gone: str) -> None:
    """No body and no office that is dissolved or ended is the subject of a finding."""
    bodies = {"AK", "SG", "council", "task force", "office", "club", "school", "union"}
    found = findings(Network.from_records(DEGENERATE[gone]), thresholds=TALKATIVE)
    assert not bodies & {subject.id for each in found for subject in each.subjects}


def _commands() -> dict[str, list[str]]:
    """Commands of all analyses by name, with further arguments that they cannot do without."""
    app = typer.Typer()
    commands.register(app)
    names = [each.name or cast(Any, each.callback).__name__ for each in app.registered_commands]
    return {name: FURTHER_ARGUMENTS.get(name, []) for name in [*names, "findings"]}


FURTHER_ARGUMENTS: dict[str, list[str]] = {}
"""What a command needs beside a network, by its name."""


@pytest.mark.parametrize("shape", DEGENERATE)
def test_every_command_answers_in_every_form(
    shape: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Sentences in both languages, one JSON array, CSV; nothing on standard error."""
    monkeypatch.setenv("NETMAP_STORE", f"sqlite:///{tmp_path / 'netmap.db'}")
    _fill(tmp_path / "netmap.db", shape)
    for name, further in _commands().items():
        command = [name.replace("_", "-"), "--network", "kreis", *further]
        for form in (
            ["--format", "json"],
            ["--format", "csv"],
            ["--language", "de"],
            ["--language", "en"],
        ):
            if name == "findings" and form[-1] == "csv":
                continue
            code = run([*command, *form])
            out, err = capsys.readouterr()
            assert (code, err) == (0, ""), (command, form)
            if form[-1] == "json":
                assert isinstance(json.loads(out), list)
            else:
                assert "nan" not in out.split()


def _fill(file: Path, shape: str) -> None:
    store = SqliteStore(file)
    store.apply(
        ChangeSet(
            network_id="kreis",
            author_id="test",
            author="Test",
            at=datetime(2025, 7, 7, 12, tzinfo=UTC),
            changes=tuple(Put(record=cast(AnyRecord, each)) for each in DEGENERATE[shape]),
            new_network="Kreis",
        )
    )
    store.close()


def test_no_analysis_is_left_out() -> None:
    """Every public function of a network that returns rows stands in the list."""
    listed = {each.func if isinstance(each, partial) else each for each in ANALYSES}
    there = {each for module in _modules() for each in _functions_of_a_network(module)}
    # Of two bodies that have to be there; what it says of a pair stands in `structure_overlap`.
    missing = there - listed - {pair_overlap}
    assert not missing, sorted(f"{each.__module__}.{each.__qualname__}" for each in missing)


def _modules() -> Iterator[ModuleType]:
    for each in pkgutil.walk_packages(analyses.__path__, f"{analyses.__name__}."):
        yield importlib.import_module(each.name)


def _functions_of_a_network(module: ModuleType) -> Iterator[Callable[..., Any]]:
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if name.startswith("_") or function.__module__ != module.__name__:
            continue
        hints = get_type_hints(function)
        first = next(iter(inspect.signature(function).parameters), None)
        if first is not None and hints[first] is Network and _is_of_rows(hints["return"]):
            yield function


def _is_of_rows(returned: Any) -> bool:
    row = get_args(returned)[0] if get_args(returned) else returned
    return isinstance(row, type) and issubclass(row, Part)
