"""Capability: any text is kept as it was written, whatever language or program it looks like."""

from __future__ import annotations

from netmap.changes import references
from netmap.errors import RecordNotFoundError
from netmap.map_views import MapView, PinnedPlace, ViewParameter
from netmap.model import (
    MODELS,
    Cooperation,
    Coordination,
    ExchangeTie,
    FindingMark,
    Membership,
    Organization,
    Person,
    Post,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.store.protocol import Store
from netmap.values import Identifier, Record, Source
from netmap.vocabulary import MapParameter, MarkStatus
from tests.contract.desk import Desk, changed
from tests.strategies import HOSTILE_TEXTS

NFC, NFD = "M\u00fcller", "Mu\u0308ller"

LANGUAGES = {
    "composed": NFC,
    "decomposed": NFD,
    "German": "Straßenverkehrsbehörde – „Grüße“ aus Überlingen, ẞ",
    "emoji": "👩‍👩‍👧‍👦 🏳️‍🌈 🇩🇪 \U0001d54f",
    "right to left": "شبكة التعليم \u200fרשת חינוך",
    "marks": "a\u0300\u0301\u0302 \u200b\u2028\ufeff.",
    "Turkish": "\u0130stanbul \u0131",
    "case": "STRASSE",
    "folded": "strasse",
}


def all_kinds(text: str) -> list[Record]:
    """A record of every kind with ``text`` in its id and in every text field."""
    common = {
        "identifiers": (Identifier(scheme=text, identifier=text),),
        "source": Source(label=text),
        "attributes": {text: text},
    }
    ids = {kind: f"{kind} {text}" for kind in MODELS}
    person, organization, topic, membership, tie, line, pact, work, mark, view = ids.values()
    fields: dict[type[Record], dict[str, object]] = {
        Person: {"id": person, "name": text, "function": text, "organization_id": organization},
        Organization: {
            "id": organization,
            **dict.fromkeys(
                (
                    "name",
                    "short_name",
                    "classification",
                    "territory",
                    "purpose",
                    "competence",
                    "legal_basis",
                ),
                text,
            ),
            "functions": (text, text),
            "target_groups": (text,),
            "coordination": Coordination(posts=(Post(label=text),)),
            "parent_id": organization,
            "successor_id": organization,
        },
        Topic: {"id": topic, "name": text, "description": text, "parent_id": topic},
        Membership: {
            "id": membership,
            "member_id": person,
            "organization_id": organization,
            "role_label": text,
            "on_behalf_of_ids": (organization,),
        },
        ExchangeTie: {
            "id": tie,
            "source_id": person,
            "target_id": organization,
            "channel": text,
            "topic_ids": (topic,),
            "reported_by_id": person,
        },
        ReportingLine: {
            "id": line,
            "sender_id": person,
            "receiver_id": organization,
            "form": text,
        },
        Cooperation: {
            "id": pact,
            "name": text,
            "aim": text,
            "party_ids": (person, organization),
            "decided_by_id": organization,
            "carried_by_id": person,
        },
        WorksOn: {"id": work, "actor_id": person, "topic_id": topic},
        FindingMark: {
            "id": mark,
            **dict.fromkeys(("finding_kind", "note", "data", "marked_by"), text),
            "finding_id": text,
            "status": MarkStatus.OPEN,
        },
        MapView: {
            "id": view,
            "name": text,
            "query": (ViewParameter(name=MapParameter.TOPIC, value=text),),
            "places": (PinnedPlace(actor_id=person, x=1, y=2),),
        },
    }
    return [model.model_validate({**common, **given}) for model, given in fields.items()]


def fields_left_empty(records: list[Record]) -> set[tuple[str, str]]:
    """Text fields that no record fills: the test above would miss them."""
    return {
        (record.kind.value, field)
        for record in records
        for field, value in record
        if value == "" or (value is None and field in record.REFERENCES)
    }


class Texts:
    """Texts and ids come back code point by code point."""

    def test_every_text_field_is_tried(self) -> None:
        """The records below leave no text field and no reference of any kind empty."""
        records = all_kinds("x")
        assert fields_left_empty(records) == set()
        assert {type(record) for record in records} == set(MODELS.values())
        for record in records:
            referring = {field for field, _, _ in references(record)}
            assert referring == set(record.REFERENCES)

    def test_languages(self, desk: Desk) -> None:
        """Umlauts, emoji, right-to-left text and invisible marks are kept as they are."""
        records = [record for text in LANGUAGES.values() for record in all_kinds(text)]
        desk.found(*records)
        assert desk.records() == {record.id: changed(record, version=1) for record in records}

    def test_looking_alike_is_not_being_alike(self, desk: Desk) -> None:
        """Ids are told apart by code points: composed and decomposed, upper and lower case."""
        ids = [NFC, NFD, "STRASSE", "strasse", "straße", "a", "a b", "a  b", "1", "1.0", "01"]
        desk.found(*(Person(id=each, name=each) for each in ids))
        assert {each: desk.record(each).id for each in ids} == {each: each for each in ids}
        desk.delete(NFC)
        assert desk.record(NFD).id == NFD
        for missing in (NFC, NFC.upper(), "Strasse", "a%", "_", "a\u0000"):
            try:
                found = desk.record(missing)
            except RecordNotFoundError:
                continue
            raise AssertionError(f"{missing!r} finds {found!r}")

    def test_hostile_texts(self, desk: Desk) -> None:
        """Text that looks like SQL, Cypher, HTML or a path is text, in every field and in ids."""
        records = [record for text in HOSTILE_TEXTS for record in all_kinds(text)]
        desk.found(*records)
        written = {record.id: changed(record, version=1) for record in records}
        assert desk.records() == written
        for record in all_kinds(HOSTILE_TEXTS[0]):
            assert desk.record(record.id) == written[record.id]
            assert [entry.revision for entry in desk.log(record_id=record.id)] == [1]

    def test_hostile_texts_can_be_changed_and_removed(self, desk: Desk) -> None:
        """Hostile ids are addressed exactly: freezing, erasing and deleting hit what they name."""
        records = [record for text in HOSTILE_TEXTS for record in all_kinds(text)]
        desk.found(*records)
        snapshot = desk.freeze(label=HOSTILE_TEXTS[0])
        person = all_kinds(HOSTILE_TEXTS[0])[0]
        desk.erase(person.id)
        assert len(desk.records()) == len(records)
        frozen = desk.store.read_snapshot(desk.network_id, snapshot.id)
        assert person.id not in {record.id for record in frozen.all_records()}
        desk.delete(*desk.records())
        assert desk.records() == {}

    def test_hostile_texts_about_change_sets(self, store: Store, desk: Desk) -> None:
        """Names of networks, notes, authors, labels and their ids are text as well."""
        for number, text in enumerate(HOSTILE_TEXTS):
            each = Desk(store, f"{desk.network_id}-{number}")
            short = text[:400].strip()
            change_set = each.change_set(
                id=short, note=text, author=short, author_id=short, undoes=short, new_network=short
            )
            entry = store.apply(change_set)
            assert store.network(each.network_id).name == short
            assert store.log_entry(each.network_id, short) == entry
            assert (entry.note, entry.author, entry.undoes) == (text, short, short)
            if number < 3:
                snapshot = each.freeze(short, short)
                assert store.snapshots(each.network_id) == [snapshot]
                assert list(store.read_snapshot(each.network_id, short).all_records()) == []

    def test_the_longest_texts(self, desk: Desk) -> None:
        """Ids of 500 and texts of 50,000 characters are kept whole, and told apart at the end."""
        ids = ["😀" * 499 + end for end in "ab"]
        desk.found(
            *(Organization(id=each, name="ü" * 1_000, purpose="😀" * 50_000) for each in ids)
        )
        assert desk.records() == {
            each: Organization(id=each, version=1, name="ü" * 1_000, purpose="😀" * 50_000)
            for each in ids
        }
