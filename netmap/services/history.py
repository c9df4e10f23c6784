"""Use case of looking back: what was changed, in words, a page at a time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar, cast

from netmap.changes import Noted
from netmap.errors import ChangeSetNotFoundError
from netmap.forms.names import record_names
from netmap.language import Language
from netmap.principal import Principal
from netmap.services.confidential import shown_entry
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.views.map_saved import SavedWords, saved_words
from netmap.views.record_words import EntryWords, entry_words

_Told = TypeVar("_Told")
_KEPT = 64
_ON_A_PAGE = 25
_CHANGES_TOLD = 12


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Change sets in words, newest first.

    Attributes:
        of: Name of the record that was asked about; empty where all were.
        older: Revision before which the next page begins; ``None`` on the last one.
    """

    entries: tuple[EntryWords, ...]
    of: str
    older: int | None


class HistoryService:
    """Tells the change log; keeps the pages last told for as long as nothing changes.

    An import is one change set with thousands of records, and reading it takes longer than all the
    rest of a page.
    """

    def __init__(self, networks: NetworkService, records: RecordService) -> None:
        """Read through these use cases."""
        self._networks = networks
        self._records = records
        self._kept: OrderedDict[tuple[object, ...], object] = OrderedDict()
        self._lock = Lock()

    def told(
        self,
        principal: Principal,
        network_id: str,
        language: Language,
        *,
        record_id: str = "",
        before_revision: int | None = None,
        most: int = _ON_A_PAGE,
    ) -> HistoryPage:
        """The newest change sets, or those before a revision; of one record on request.

        What is confidential stays out.
        """
        revision = self._networks.info(principal, network_id).revision
        key = (network_id, revision, language, record_id, before_revision, most)
        return self._once(
            key,
            lambda: self._page(
                principal,
                network_id,
                language,
                record_id=record_id,
                before_revision=before_revision,
                most=most,
            ),
        )

    def of_notes(
        self, principal: Principal, network_id: str, tell: Callable[[Sequence[Noted]], _Told]
    ) -> _Told:
        """What a function makes of all that was written about changes; made once a revision."""
        revision = self._networks.info(principal, network_id).revision
        key = (network_id, revision, tell.__module__, tell.__qualname__)
        return self._once(key, lambda: tell(self._records.notes(principal, network_id)))

    def _once(self, key: tuple[object, ...], make: Callable[[], _Told]) -> _Told:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast(_Told, self._kept[key])
        made = make()
        with self._lock:
            self._kept[key] = made
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return made

    def saved(
        self, principal: Principal, network_id: str, change_set_id: str, language: Language
    ) -> SavedWords | None:
        """One change set as the map tells of it; ``None`` where there is none with this id.

        What is confidential stays out.
        """
        try:
            entry = self._records.change_set(principal, network_id, change_set_id)
        except ChangeSetNotFoundError:
            return None
        names = self._networks.at(principal, network_id, None).once(record_names).shown
        return saved_words(shown_entry(entry, confidential=False), names, language)

    def _page(
        self,
        principal: Principal,
        network_id: str,
        language: Language,
        *,
        record_id: str,
        before_revision: int | None,
        most: int,
    ) -> HistoryPage:
        found = self._records.history(
            principal,
            network_id,
            record_id=record_id or None,
            before_revision=before_revision,
            limit=most + 1,
        )
        names = self._networks.at(principal, network_id, None).once(record_names).shown
        entries = tuple(
            entry_words(shown_entry(each, confidential=False), names, language, most=_CHANGES_TOLD)
            for each in found[:most]
        )
        older = found[most - 1].revision if len(found) > most else None
        return HistoryPage(entries, names.get(record_id, record_id), older)
