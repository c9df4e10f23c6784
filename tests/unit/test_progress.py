"""Progress: counting, and stopping from another thread."""

import pytest

from netmap.language import Language
from netmap.progress import Cancellable, ImportCancelledError, Step, counted
from tests.watching import Watcher


def test_items_are_counted_in_bundles_and_the_rest_at_the_end() -> None:
    """Nobody is told of every single row."""
    watcher = Watcher()
    assert list(counted(range(5), watcher, every=2)) == [0, 1, 2, 3, 4]
    assert watcher.told == [2, 2, 1]


def test_an_item_counts_as_done_when_the_next_one_is_asked_for() -> None:
    """While it is worked on it is not done."""
    watcher = Watcher()
    items = counted("ab", watcher, every=1)
    next(items)
    assert watcher.told == []
    next(items)
    assert watcher.told == [1]


def test_what_was_cancelled_stops_at_its_next_word() -> None:
    """Both a new step and a count end it, and the watcher hears no more."""
    watcher = Watcher()
    progress = Cancellable(watcher)
    progress.begin(Step.READ, 3)
    progress.advance(1)
    progress.cancel()
    with pytest.raises(ImportCancelledError):
        progress.advance(1)
    with pytest.raises(ImportCancelledError):
        progress.begin(Step.CHECK)
    assert (watcher.steps, watcher.told) == ([Step.READ], [1])


def test_steps_have_names_in_both_languages() -> None:
    """The bar speaks the language of its reader."""
    german = [step.words.in_language(Language.DE) for step in Step]
    english = [step.words.in_language(Language.EN) for step in Step]
    assert german == ["Lesen", "Prüfen", "Abgleichen", "Speichern"]
    assert english == ["Reading", "Checking", "Matching", "Storing"]
