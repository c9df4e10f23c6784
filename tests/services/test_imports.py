"""The use case of importing: its steps, stopping it, and the garbage collector meanwhile."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from netmap.errors import NetmapError
from netmap.principal import LOCAL_OWNER
from netmap.progress import Cancellable, ImportCancelledError, Step
from netmap.services.imports import ImportService
from netmap.store.sqlite import SqliteStore
from tests.watching import Watcher

PERSONS = "ID;Name;Organisation\np1;Ada Müller;o1\np2;Bo Becker;o1\n"
ORGANIZATIONS = "ID;Name\no1;Jugendamt\n"
MEMBERSHIPS = "Person-ID;Gremium-ID;Rolle\np1;g1;Vorsitz\np2;g1;Mitglied\n"
BODIES = "ID;Name\ng1;AG Übergang\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """An empty store."""
    opened = SqliteStore(tmp_path / "netmap.db")
    yield opened
    opened.close()


@pytest.fixture
def service(store: SqliteStore) -> ImportService:
    """The use case over that store."""
    return ImportService(store, limit_bytes=1_000_000)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A folder of CSV files: six rows."""
    folder = tmp_path / "workbook"
    folder.mkdir()
    sheets = {
        "Personen": PERSONS,
        "Organisationen": ORGANIZATIONS,
        "Mitgliedschaften": MEMBERSHIPS,
        "Gremien": BODIES,
    }
    for name, text in sheets.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def test_an_import_tells_its_steps_in_order_and_how_far_each_is(
    service: ImportService, workbook: Path
) -> None:
    """Files, then rows (understood, made records), then records; storing is one piece."""
    watcher = Watcher()
    service.run(LOCAL_OWNER, workbook, network_id="k", progress=watcher)
    assert list(dict.fromkeys(watcher.steps)) == list(Step)
    assert watcher.totals == {Step.READ: 4, Step.CHECK: 12, Step.MATCH: 6, Step.STORE: None}
    assert watcher.done == {Step.READ: 4, Step.CHECK: 12, Step.MATCH: 6}


def test_an_import_that_changes_nothing_never_begins_to_store(
    service: ImportService, workbook: Path
) -> None:
    """So does a dry run."""
    service.run(LOCAL_OWNER, workbook, network_id="k")
    for dry_run in (False, True):
        watcher = Watcher()
        service.run(LOCAL_OWNER, workbook, network_id="k", dry_run=dry_run, progress=watcher)
        assert list(dict.fromkeys(watcher.steps)) == [Step.READ, Step.CHECK, Step.MATCH]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("list.csv", "Name;Organisation;Gremien\nAda Müller;Jugendamt;AG Übergang\n"),
        ("cross.csv", "Name;AG Übergang;AG Sport\nAda Müller;x;\nBo Becker;x;x\n"),
        ("popolo.json", '{"persons": [{"id": "p1", "name": "Ada Müller"}]}'),
    ],
)
def test_every_layout_tells_that_it_is_read_and_checked(
    service: ImportService, tmp_path: Path, name: str, content: str
) -> None:
    """Small files say no totals."""
    (tmp_path / name).write_text(content, encoding="utf-8")
    watcher = Watcher()
    report = service.run(LOCAL_OWNER, tmp_path / name, network_id="k", progress=watcher)
    assert report.applied
    assert list(dict.fromkeys(watcher.steps)) == list(Step)


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("error", [ImportCancelledError(), KeyboardInterrupt()])
def test_an_import_stopped_at_any_step_leaves_the_store_as_it_was(
    service: ImportService, store: SqliteStore, workbook: Path, step: Step, error: BaseException
) -> None:
    """By a watcher, and by Ctrl+C: no network, no record, no revision."""
    with pytest.raises(type(error)):
        service.run(LOCAL_OWNER, workbook, network_id="k", progress=Watcher(step, error))
    assert store.networks() == []


def test_another_thread_may_cancel(service: ImportService, workbook: Path) -> None:
    """The error says that nothing was written, in words a page can show."""
    progress = Cancellable()
    progress.cancel()
    with pytest.raises(NetmapError) as caught:
        service.run(LOCAL_OWNER, workbook, network_id="k", progress=progress)
    assert caught.value.code == "import.cancelled"


def test_an_import_leaves_the_garbage_collector_as_it_found_it(
    service: ImportService, workbook: Path
) -> None:
    """Held back while it runs, whether it ends well or is stopped."""
    seen: list[bool] = []

    class Looking(Watcher):
        def begin(self, step: Step, total: int | None = None) -> None:
            seen.append(gc.isenabled())
            super().begin(step, total)

    assert gc.isenabled()
    service.run(LOCAL_OWNER, workbook, network_id="k", progress=Looking())
    with pytest.raises(ImportCancelledError):
        service.run(
            LOCAL_OWNER,
            workbook,
            network_id="l",
            progress=Looking(Step.STORE, ImportCancelledError()),
        )
    assert gc.isenabled()
    assert not any(seen)
