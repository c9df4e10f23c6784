"""Change sets: what a plan refuses, what it logs, and how it is taken back."""

from collections.abc import Iterable
from datetime import UTC, datetime

import pytest

from netmap.changes import (
    ChangeSet,
    Delete,
    LogEntry,
    LoggedChange,
    Put,
    checked_network_id,
    inverse,
    plan,
)
from netmap.errors import (
    ConflictError,
    DanglingReferenceError,
    InvalidRecordError,
    NetworkIdError,
    RecordKindError,
)
from netmap.model import AnyRecord, Membership, Organization, Person

AT = datetime(2026, 1, 31, tzinfo=UTC)
ADA = Person(id="ada", name="Ada", version=3)
YOUTH = Organization(id="youth", name="Youth", version=3)
SEAT = Membership(id="seat", member_id="ada", organization_id="youth", version=3)


def planned(
    *changes: Put | Delete,
    current: Iterable[AnyRecord] = (),
    targets: Iterable[AnyRecord] = (),
    referrers: dict[str, list[tuple[str, str]]] | None = None,
) -> list[LoggedChange]:
    """The plan of these changes at revision 4."""
    change_set = ChangeSet(network_id="n", author_id="a", author="A", at=AT, changes=changes)
    return plan(
        change_set,
        revision=4,
        current={record.id: record for record in current},
        target_kinds={record.id: record.kind for record in targets},
        referrers=referrers or {},
    )


def test_a_new_record_gets_the_revision_as_its_version() -> None:
    """The version of a record is the revision of the network that wrote it."""
    (logged,) = planned(Put(record=Person(id="bo", name="Bo")))
    assert logged.before is None
    assert logged.after == Person(id="bo", name="Bo", version=4)


def test_a_put_that_changes_nothing_is_left_out() -> None:
    """Storing what is stored already is no change."""
    assert planned(Put(record=ADA), current=[ADA]) == []


def test_an_attribute_that_changes_its_type_is_a_change() -> None:
    """The number 1 and the answer yes are two things, though Python calls them equal."""
    one, yes = (ADA.model_copy(update={"attributes": {"a": value}}) for value in (1, True))
    assert len(planned(Put(record=yes), current=[one])) == 1


@pytest.mark.parametrize("version", [0, 2, 4])
def test_a_stale_version_is_a_conflict_that_shows_both(version: int) -> None:
    """Whoever did not read the present version gets both to compare."""
    mine = ADA.model_copy(update={"name": "Ada L.", "version": version})
    with pytest.raises(ConflictError) as caught:
        planned(Put(record=mine), current=[ADA])
    assert (caught.value.fields["yours"], caught.value.fields["theirs"]) == (mine, ADA)


def test_changing_or_deleting_what_is_gone_is_a_conflict() -> None:
    """A record that somebody removed cannot be changed or removed again."""
    with pytest.raises(ConflictError):
        planned(Put(record=ADA))
    with pytest.raises(ConflictError):
        planned(Delete(record_id="ada", version=3))


def test_an_id_keeps_its_kind() -> None:
    """An id that names an organisation cannot become a person."""
    with pytest.raises(RecordKindError):
        planned(Put(record=Person(id="youth", name="Y", version=3)), current=[YOUTH])


def test_a_reference_must_lead_to_a_record_of_the_right_kind() -> None:
    """A seat in nothing, or in a person, is refused; one written together with its ends is not."""
    seat = Put(record=Membership(id="seat", member_id="ada", organization_id="youth"))
    with pytest.raises(DanglingReferenceError):
        planned(seat, targets=[ADA])
    with pytest.raises(DanglingReferenceError):
        planned(seat, targets=[ADA, Person(id="youth", name="Youth")])
    assert planned(seat, targets=[ADA, YOUTH])
    assert planned(
        seat,
        Put(record=Person(id="ada", name="Ada")),
        Put(record=Organization(id="youth", name="Youth")),
    )


def test_what_others_refer_to_is_deleted_only_together_with_them() -> None:
    """Deleting Ada alone is refused; deleting Ada and her seat is not."""
    referrers = {"ada": [("seat", "member_id")]}
    ada, seat = Delete(record_id="ada", version=3), Delete(record_id="seat", version=3)
    with pytest.raises(DanglingReferenceError):
        planned(ada, current=[ADA], referrers=referrers)
    assert len(planned(ada, seat, current=[ADA, SEAT], referrers=referrers)) == 2


def test_an_unchanged_referrer_in_the_same_change_set_is_checked_too() -> None:
    """Repeating a seat unchanged does not let its member vanish."""
    with pytest.raises(DanglingReferenceError):
        planned(
            Put(record=SEAT),
            Delete(record_id="ada", version=3),
            current=[ADA, SEAT],
            targets=[YOUTH],
            referrers={"ada": [("seat", "member_id")]},
        )


def test_a_record_stands_once_in_a_change_set() -> None:
    """Two changes to one record would have no order that everybody expects."""
    with pytest.raises(InvalidRecordError):
        planned(Put(record=ADA), Delete(record_id="ada", version=3), current=[ADA])


def test_the_inverse_restores_what_stood_before() -> None:
    """Created records are deleted, deleted ones created, changed ones changed back."""
    bo = Person(id="bo", name="Bo", version=4)
    renamed = ADA.model_copy(update={"name": "Ada L.", "version": 4})
    entry = LogEntry(
        id="c",
        network_id="n",
        revision=4,
        author_id="a",
        author="A",
        at=AT,
        changes=(
            LoggedChange(record_id="bo", kind=bo.kind, before=None, after=bo),
            LoggedChange(record_id="ada", kind=ADA.kind, before=ADA, after=renamed),
            LoggedChange(record_id="seat", kind=SEAT.kind, before=SEAT, after=None),
        ),
    )
    undo = inverse(entry, author_id="b", author="B", at=AT)
    assert undo.undoes == "c"
    assert undo.changes == (
        Put(record=SEAT.model_copy(update={"version": 0})),
        Put(record=ADA.model_copy(update={"version": 4})),
        Delete(record_id="bo", version=4),
    )


@pytest.mark.parametrize("network_id", ["", "a b", "ä", "../x", "-a", "a/b", "a" * 65])
def test_an_id_that_cannot_stand_in_an_address_is_refused(network_id: str) -> None:
    """Ids of networks are plain enough for every address and file name."""
    with pytest.raises(NetworkIdError):
        checked_network_id(network_id)
