"""Larger edits as a use case: what was seen is what is done, as one change set."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import cast

import pytest

from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.edits.edit import seen
from netmap.edits.errors import EditOutdatedError
from netmap.edits.merging import merge
from netmap.errors import AccessDeniedError
from netmap.language import Language
from netmap.model import AnyRecord, Membership, Organization, Person
from netmap.network import Network
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.use_cases import UseCases
from netmap.settings import Settings
from netmap.store.sqlite import SqliteStore
from netmap.values import Record

_RECORDS: list[Record] = [
    Organization(id="body", name="Runde"),
    Person(id="ada", name="Ada Klein"),
    Person(id="ada2", name="Ada Klein", function="Leitung"),
    Membership(id="seat", member_id="ada2", organization_id="body"),
]
_MERGE = partial(merge, kept_id="ada", other_id="ada2")


@pytest.fixture
def use_cases(tmp_path: Path) -> Iterator[UseCases]:
    """Use cases over a store with one person entered twice."""
    store = SqliteStore(tmp_path / "netmap.db")
    made = use_cases_over(store, Settings(store="sqlite:///unused.db"))
    changes = [Put(record=cast(AnyRecord, each)) for each in _RECORDS]
    made.records.apply(LOCAL_OWNER, "net", changes, new_network="Net")
    yield made
    store.close()


def _contents(use_cases: UseCases) -> dict[str, Record]:
    network: Network = use_cases.networks.at(LOCAL_OWNER, "net")
    return {each.id: each.at_version(0) for each in network.all_records()}


def test_an_edit_is_one_change_set_with_a_note_and_undo_takes_all_of_it_back(
    use_cases: UseCases,
) -> None:
    """What the preview showed is done, and afterwards nothing of it is left."""
    before = _contents(use_cases)
    preview = use_cases.edits.preview(LOCAL_OWNER, "net", _MERGE)
    entry = use_cases.edits.apply(
        LOCAL_OWNER, "net", _MERGE, seen_before=seen(preview.changes), language=Language.DE
    )
    assert "ada2" not in _contents(use_cases)
    assert entry.note == "Zwei Einträge einer Person zusammengeführt"
    use_cases.records.undo(LOCAL_OWNER, "net", entry.id)
    assert _contents(use_cases) == before


def test_what_a_colleague_changed_meanwhile_is_shown_before_anything_is_written(
    use_cases: UseCases,
) -> None:
    """A change of a record that belongs to the edit stops it; a change elsewhere does not."""
    preview = use_cases.edits.preview(LOCAL_OWNER, "net", _MERGE)
    record = use_cases.records.record(LOCAL_OWNER, "net", "seat")
    changed = cast(AnyRecord, record.model_copy(update={"start_date": "2024"}))
    use_cases.records.apply(LOCAL_OWNER, "net", [Put(record=changed)])
    with pytest.raises(EditOutdatedError):
        use_cases.edits.apply(
            LOCAL_OWNER, "net", _MERGE, seen_before=seen(preview.changes), language=Language.DE
        )
    again = use_cases.edits.preview(LOCAL_OWNER, "net", _MERGE)
    use_cases.records.apply(LOCAL_OWNER, "net", [Put(record=Person(id="eva", name="Eva"))])
    use_cases.edits.apply(
        LOCAL_OWNER, "net", _MERGE, seen_before=seen(again.changes), language=Language.EN
    )
    assert "ada2" not in _contents(use_cases)


def test_a_reader_previews_but_does_not_change(use_cases: UseCases) -> None:
    """Whoever may only read is refused, and nothing is written."""
    reader = Principal(id="r", name="R", writes=frozenset())
    preview = use_cases.edits.preview(reader, "net", _MERGE)
    with pytest.raises(AccessDeniedError):
        use_cases.edits.apply(
            reader, "net", _MERGE, seen_before=seen(preview.changes), language=Language.DE
        )
    assert "ada2" in _contents(use_cases)
