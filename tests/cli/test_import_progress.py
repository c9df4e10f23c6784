"""`netmap import` while it runs: bars for a person at a terminal, and Ctrl+C."""

import io
from collections.abc import Iterable
from pathlib import Path

import pytest

from netmap.cli.progress_bar import shown_progress
from netmap.language import Language
from netmap.progress import UNWATCHED, Step
from tests.cli.conftest import BUCHENAU, Netmap


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_person_at_a_terminal_sees_each_step_and_no_trace_of_it_afterwards(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Bars stand on standard error, in the language of the reader."""
    terminal = _Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with shown_progress(Language.DE) as progress:
        progress.begin(Step.READ, 2)
        progress.advance(1)
        progress.begin(Step.CHECK)
        progress.begin(Step.MATCH, 4)
        progress.begin(Step.MATCH, 4)
        progress.begin(Step.STORE)
    shown = terminal.getvalue()
    assert all(word in shown for word in ("Lesen", "Prüfen", "Abgleichen", "Speichern"))
    # The last thing written erases the lines of the bars.
    assert shown.rstrip().endswith("\x1b[2K")


def test_nothing_is_shown_where_no_terminal_shows_it(netmap: Netmap) -> None:
    """A pipe gets messages alone, and JSON stays JSON."""
    ran = netmap("import", BUCHENAU, "--network", "k", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.rows["applied"]
    with shown_progress(Language.EN) as progress:
        assert progress is UNWATCHED


def test_bars_leave_the_report_on_standard_output_as_it_is(
    netmap: Netmap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With or without a terminal the same bytes are printed."""
    plain = netmap("import", BUCHENAU, "--network", "k", "--dry-run", "--json")
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    watched = netmap("import", BUCHENAU, "--network", "k", "--dry-run", "--json")
    assert watched.out == plain.out
    assert "Lesen" in watched.err


def test_ctrl_c_in_the_middle_of_writing_leaves_nothing_half_done(
    buchenau: Netmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records are written already when the log is: all of it is taken back."""
    before = buchenau("networks", "--format", "json").out
    new = tmp_path / "list.csv"
    new.write_text("Name;Gremien\nAda Neu;AG Neu\n", encoding="utf-8")

    def interrupted(*_: object, **__: object) -> Iterable[None]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("netmap.store.sqlite_networks.append", interrupted)
        ran = buchenau("import", new, "--network", "buchenau")
    assert ran.code == 130
    assert buchenau("networks", "--format", "json").out == before
    assert buchenau("import", new, "--network", "buchenau", "--json").rows["applied"]
