from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from netmap.changes import LogEntry, LoggedChange
from netmap.language import Language
from netmap.model import AnyRecord, Membership, Organization, Person, WorksOn
from netmap.views.map_saved import SavedWords, saved_words

_AG = Organization(id="ag", name="AG Neu", meets=True)
_ADA = Person(id="ada", name="Ada", organization_id="amt")
_AMT = Organization(id="amt", name="Jugendamt")
_SEAT = Membership(id="seat", member_id="ada", organization_id="ag")
_WORK = WorksOn(id="work", actor_id="ada", topic_id="topic")
_NAMES = {"topic": "Monitoring", "koko": "Koordinierung"}


def _told(
    changes: Sequence[tuple[AnyRecord | None, AnyRecord | None]], *, undoes: str | None = None
) -> SavedWords:
    logged = []
    for before, after in changes:
        record = after or before
        assert record is not None
        logged.append(
            LoggedChange(record_id=record.id, kind=record.kind, before=before, after=after)
        )
    entry = LogEntry(
        id="change",
        network_id="a",
        revision=2,
        author_id="x",
        author="Bea",
        at=datetime(2026, 1, 1, tzinfo=UTC),
        note="",
        changes=tuple(logged),
        undoes=undoes,
    )
    return saved_words(entry, _NAMES, Language.DE)


def test_whoever_was_entered_along_with_a_person_comes_second() -> None:
    """The form was about the person, its house was made on the way; topics belong to the form."""
    told = _told([(None, _AMT), (None, _ADA), (None, _WORK)])
    assert told.words == "Eingetragen: Organisation Jugendamt; Eingetragen: Person Ada"
    assert told.actor_ids[0] == "ada"
    assert "Bea" not in told.words


def test_a_tie_is_told_by_its_ends_even_where_they_went_with_it() -> None:
    """Names of what is gone are those that it had."""
    told = _told([(_SEAT, None), (_AG, None), (_ADA, None)], undoes="first")
    assert told.words.startswith("Zurückgenommen. Entfernt: Mitgliedschaft Ada in AG Neu; ")
    assert told.actor_ids[0] == "ada"


def test_what_was_changed_is_named() -> None:
    """The fields of a changed record, and nothing of a record that was saved as it was."""
    assert _told([(_AMT, _AMT.model_copy(update={"short_name": "JA"}))]).words == (
        "Geändert: Jugendamt (Kurzname)"
    )
    assert _told([(_AMT, _AMT)]).words == "Geändert: Jugendamt"


def test_topics_alone_are_told() -> None:
    """Nothing else was changed, so this is what the change is about."""
    told = _told([(None, _WORK)])
    assert told.words == "Eingetragen: Arbeit am Thema ada: Monitoring"
    assert told.actor_ids[0] == "ada"


def test_many_changes_are_counted() -> None:
    """An import is one change set, too."""
    people = [Person(id=f"p{number}", name=f"Ada {number}") for number in range(10)]
    told = _told([(None, each) for each in people])
    assert told.words.endswith("Person Ada 2; und 7 weitere")


def test_a_change_set_without_changes_says_nothing() -> None:
    """An empty network is begun by one."""
    assert _told([]) == SavedWords("", ())
