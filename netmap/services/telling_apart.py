"""Use case of telling apart: what may be recorded twice, and what is known to be two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from netmap.changes import Delete, LogEntry, Put
from netmap.edits.duplicates import Pair, likely_duplicates
from netmap.edits.told_apart import (
    TOLD_APART,
    is_told_apart,
    marks_of_pairs,
    pair_data,
    pair_id,
)
from netmap.errors import RecordNotFoundError
from netmap.findings.marks import mark_id
from netmap.language import Language, Text
from netmap.model import FindingMark, Organization, Person, Topic
from netmap.principal import Principal
from netmap.services.insights import InsightService
from netmap.services.marking import day_of_marking, signature
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.values import Record
from netmap.vocabulary import MarkStatus

_APART = Text(de="Doppelt erfasst? Nein, zwei verschiedene", en="Recorded twice? No, they are two")
_AGAIN = Text(de="Doppelt erfasst? Noch einmal ansehen", en="Recorded twice? Look at it again")


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Records that may mean the same.

    Attributes:
        open: Pairs to look at, surest first.
        changed: Ids of the open ones that were told apart before the data of either changed.
        apart: Pairs that were looked at and are two.
    """

    open: tuple[Pair, ...]
    changed: frozenset[tuple[str, str]]
    apart: tuple[Pair, ...]


class TellingApartService:
    """Keeps which records are called alike and mean two, beside what people say of findings."""

    def __init__(
        self, networks: NetworkService, insights: InsightService, records: RecordService
    ) -> None:
        """Look through ``networks`` and ``insights``, write through ``records``."""
        self._networks = networks
        self._insights = insights
        self._records = records

    def duplicates(self, principal: Principal, network_id: str) -> Duplicates:
        """Pairs of today's network that may be one, those apart that are known to be two."""
        marks = marks_of_pairs(self._networks.at(principal, network_id))
        pairs = self._insights.ask(principal, network_id, None, likely_duplicates)
        marked = {pair.ids: marks.get(pair_id(*pair.ids)) for pair in pairs}
        apart = {pair.ids for pair in pairs if is_told_apart(marked[pair.ids], pair.data)}
        return Duplicates(
            open=tuple(pair for pair in pairs if pair.ids not in apart),
            changed=frozenset(ids for ids, mark in marked.items() if mark and ids not in apart),
            apart=tuple(pair for pair in pairs if pair.ids in apart),
        )

    def known_to_be_others(
        self, principal: Principal, network_id: str, record_id: str, among: Iterable[str]
    ) -> set[str]:
        """Which of some records are known to be others than one."""
        marks = marks_of_pairs(self._networks.at(principal, network_id))
        found = set()
        for each in among:
            mark = marks.get(pair_id(record_id, each))
            if mark and is_told_apart(mark, self._data(principal, network_id, record_id, each)):
                found.add(each)
        return found

    def tell_apart(
        self,
        principal: Principal,
        network_id: str,
        first_id: str,
        second_id: str,
        *,
        language: Language,
    ) -> LogEntry:
        """Keep that two records are two, until the data of either change.

        Raises:
            RecordNotFoundError: One of them is not there, or is no person, organisation or topic.
        """
        data = self._data(principal, network_id, first_id, second_id)
        named = pair_id(first_id, second_id)
        before = marks_of_pairs(self._networks.at(principal, network_id)).get(named)
        mark = FindingMark(
            id=before.id if before else mark_id(named),
            version=before.version if before else 0,
            finding_id=named,
            finding_kind=TOLD_APART,
            status=MarkStatus.INTENDED,
            data=data,
            marked_by=signature(principal),
            marked_at=day_of_marking(),
        )
        note = _APART.in_language(language)
        return self._records.apply(principal, network_id, [Put(record=mark)], note=note)

    def look_again(
        self,
        principal: Principal,
        network_id: str,
        first_id: str,
        second_id: str,
        *,
        language: Language,
    ) -> LogEntry | None:
        """Take back that two records are two; ``None`` where nobody said so."""
        marks = marks_of_pairs(self._networks.at(principal, network_id))
        mark = marks.get(pair_id(first_id, second_id))
        if mark is None:
            return None
        change = Delete(record_id=mark.id, version=mark.version)
        note = _AGAIN.in_language(language)
        return self._records.apply(principal, network_id, [change], note=note)

    def _data(self, principal: Principal, network_id: str, first_id: str, second_id: str) -> str:
        first, second = (self._named(principal, network_id, each) for each in (first_id, second_id))
        return pair_data(first, second)

    def _named(self, principal: Principal, network_id: str, record_id: str) -> Record:
        record = self._records.record(principal, network_id, record_id)
        if not isinstance(record, Person | Organization | Topic):
            raise RecordNotFoundError(network_id=network_id, record_id=record_id)
        return record
