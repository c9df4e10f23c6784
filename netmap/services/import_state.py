"""What is known on disk about a file that waits to be imported: state, progress and report."""

from __future__ import annotations

import json
import secrets
import time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from netmap.errors import NetmapError
from netmap.ingest.formats import Titles
from netmap.ingest.report import ImportReport
from netmap.language import Text
from netmap.progress import ImportCancelledError, Step
from netmap.services.confidential import shown_report
from netmap.views.page_remedies import page_remedy

STATE, ABOUT, REPORT, CANCEL = "state.json", "about.json", "report.json", "cancel"
"""Names of the files beside the folder ``data``."""
_TOLD_EVERY_SECONDS = 0.5
_CHANGES_KEPT = 300
_PROBLEMS_KEPT = 1_000


class WaitingImportError(NetmapError):
    """No file waits to be imported under this address any more."""

    code = "import.not_waiting"
    cause = Text(
        de="Unter dieser Adresse wartet keine Datei mehr auf den Import.",
        en="No file waits to be imported at this address any more.",
    )
    remedy = Text(
        de="Dateien werden einen Tag lang aufgehoben; die Datei bitte noch einmal hochladen.",
        en="Files are kept for a day; upload the file once more.",
    )


class UploadFolderError(NetmapError):
    """The folder of uploaded files cannot be written."""

    code = "import.folder"
    cause = Text(
        de="Die hochgeladene Datei lässt sich nicht ablegen: {problem} ({folder}).",
        en="The uploaded file cannot be kept: {problem} ({folder}).",
    )
    remedy = Text(
        de="Es wurde nichts übernommen. Wer netmap betreibt, sorgt für Platz und Rechte in diesem "
        "Ordner oder nennt mit NETMAP_UPLOAD_FOLDER einen anderen.",
        en="Nothing was taken in. Whoever runs netmap sees to space and rights in this folder, or "
        "names another one with NETMAP_UPLOAD_FOLDER.",
    )


class Phase(StrEnum):
    """How far an import has come."""

    CHECKING = "checking"
    CHECKED = "checked"
    APPLYING = "applying"
    APPLIED = "applied"
    CANCELLED = "cancelled"
    BROKEN_OFF = "broken_off"
    FAILED = "failed"

    @property
    def is_working(self) -> bool:
        """Whether something is being done."""
        return self in {Phase.CHECKING, Phase.APPLYING}


@dataclass(frozen=True, slots=True)
class WaitingImport:
    """A file that waits to be imported, and what is known about it.

    Attributes:
        token: Stands in the address; says nothing.
        file: Its name, as it was uploaded.
        network_id: Where it is to go.
        network_name: Name of a new network; empty where the network is there.
        titles: Unknown titles of columns, and the known ones that they are taken for.
        source_format: The format that somebody chose; empty where it is found out.
        step: What is being done; ``None`` before it began.
        done: How much of the step is done.
        total: Of how much; 0 where nobody knows.
        error: Why it failed.
        report: What it would change, or has changed; lists cut to what a page can show.
        unknown: Titles of columns that nobody knows.
        left_out: How many changes and problems the report leaves out.
    """

    token: str
    file: str
    network_id: str
    network_name: str
    titles: Titles
    source_format: str
    phase: Phase
    step: Step | None = None
    done: int = 0
    total: int = 0
    error: Text | None = None
    report: ImportReport | None = None
    unknown: tuple[str, ...] = ()
    left_out: tuple[int, int] = (0, 0)


class Watched:
    """Progress that is written to a file, and stopped by one."""

    def __init__(self, place: Path, phase: Phase) -> None:
        """Tell of a job whose files lie in ``place``."""
        self._place = place
        self._phase = phase
        self._state: dict[str, Any] = {}
        self._told = 0.0

    def begin(self, step: Step, total: int | None = None) -> None:
        """A step begins.

        Raises:
            ImportCancelledError: Somebody asked for it.
        """
        self._state = {"step": step.value, "done": 0, "total": total or 0}
        self._tell(at_once=True)

    def advance(self, done: int) -> None:
        """So much more is done.

        Raises:
            ImportCancelledError: Somebody asked for it.
        """
        self._state["done"] += done
        self._tell(at_once=False)

    def _tell(self, *, at_once: bool) -> None:
        now = time.monotonic()
        if at_once or now - self._told >= _TOLD_EVERY_SECONDS:
            self._told = now
            if (self._place / CANCEL).exists() or not self._place.exists():
                raise ImportCancelledError
            write(self._place / STATE, {"phase": self._phase.value, **self._state})


def kept_report(report: ImportReport, unknown: tuple[str, ...]) -> dict[str, Any]:
    """A report cut to what a page shows: all counts, the first changes and problems."""
    discreet = shown_report(report, confidential=False)
    cut = discreet.model_copy(
        update={
            "changes": discreet.changes[:_CHANGES_KEPT],
            "problems": discreet.problems[:_PROBLEMS_KEPT],
        }
    )
    left_out = (
        len(report.changes) - len(cut.changes),
        len(report.problems) - len(cut.problems),
    )
    return {"report": cut.model_dump(mode="json"), "unknown": unknown, "left_out": left_out}


def told(error: NetmapError) -> dict[str, str]:
    """Cause and remedy of an error, to be kept for the page."""
    cause, remedy = error.cause_text, page_remedy(error.code, error.remedy_text)
    return Text(de=f"{cause.de} {remedy.de}", en=f"{cause.en} {remedy.en}").to_dict()


def read(file: Path) -> dict[str, Any]:
    """The content of a small file.

    Raises:
        WaitingImportError: It is not there (any more).
    """
    try:
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise WaitingImportError from None
    return found


def write(file: Path, content: dict[str, Any]) -> None:
    """Write a small file whole: a reader sees the one before, or this one."""
    fresh = file.with_suffix(f".{secrets.token_hex(4)}")
    fresh.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    fresh.replace(file)
