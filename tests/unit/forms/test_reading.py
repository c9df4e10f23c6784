from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from examples import small
from netmap.forms.fields import FORMS, FormKind, form_kind
from netmap.forms.names import record_names
from netmap.forms.reading import FormReader, Reading
from netmap.forms.texts import form_texts
from netmap.language import Language
from netmap.model import Membership, Organization, Person, Topic
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Kind, Role
from tests.strategies import networks_of_records

_NETWORK = Network.from_records(small.records())
_NAMES = record_names(_NETWORK)


def _read(
    kind: FormKind,
    texts: Mapping[str, tuple[str, ...]],
    *,
    network: Network = _NETWORK,
    stored: Record | None = None,
    picked: Mapping[tuple[str, int], str] | None = None,
) -> Reading:
    names, form = record_names(network), FORMS[kind]
    reader = FormReader(
        form=form,
        names=names,
        stored=stored.model_dump() if stored else {"id": "new"},
        shown=form_texts(form, stored, names, (), Language.DE) if stored else {},
        picked=picked or {},
        fresh_ids=lambda _kind, _name: "fresh",
    )
    return reader.read(texts)


@given(records=networks_of_records(max_records_per_kind=2), language=st.sampled_from(Language))
@settings(max_examples=50)
def test_what_nobody_touches_stays(records: list[Record], language: Language) -> None:
    """A form that is sent as it was opened makes the very record that it shows."""
    names = record_names(Network.from_records(records))
    for record in records:
        kind = form_kind(record, is_body=isinstance(record, Organization) and bool(record.meets))
        if kind is None:
            continue
        texts = form_texts(FORMS[kind], record, names, (), language)
        stored = record.model_dump()
        reader = FormReader(
            FORMS[kind], names, stored, texts, picked={}, fresh_ids=lambda *_: "fresh"
        )
        reading = reader.read(texts)
        # What a file said may contradict itself; a form asks to settle that.
        assert set(reading.doubts) <= {"end_date", "actor_b", "receiver", "body"}
        assert reading.record == record or reading.doubts


@pytest.mark.parametrize("language", list(Language))
def test_what_a_form_shows_is_understood_when_typed_anew(language: Language) -> None:
    """Each text that a form shows of the example reads as the value that it stands for."""
    for record in small.records():
        is_body = record.id in _NAMES.bodies
        kind = form_kind(record, is_body=is_body)
        if kind is None:
            continue
        form = FORMS[kind]
        texts = form_texts(form, record, _NAMES, (), language)
        blank = {"id": record.id, "version": record.version, "attributes": record.attributes}
        if is_body:
            blank["meets"] = getattr(record, "meets", None)
        reader = FormReader(form, _NAMES, blank, {}, picked={}, fresh_ids=lambda *_: "fresh")
        reading = reader.read(texts)
        assert reading.doubts == {}
        assert reading.record is not None
        after = form_texts(form, reading.record, _NAMES, (), language)
        assert after == texts, record.id


def test_words_are_read_as_in_files() -> None:
    """Dates, frequencies and roles may be typed as people write them."""
    found = _read(
        FormKind.MEMBERSHIP,
        {
            "member": ("jugendamt",),
            "body": (next(_NAMES.shown[each] for each in sorted(_NAMES.bodies)),),
            "role": ("stellv. Vorsitzende",),
            "start_date": ("1.8.2023",),
        },
    )
    assert isinstance(found.record, Membership)
    assert (found.record.role, found.record.role_label) == (
        Role.DEPUTY_CHAIR,
        "stellv. Vorsitzende",
    )
    assert found.record.start_date == "2023-08-01"
    assert found.record.member_id == "jugendamt"


@pytest.mark.parametrize(
    ("kind", "texts", "field"),
    [
        (FormKind.PERSON, {"sector": ("administration",)}, "name"),
        (FormKind.ORGANIZATION, {}, "name"),
        (FormKind.ORGANIZATION, {"name": ("A",), "start_date": ("soon",)}, "start_date"),
        (FormKind.TOPIC, {"name": ("x" * 2000,)}, "name"),
        (
            FormKind.BODY,
            {"name": ("A",), "start_date": ("2024",), "end_date": ("2023",)},
            "end_date",
        ),
        (
            FormKind.BODY,
            {"name": ("A",), "meetings_per_year": ("nach Bedarf",)},
            "meetings_per_year",
        ),
        (FormKind.EXCHANGE_TIE, {"actor_a": ("Jugendamt",), "actor_b": ("Jugendamt",)}, "actor_b"),
    ],
)
def test_what_cannot_be_saved_is_told_at_its_field(
    kind: FormKind, texts: Mapping[str, tuple[str, ...]], field: str
) -> None:
    """The doubt stands with the field, and no record is made."""
    found = _read(kind, texts)
    assert field in found.doubts
    assert found.record is None


def test_a_name_that_nobody_knows_offers_what_may_be_meant() -> None:
    """Records with a name alike, and a new one of each kind that fits; the choice decides."""
    texts = {"name": ("Neu",), "parent": ("Jugendamtt",)}
    asked = _read(FormKind.ORGANIZATION, texts)
    (doubt,) = asked.doubts["parent"]
    assert [each.value for each in doubt.choices] == ["jugendamt", "new:organization"]
    meant = _read(FormKind.ORGANIZATION, texts, picked={("parent", 0): "jugendamt"})
    assert isinstance(meant.record, Organization)
    assert (meant.record.parent_id, meant.created) == ("jugendamt", [])
    made = _read(FormKind.ORGANIZATION, texts, picked={("parent", 0): "new:organization"})
    assert isinstance(made.record, Organization)
    assert made.record.parent_id == "fresh"
    assert made.created == [Organization(id="fresh", name="Jugendamtt")]


def test_a_choice_of_another_kind_counts_for_nothing() -> None:
    """A forged choice cannot make a topic the parent of an organisation."""
    network = Network.from_records([Topic(id="t", name="Topic"), Organization(id="o", name="O")])
    texts = {"name": ("Neu",), "parent": ("Topic",)}
    for picked in ("t", "new:topic", "nobody"):
        found = _read(FormKind.ORGANIZATION, texts, network=network, picked={("parent", 0): picked})
        assert "parent" in found.doubts


def test_namesakes_are_told_apart() -> None:
    """Two persons of one name are shown with their houses, and the plain name is in doubt."""
    network = Network.from_records(
        [
            Organization(id="a", name="Office A"),
            Organization(id="b", name="Office B"),
            Person(id="p", name="Kim Lee", organization_id="a"),
            Person(id="q", name="Kim Lee", organization_id="b"),
        ]
    )
    names = record_names(network)
    assert names.shown["p"] == "Kim Lee (Office A)"
    assert names.meant("kim lee (office b)", [Kind.PERSON]) == ["q"]
    texts = {"member": ("Kim Lee",), "body": ("Office A",)}
    (doubt,) = _read(FormKind.MEMBERSHIP, texts, network=network).doubts["member"]
    assert {each.record_id for each in doubt.choices if each.record_id} == {"p", "q"}
