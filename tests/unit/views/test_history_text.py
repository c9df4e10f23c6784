"""The change log in words."""

from __future__ import annotations

from datetime import UTC, datetime

from netmap.changes import LogEntry, LoggedChange
from netmap.language import Language
from netmap.model import Person
from netmap.views.history_text import history_text, record_history_text
from netmap.vocabulary import Asked, Kind

NOON = datetime(2024, 6, 1, 10, 0, tzinfo=UTC)
BO = Person(id="bo", version=1, name="Bo")
BODO = Person(id="bo", version=2, name="Bodo", asked=Asked.ANSWERED, attributes={"Raum": 7})


def entry(before: Person | None, after: Person | None, note: str = "") -> LogEntry:
    """An entry with one change."""
    change = LoggedChange(record_id="bo", kind=Kind.PERSON, before=before, after=after)
    return LogEntry(
        id="c1",
        network_id="city",
        revision=2,
        author_id="a",
        author="Ada",
        at=NOON,
        changes=(change,),
        note=note,
    )


def test_times_are_those_of_german_clocks() -> None:
    """Whatever zone the machine is set to: ten o'clock UTC is noon in summer."""
    told = history_text([entry(BO, BODO, note="Rückmeldung")], Language.DE)
    assert told == ("2024-06-01 12:00  Ada: 0 neu, 1 geändert, 0 entfernt – Rückmeldung\n    c1")


def test_the_story_of_a_record_names_what_changed() -> None:
    """Fields by their titles, before and after; what stayed is not told."""
    told = record_history_text([entry(BO, BODO)], Language.DE).splitlines()
    assert "    Name: Bo → Bodo" in told
    assert "    Weitere Angaben: – → Raum: 7" in told
    assert [line for line in told if "Funktion" in line or "ersion" in line] == []
    assert told[-1] == "    c1"


def test_the_story_begins_and_ends() -> None:
    """A new record says what it brought, a removed one what went."""
    assert "    Name: – → Bo" in record_history_text([entry(None, BO)], Language.DE)
    assert "    Name: Bo → –" in record_history_text([entry(BO, None)], Language.DE)
    assert record_history_text([], Language.EN) == "Nothing has been recorded yet."
