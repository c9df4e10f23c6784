"""Views of the map are kept with their network, checked, and never silently overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netmap.changes import Put
from netmap.errors import AccessDeniedError, ConflictError
from netmap.model import AnyRecord, Membership, Organization, Person, Topic
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.map_views import (
    MapViewInvalidError,
    MapViewNameTakenError,
    MapViewNotFoundError,
    MapViewService,
    WantedView,
)
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.store.sqlite import SqliteStore

_RECORDS: tuple[AnyRecord, ...] = (
    Person(id="ada", name="Ada Lovelace"),
    Person(id="bo", name="Bo", end_date="2024"),
    Organization(id="youth", name="Jugendrunde", meets=True),
    Topic(id="work", name="Beruf"),
    Membership(id="seat", member_id="ada", organization_id="youth"),
)


@pytest.fixture
def views(tmp_path: Path) -> Iterator[MapViewService]:
    """The use cases over a store with the network "n"."""
    store = SqliteStore(tmp_path / "netmap.db")
    records = RecordService(store)
    records.apply(LOCAL_OWNER, "n", [Put(record=each) for each in _RECORDS], new_network="N")
    yield MapViewService(NetworkService(store), records)
    store.close()


def _wanted(name: str = "Steuerung", *parameters: tuple[str, str], **places: float) -> WantedView:
    return WantedView(name, parameters, {each: (x, -x) for each, x in places.items()})


def test_only_what_there_is_is_kept(views: MapViewService) -> None:
    """What an address names that the map does not know leaves the view, and so do their places."""
    wanted = _wanted(
        "  Steuerung  und\tmehr ",
        ("level", "steering"),
        ("level", "gone"),
        ("colour", "level"),
        ("focus", "nobody"),
        ("topic", "work"),
        ("open", "youth"),
        ("lang", "en"),
        ("as_of", "2025-01-31"),
        ada=3,
        bo=4,
        nobody=5,
    )
    view, _ = views.add(LOCAL_OWNER, "n", wanted)
    assert views.view(LOCAL_OWNER, "n", view.id).name == "Steuerung und mehr"
    assert [(each.name.value, each.value) for each in view.query] == [
        ("level", "steering"),
        ("topic", "work"),
        ("open", "youth"),
        ("as_of", "2025-01-31"),
    ]
    # Bo was there until 2024.
    assert [(each.actor_id, each.x, each.y) for each in view.places] == [("ada", 3, -3)]


@pytest.mark.parametrize("name", ["", " \n ", "x" * 121, "a\u202eb"])
def test_a_view_needs_a_name_that_can_be_read(views: MapViewService, name: str) -> None:
    """Nobody finds a view again that has none."""
    with pytest.raises(MapViewInvalidError):
        views.add(LOCAL_OWNER, "n", _wanted(name))
    assert views.all(LOCAL_OWNER, "n") == []


def test_the_address_is_readable_unless_it_may_name_a_person(views: MapViewService) -> None:
    """Addresses stand in logs and histories of browsers; ids are not those of other records."""
    ids = {
        name: views.add(LOCAL_OWNER, "n", _wanted(name))[0].id
        for name in ("Steuerung 2025", "Um Lovelace herum")
    }
    assert ids["Steuerung 2025"] == "view-steuerung-2025"
    assert "lovelace" not in ids["Um Lovelace herum"]
    renamed = views.view(LOCAL_OWNER, "n", "steuerung 2025")
    views.rename(LOCAL_OWNER, "n", renamed.id, renamed.version, "Früher")
    again, _ = views.add(LOCAL_OWNER, "n", _wanted("Steuerung 2025"))
    assert again.id == "view-steuerung-2025-2"
    assert [each.name for each in views.all(LOCAL_OWNER, "n")] == [
        "Früher",
        "Steuerung 2025",
        "Um Lovelace herum",
    ]


def test_two_who_keep_the_same_view_meet_a_conflict(views: MapViewService) -> None:
    """A name is that of one view, and whoever saves an older state of it is told."""
    view, log = views.add(LOCAL_OWNER, "n", _wanted())
    with pytest.raises(MapViewNameTakenError):
        views.add(LOCAL_OWNER, "n", _wanted("STEUERUNG"))
    views.replace(LOCAL_OWNER, "n", view.id, log.revision, _wanted("", ada=1))
    with pytest.raises(ConflictError):
        views.replace(LOCAL_OWNER, "n", view.id, log.revision, _wanted("", ada=2))
    for stale in (views.rename, views.remove):
        with pytest.raises(ConflictError):
            stale(
                LOCAL_OWNER, "n", view.id, log.revision, *(["X"] if stale == views.rename else [])
            )
    stored = views.view(LOCAL_OWNER, "n", view.id)
    assert (stored.name, [each.x for each in stored.places]) == ("Steuerung", [1])
    views.remove(LOCAL_OWNER, "n", view.id, stored.version)
    with pytest.raises(MapViewNotFoundError):
        views.replace(LOCAL_OWNER, "n", view.id, stored.version, _wanted())


def test_who_is_not_on_the_map_keeps_the_place(views: MapViewService) -> None:
    """Saving a view at another date leaves alone whom that date does not show."""
    before, log = views.add(LOCAL_OWNER, "n", _wanted("V", ("as_of", "2024"), ada=1, bo=2))
    assert [each.actor_id for each in before.places] == ["ada", "bo"]
    later, log = views.replace(LOCAL_OWNER, "n", before.id, log.revision, _wanted("", ada=5))
    assert [(each.actor_id, each.x) for each in later.places] == [("ada", 5), ("bo", 2)]
    # Places of another arrangement would mean nothing.
    free, _ = views.replace(
        LOCAL_OWNER, "n", before.id, log.revision, _wanted("", ("arrange", "free"), ada=5)
    )
    assert [each.actor_id for each in free.places] == ["ada"]


def test_readers_open_views_and_change_none(views: MapViewService) -> None:
    """Whoever may read the network sees its views."""
    view, log = views.add(LOCAL_OWNER, "n", _wanted())
    reader = Principal(id="r", name="Reader", writes=frozenset())
    assert views.view(reader, "n", view.id).name == "Steuerung"
    with pytest.raises(AccessDeniedError):
        views.replace(reader, "n", view.id, log.revision, _wanted())
    assert not reader.may_write("n")
