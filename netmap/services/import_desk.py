"""Files that wait to be imported: kept on disk between preview and import, for every process."""

from __future__ import annotations

import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import BinaryIO

from netmap.errors import NetmapError
from netmap.ingest.formats import Titles, read_sheets
from netmap.ingest.report import ImportReport
from netmap.ingest.retitling import unknown_titles
from netmap.ingest.table import Sheet
from netmap.language import Text
from netmap.principal import Principal
from netmap.progress import ImportCancelledError, Step
from netmap.services.import_state import (
    ABOUT,
    CANCEL,
    REPORT,
    STATE,
    Phase,
    UploadFolderError,
    WaitingImport,
    WaitingImportError,
    Watched,
    kept_report,
    read,
    told,
    write,
)
from netmap.services.imports import ImportService

_TOKEN = re.compile(r"[0-9a-f]{32}")
_KEPT_SECONDS = 24 * 60 * 60
_SILENT_SECONDS = 60.0
"""After so long without a word a job counts as broken off: its process is gone."""
_REPORTED = frozenset({Phase.CHECKED, Phase.APPLIED})


class ImportDesk:
    """Takes files in, checks them, and imports them when told so, each step in the background."""

    def __init__(
        self,
        imports: ImportService,
        folder: Path,
        *,
        limit_bytes: int,
        clock: Callable[[], float] = time.time,
    ) -> None:
        """Keep files in ``folder``, which every process of the server shares."""
        self._imports = imports
        self._folder = folder
        self._limit_bytes = limit_bytes
        self._clock = clock

    def take_in(
        self,
        principal: Principal,
        file: str,
        content: BinaryIO,
        *,
        network_id: str,
        network_name: str = "",
    ) -> str:
        """Keep a file and begin to check it.

        Returns:
            Its token.

        Raises:
            AccessDeniedError: The principal may not change this network.
            UploadFolderError: The folder cannot be written, or the disk is full.
        """
        principal.require_write(network_id)
        try:
            place = self._laid_down(file, content, network_id, network_name)
        except OSError as error:
            problem = error.strerror or str(error)
            raise UploadFolderError(problem=problem, folder=self._folder) from error
        self._begin(principal, place, Phase.CHECKING)
        return place.name

    def _laid_down(self, file: str, content: BinaryIO, network_id: str, network_name: str) -> Path:
        """A folder of its own with the file; none where that fails."""
        self._forget_old()
        place = self._folder / secrets.token_hex(16)
        place.mkdir(mode=0o700)
        try:
            (place / "data").mkdir(mode=0o700)
            with (place / "data" / file).open("xb") as stream:
                shutil.copyfileobj(content, stream)
            about = {"file": file, "network_id": network_id, "network_name": network_name}
            write(place / ABOUT, {**about, "titles": {}, "format": ""})
        except OSError:
            shutil.rmtree(place, ignore_errors=True)
            raise
        return place

    def check_again(
        self, principal: Principal, token: str, titles: Titles, *, source_format: str = ""
    ) -> None:
        """Check a file anew, with titles of columns taken for others, or as another format."""
        place = self._place(principal, token)
        about = read(place / ABOUT)
        write(place / ABOUT, {**about, "titles": titles, "format": source_format})
        self._begin(principal, place, Phase.CHECKING)

    def apply(self, principal: Principal, token: str) -> None:
        """Import a file that was checked."""
        place = self._place(principal, token)
        if self.waiting(principal, token).phase is Phase.CHECKED:
            self._begin(principal, place, Phase.APPLYING)

    def cancel(self, principal: Principal, token: str) -> str:
        """Stop what is being done, or forget the file; nothing is written.

        Returns:
            Id of the network that it was for.
        """
        place = self._place(principal, token)
        waiting = self.waiting(principal, token)
        (place / CANCEL).touch()
        if not waiting.phase.is_working:
            shutil.rmtree(place, ignore_errors=True)
        return waiting.network_id

    def waiting(self, principal: Principal, token: str) -> WaitingImport:
        """A file and how far it has come.

        Raises:
            WaitingImportError: There is none, or none any more.
            AccessDeniedError: The principal may not change the network it is for.
        """
        place = self._place(principal, token)
        about, state = read(place / ABOUT), read(place / STATE)
        phase = Phase(state["phase"])
        age = self._clock() - (place / STATE).stat().st_mtime
        if phase.is_working and age > _SILENT_SECONDS:
            phase = Phase.BROKEN_OFF
        report_file = place / REPORT
        shown = read(report_file) if phase in _REPORTED and report_file.exists() else None
        return WaitingImport(
            token=token,
            file=about["file"],
            network_id=about["network_id"],
            network_name=about["network_name"],
            titles=about["titles"],
            source_format=about.get("format", ""),
            phase=phase,
            step=Step(state["step"]) if state.get("step") else None,
            done=state.get("done", 0),
            total=state.get("total", 0),
            error=Text(**state["error"]) if state.get("error") else None,
            report=ImportReport.model_validate(shown["report"]) if shown else None,
            unknown=tuple(shown["unknown"]) if shown else (),
            left_out=(shown["left_out"][0], shown["left_out"][1]) if shown else (0, 0),
        )

    def wait(self, principal: Principal, token: str, seconds: float) -> WaitingImport:
        """The same, once nothing is being done any more, or after so many seconds."""
        end = time.monotonic() + seconds
        while (waiting := self.waiting(principal, token)).phase.is_working:
            if time.monotonic() > end:
                break
            time.sleep(0.05)
        return waiting

    def sheets(self, principal: Principal, token: str) -> list[Sheet]:
        """The tables of a file as they stand; none where it has no tables, or is gone."""
        place = self._place(principal, token)
        return _sheets(_data(place), self._limit_bytes)

    def _begin(self, principal: Principal, place: Path, phase: Phase) -> None:
        (place / CANCEL).unlink(missing_ok=True)
        write(place / STATE, {"phase": phase.value})
        Thread(target=self._work, args=(principal, place, phase), daemon=True).start()

    def _work(self, principal: Principal, place: Path, phase: Phase) -> None:
        watched = Watched(place, phase)
        try:
            about = read(place / ABOUT)
            report = self._imports.run(
                principal,
                _data(place),
                network_id=about["network_id"],
                name=about["network_name"] or None,
                mapping=about["titles"],
                source_format=about.get("format") or None,
                dry_run=phase is Phase.CHECKING,
                progress=watched,
            )
        except ImportCancelledError:
            _end(place, Phase.CANCELLED)
        except NetmapError as error:
            _end(place, Phase.FAILED, error=told(error))
        except Exception:
            _end(place, Phase.FAILED)
            # Who forgot the file wants to know nothing more about it.
            if place.exists():
                raise
        else:
            applied = report.applied or (phase is Phase.APPLYING and not report.has_errors)
            sheets = () if applied else _sheets(_data(place), self._limit_bytes)
            with suppress(FileNotFoundError):
                write(place / REPORT, kept_report(report, tuple(unknown_titles(sheets))))
            _end(place, Phase.APPLIED if applied else Phase.CHECKED)
            if applied:
                # It is in the network now.
                shutil.rmtree(place / "data", ignore_errors=True)

    def _place(self, principal: Principal, token: str) -> Path:
        place = self._folder / token
        if not _TOKEN.fullmatch(token) or not (place / STATE).is_file():
            raise WaitingImportError
        principal.require_write(read(place / ABOUT)["network_id"])
        return place

    def _forget_old(self) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for each in self._folder.iterdir():
            if _TOKEN.fullmatch(each.name) and _age(each, self._clock()) > _KEPT_SECONDS:
                shutil.rmtree(each, ignore_errors=True)


def _sheets(path: Path | None, limit_bytes: int) -> list[Sheet]:
    if path is None:
        return []
    try:
        return read_sheets(path, limit_bytes=limit_bytes)
    except NetmapError:
        # The report says what is wrong with the file.
        return []


def _end(place: Path, phase: Phase, **more: object) -> None:
    """Say how a job ended, unless somebody has forgotten its file meanwhile."""
    with suppress(FileNotFoundError):
        write(place / STATE, {"phase": phase.value, **more})


def _data(place: Path) -> Path:
    return next(_files(place / "data"))


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        raise WaitingImportError
    yield from folder.iterdir()
    raise WaitingImportError


def _age(place: Path, now: float) -> float:
    try:
        return now - place.stat().st_mtime
    except OSError:  # somebody else forgot it first
        return 0.0
