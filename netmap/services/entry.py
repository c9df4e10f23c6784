"""Use cases of entering and correcting record by record."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from netmap.changes import Change, Delete, LogEntry, Put, new_id
from netmap.dates import today
from netmap.edits.similar import Similar, similar
from netmap.errors import ConflictError, RecordNotFoundError
from netmap.forms.fields import FORMS, FormDefinition, FormKind, form_kind
from netmap.forms.names import RecordNames, record_names
from netmap.forms.reading import FormReader, Reading
from netmap.forms.texts import Texts, date_text, form_texts, given_texts
from netmap.forms.ties import TieRow, ties_of
from netmap.ingest.identity import made_id
from netmap.language import Language, Text
from netmap.model import AnyRecord, WorksOn
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.values import Record
from netmap.vocabulary import Kind

_NAMED = frozenset({FormKind.PERSON, FormKind.ORGANIZATION, FormKind.BODY, FormKind.TOPIC})
_OWN = Text(de="eigene Eingabe", en="own entry")


@dataclass(frozen=True, eq=False)
class OpenForm:
    """A form as it is opened: of a record, or of a new one.

    Attributes:
        record: ``None`` for a new record.
        texts: What stands in its fields.
        topic_ids: What an actor works on.
    """

    definition: FormDefinition
    names: RecordNames
    record: Record | None
    texts: Texts
    topic_ids: tuple[str, ...] = ()

    @property
    def version(self) -> int:
        """The version that saving replaces; 0 for a new record."""
        return 0 if self.record is None else self.record.version


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else changed the record meanwhile.

    Attributes:
        yours: What was to be saved.
        theirs: What is stored now; ``None`` where it was deleted.
        base: What both began from; ``None`` where the log no longer tells.
    """

    yours: Record
    theirs: Record | None
    base: Record | None


@dataclass(frozen=True, eq=False)
class Outcome:
    """What came of a form that was sent; exactly one of the first three, or doubts in ``reading``.

    Attributes:
        saved: The entry of the change log.
        conflict: Nothing was written, because somebody else had.
        alike: Nothing was written yet: records that this new one may be a duplicate of.
        record_id: Id of the record.
    """

    reading: Reading
    record_id: str
    saved: LogEntry | None = None
    conflict: Conflict | None = None
    alike: tuple[Similar, ...] = ()


class EntryService:
    """Forms of single records, on behalf of a principal."""

    def __init__(self, networks: NetworkService, records: RecordService) -> None:
        """Read and write through these use cases."""
        self._networks = networks
        self._records = records

    def names(self, principal: Principal, network_id: str) -> RecordNames:
        """What the records of a network are called, for choosing among them."""
        return self._networks.at(principal, network_id, None).once(record_names)

    def ties(self, principal: Principal, network_id: str, actor_id: str) -> tuple[TieRow, ...]:
        """The seats and ties of an actor, to be changed one by one."""
        return ties_of(self._networks.at(principal, network_id, None), actor_id)

    def form_of(
        self,
        principal: Principal,
        network_id: str,
        record_id: str,
        language: Language,
        given: Mapping[str, Sequence[str]] | None = None,
    ) -> OpenForm:
        """The form of a record as it stands, or with other records filled in.

        Args:
            principal: Who opens it.
            network_id: Where.
            record_id: The record.
            language: Of what stands in the form.
            given: Ids of records that are meant, by field: the house of a person.

        Raises:
            RecordNotFoundError: There is no such record, or it is no more than a link that the
                form of an actor changes.
        """
        record = self._records.record(principal, network_id, record_id)
        names = self.names(principal, network_id)
        is_body = record_id in names.bodies or getattr(record, "meets", None) is True
        kind = form_kind(record, is_body=is_body)
        if kind is None:
            raise RecordNotFoundError(network_id=network_id, record_id=record_id)
        topic_ids = _topics_of(self._networks.at(principal, network_id, None), record_id)
        texts = form_texts(FORMS[kind], record, names, topic_ids, language)
        texts |= given_texts(FORMS[kind], names, given or {})
        return OpenForm(FORMS[kind], names, record, texts, topic_ids)

    def new_form(
        self,
        principal: Principal,
        network_id: str,
        kind: FormKind,
        language: Language,
        given: Mapping[str, Sequence[str]],
    ) -> OpenForm:
        """The form of a new record.

        Args:
            principal: Who enters it.
            network_id: Where.
            kind: Which form.
            language: Of what is filled in.
            given: Ids of records that are meant, by field: the body whose member is entered.
        """
        names = self.names(principal, network_id)
        texts: dict[str, tuple[str, ...]] = {
            "source": (_OWN.in_language(language),),
            "source_date": (date_text(today().first.isoformat(), language),),
        }
        texts |= given_texts(FORMS[kind], names, given)
        return OpenForm(FORMS[kind], names, None, texts)

    def save(
        self,
        principal: Principal,
        network_id: str,
        form: OpenForm,
        *,
        texts: Texts,
        version: int,
        picked: Mapping[tuple[str, int], str],
        anyway: bool = False,
        note: str = "",
    ) -> Outcome:
        """Save what was typed into a form as one change set, or say what stands against it.

        Args:
            principal: Who saves.
            network_id: Where.
            form: The form as it opens now.
            texts: What was typed, by field.
            version: The version that the person saw; 0 for a new record.
            picked: What was chosen for unclear names, by field and number of the text.
            anyway: A new record is known to be none of those alike.
            note: Why, in words.
        """
        stored = form.record
        record_id = stored.id if stored else self._fresh(form, texts)
        before = stored.model_dump() if stored else _blank(form.definition, record_id)
        reader = FormReader(
            form=form.definition,
            names=form.names,
            stored={**before, "version": version},
            shown=form.texts if stored else {},
            picked=picked,
            fresh_ids=lambda kind, name: fresh_id(kind, name, form.names.shown),
        )
        reading = reader.read(texts, stored_topics=form.topic_ids)
        if reading.record is None:
            return Outcome(reading, record_id)
        if stored is None and not anyway:
            alike = self._alike(principal, network_id, form, reading)
            if alike:
                return Outcome(reading, record_id, alike=alike)
        changes: list[Change] = [
            Put(cast(AnyRecord, each)) for each in (*reading.created, reading.record)
        ]
        changes += self._topic_changes(principal, network_id, record_id, form, reading)
        try:
            entry = self._records.apply(principal, network_id, changes, note=note)
        except ConflictError as error:
            if error.fields["record_id"] != record_id or stored is None:
                raise
            base = self._at_version(principal, network_id, record_id, version)
            theirs = error.fields["theirs"]
            conflict = Conflict(
                reading.record, theirs if isinstance(theirs, Record) else None, base
            )
            return Outcome(reading, record_id, conflict=conflict)
        return Outcome(reading, record_id, saved=entry)

    def _fresh(self, form: OpenForm, texts: Texts) -> str:
        name = next(iter(texts.get("name", ())), "")
        return fresh_id(form.definition.record_kind, name, form.names.shown)

    def _alike(
        self, principal: Principal, network_id: str, form: OpenForm, reading: Reading
    ) -> tuple[Similar, ...]:
        if form.definition.kind not in _NAMED or reading.record is None:
            return ()
        values = reading.record.model_dump()
        return similar(
            self._networks.at(principal, network_id, None),
            values["name"] or values.get("function", ""),
            kind=form.definition.record_kind,
            organization_id=values.get("organization_id"),
        )

    def _topic_changes(
        self,
        principal: Principal,
        network_id: str,
        actor_id: str,
        form: OpenForm,
        reading: Reading,
    ) -> list[Change]:
        if reading.topic_ids is None:
            return []
        added = [each for each in reading.topic_ids if each not in form.topic_ids]
        removed = set(form.topic_ids) - set(reading.topic_ids)
        changes: list[Change] = [
            Put(WorksOn(id=new_id(), actor_id=actor_id, topic_id=each)) for each in added
        ]
        if removed:
            network = self._networks.at(principal, network_id, None)
            changes += [
                Delete(record_id=each.id, version=each.version)
                for each in network.records(Kind.WORKS_ON)
                if isinstance(each, WorksOn)
                and each.actor_id == actor_id
                and each.topic_id in removed
            ]
        return changes

    def _at_version(
        self, principal: Principal, network_id: str, record_id: str, version: int
    ) -> Record | None:
        """The record as it was at a version, as far as the log tells."""
        entries = self._records.history(
            principal, network_id, record_id=record_id, before_revision=version + 1, limit=1
        )
        return entries[0].changes[0].after if entries and entries[0].changes else None


def fresh_id(kind: Kind, name: str, taken: Container[str]) -> str:
    """An id for a new record: of organisations and topics as an import would make it of the name.

    Ids of persons and ties say nothing: no personal data belongs into addresses.

    >>> fresh_id(Kind.TOPIC, "monitoring", ())
    'topic-monitoring'
    """
    if kind not in {Kind.ORGANIZATION, Kind.TOPIC}:
        return new_id()
    made = made_id(kind, name)
    return made if made not in taken else made_id(kind, name, new_id())


def _topics_of(network: Network, actor_id: str) -> tuple[str, ...]:
    """Ids of the topics that an actor works on, ascending."""
    index = network.actor_index.get(actor_id)
    works = network.works_on
    rows = works.target[works.source == index] if index is not None else works.target[:0]
    return tuple(sorted({network.topic_ids[topic] for topic in rows.tolist()}))


def _blank(form: FormDefinition, record_id: str) -> dict[str, object]:
    return {"id": record_id, **({"meets": True} if form.kind is FormKind.BODY else {})}
