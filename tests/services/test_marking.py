"""Marking findings on behalf of a principal: rights, and what an erasure finds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.errors import AccessDeniedError
from netmap.language import Language
from netmap.model import AnyRecord, Membership, Organization, Person
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.marking import FindingNotFoundError
from netmap.services.use_cases import UseCases
from netmap.store.sqlite import SqliteStore
from netmap.vocabulary import MarkStatus
from tests.web.conftest import settings

_WRITER = Principal(id="w", name="Wilma", reads=frozenset({"n"}), writes=frozenset({"n"}))
_READER = Principal(id="r", name="Rita", reads=frozenset({"n"}), writes=frozenset())


@pytest.fixture
def use_cases(tmp_path: Path) -> Iterator[UseCases]:
    """A network in which two bodies share three members."""
    store = SqliteStore(tmp_path / "netmap.db")
    made = use_cases_over(store, settings())
    people = [Person(id=each, name=f"{each} Muster") for each in ("Ada", "Bo", "Cy")]
    bodies = [Organization(id=each, name=each, meets=True) for each in ("Jugend", "Sport")]
    seats = [
        Membership(id=f"{person.id} {body.id}", member_id=person.id, organization_id=body.id)
        for person in people
        for body in bodies
    ]
    records: list[AnyRecord] = [*people, *bodies, *seats]
    changes = [Put(record=each) for each in records]
    made.records.apply(LOCAL_OWNER, "n", changes, new_network="N")
    yield made
    store.close()


def _finding(use_cases: UseCases) -> str:
    found = use_cases.insights.findings(_READER, "n", intended=True)
    return next(each.id for each in found if not each.positive)


def test_who_may_only_read_marks_nothing(use_cases: UseCases) -> None:
    """A mark is a change like any other, and says who made it."""
    finding = _finding(use_cases)
    with pytest.raises(AccessDeniedError):
        use_cases.marking.mark(_READER, "n", finding, MarkStatus.INTENDED, language=Language.DE)
    use_cases.marking.mark(_WRITER, "n", finding, MarkStatus.DISCUSSED, language=Language.EN)
    said = use_cases.marking.finding(_READER, "n", finding).assessment
    assert said is not None
    assert said.marked_by == "Wilma"
    (entry,) = use_cases.records.history(_READER, "n", limit=1)
    assert (entry.author, entry.note) == ("Wilma", "Possible overlap: discussed")


def test_what_is_not_found_is_not_marked(use_cases: UseCases) -> None:
    """Nobody marks what the data do not suggest."""
    with pytest.raises(FindingNotFoundError):
        use_cases.marking.mark(_WRITER, "n", "0" * 16, MarkStatus.INTENDED, language=Language.DE)


def test_an_erasure_tells_of_notes_that_name_the_person(use_cases: UseCases) -> None:
    """Notes are texts like any other: somebody has to read them."""
    finding = _finding(use_cases)
    use_cases.marking.mark(
        _WRITER, "n", finding, MarkStatus.INTENDED, "Ada Muster will es so", language=Language.DE
    )
    erasure = use_cases.records.erase_person(LOCAL_OWNER, "n", "Ada")
    assert erasure.mentions == (f"mark-{finding}",)
