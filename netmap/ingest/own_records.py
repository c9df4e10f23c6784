"""Records as netmap's own exports hold them: under their ids, field by field, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from netmap.changes import references
from netmap.errors import Place
from netmap.ingest.fitting import fitted
from netmap.ingest.notices import Notice
from netmap.ingest.problems import Parsed, Placeholder, Problem, Severity
from netmap.language import Text
from netmap.model import MODELS
from netmap.values import Record
from netmap.vocabulary import Kind

_DANGLING = Notice(
    code="ingest.dangling_reference",
    severity=Severity.WARNING,
    cause=Text(
        de="„{id}“ ist in der Datei nicht beschrieben.",
        en='"{id}" is not described in the file.',
    ),
    remedy=Text(
        de="Den Eintrag ergänzen; bis dahin steht ein Platzhalter für ihn.",
        en="Add the record; until then a placeholder stands for it.",
    ),
)
_WRONG_KIND = Notice(
    code="ingest.wrong_kind",
    severity=Severity.ERROR,
    cause=Text(
        de="Das Feld {field} verweist auf „{id}“; das ist ein Eintrag anderer Art.",
        en='The field {field} refers to "{id}", which is a record of another kind.',
    ),
    remedy=Text(
        de="Die Datei noch einmal exportieren oder den Verweis berichtigen.",
        en="Export the file again, or correct the reference.",
    ),
)
_ID_TWICE = Notice(
    code="ingest.own_id_twice",
    severity=Severity.ERROR,
    cause=Text(
        de="Die Kennung „{id}“ steht zweimal in der Datei.",
        en='The id "{id}" stands twice in the file.',
    ),
    remedy=Text(
        de="Jede Kennung nur einmal vergeben; neue Einträge brauchen eine neue.",
        en="Give every id once; new records need new ones.",
    ),
)
# What stands for a record that is not there, by what a reference may lead to.
_STAND_INS = (Kind.ORGANIZATION, Kind.PERSON, Kind.TOPIC)


@dataclass(slots=True)
class OwnRecords:
    """The records of an export of netmap's, gathered one by one.

    Their ids are netmap's own: `Parsed.own_ids` tells an import to find them by these.
    """

    problems: list[Problem] = field(default_factory=list)
    _records: dict[str, Record] = field(default_factory=dict)
    _places: dict[str, Place] = field(default_factory=dict)

    def add(self, kind: Kind, values: Mapping[str, object], place: Place) -> Record | None:
        """Add a record by its fields, ``id`` among them; what does not fit is told."""
        record, problems = fitted(MODELS[kind], values, place)
        self.problems.extend(problems)
        if record is None:
            return None
        if record.id in self._records:
            self.problems.append(_ID_TWICE.at(place, id=record.id[:200]))
            return None
        self._records[record.id] = record
        self._places[record.id] = place
        return record

    def parsed(self, source_format: str, *, others: Iterable[Record] = ()) -> Parsed:
        """All records; placeholders stand for those that are only referred to.

        References may lead to ``others``, which were read by other means.
        """
        known = {record.id: record for record in others}
        placeholders: dict[str, Placeholder] = {}
        for record in list(self._records.values()):
            for name, target, kinds in references(record):
                found = self._records.get(target) or known.get(target)
                place = self._places[record.id]
                if found is None:
                    problem = _DANGLING.at(place, id=target[:200])
                    kind = next(each for each in _STAND_INS if each in kinds)
                    values = {"id": target, "name": target}
                    self._records[target] = MODELS[kind].model_validate(values)
                    placeholders[target] = Placeholder(target, problem)
                elif found.kind not in kinds:
                    self.problems.append(_WRONG_KIND.at(place, field=name, id=target[:200]))
        return Parsed(
            format=source_format,
            records=tuple(self._records.values()),
            problems=tuple(self.problems),
            placeholders=tuple(placeholders.values()),
            own_ids=frozenset(self._records),
        )
