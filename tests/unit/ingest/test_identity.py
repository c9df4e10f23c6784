"""Made ids are the same whenever the same names are read, and differ where names differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from netmap.ingest.identity import identifier, made_id, name_key, record_id, tie_id
from netmap.vocabulary import Kind

NAMES = st.text(min_size=1).filter(lambda name: bool(name.strip()))


@given(NAMES, NAMES)
def test_names_have_one_id_each(first: str, second: str) -> None:
    """Two names have the same made id exactly when they differ in case and spacing only."""
    same = made_id(Kind.PERSON, first) == made_id(Kind.PERSON, second)
    assert same == (name_key(first) == name_key(second))


@given(NAMES)
def test_kinds_never_share_a_made_id(name: str) -> None:
    """A person, an organisation and a topic of one name have three ids."""
    kinds = (Kind.PERSON, Kind.ORGANIZATION, Kind.TOPIC)
    assert len({made_id(kind, name) for kind in kinds}) == 3


@given(NAMES)
def test_a_made_id_is_short_plain_text(name: str) -> None:
    """Any name gives an id of plain letters, digits and hyphens."""
    made = made_id(Kind.ORGANIZATION, name)
    assert made.isascii()
    assert made.replace("-", "").isalnum()
    assert len(made) < 100


def test_names_that_look_alike_as_slugs_are_told_apart() -> None:
    """Müller and Mueller are two names until a person says otherwise."""
    names = ("Anna Müller", "Anna Mueller", "Anna-Mueller", "Anna (Mueller)")
    assert len({made_id(Kind.PERSON, name) for name in names}) == 4


def test_ties_are_told_apart_by_their_ends_in_order() -> None:
    """The same ends in another order are another tie."""
    assert tie_id(Kind.MEMBERSHIP, "a", "b") != tie_id(Kind.MEMBERSHIP, "b", "a")
    assert tie_id(Kind.MEMBERSHIP, "ab", "c") != tie_id(Kind.MEMBERSHIP, "a", "bc")


def test_a_given_id_is_kept_where_it_is_free() -> None:
    """Only an id that is taken gets a prefix, then a number."""
    assert record_id("7", taken=set(), prefix="body") == "7"
    assert record_id("7", taken={"7"}, prefix="body") == "body-7"
    assert record_id("7", taken={"7", "body-7"}, prefix="body") == "body-7-2"


def test_an_id_longer_than_any_record_may_have_is_shortened() -> None:
    """An id of any length becomes one that a record may have, and stays in full beside it."""
    address = "https://example.org/bodies/7?" + "x" * 600
    assert len(record_id(address, taken=set(), prefix="body")) < 100
    assert identifier("bodies", address).identifier == address
