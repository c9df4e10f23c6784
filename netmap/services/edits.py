"""Use cases of larger edits: shown first, then applied as one change set that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from netmap.changes import LogEntry
from netmap.edits.edit import Edit, seen
from netmap.edits.errors import EditOutdatedError
from netmap.errors import ConflictError
from netmap.language import Language
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService

_Edit = TypeVar("_Edit", bound=Edit)


class EditService:
    """Works out what an edit changes, and carries it out, on behalf of a principal."""

    def __init__(self, networks: NetworkService, records: RecordService) -> None:
        """Read with ``networks``, write with ``records``."""
        self._networks = networks
        self._records = records

    def preview(
        self, principal: Principal, network_id: str, edit: Callable[[Network], _Edit]
    ) -> _Edit:
        """What an edit would change in the network as it stands today; nothing is written.

        Raises:
            EditImpossibleError: What was asked for makes no sense there.
            RecordNotFoundError: It names a record that is not there.
        """
        return edit(self._networks.at(principal, network_id))

    def apply(
        self,
        principal: Principal,
        network_id: str,
        edit: Callable[[Network], Edit],
        *,
        seen_before: str,
        language: Language,
        shown: Callable[[Network], Edit] | None = None,
    ) -> LogEntry:
        """Carry out an edit as one change set, if it is still what its author saw.

        Args:
            principal: Who changes.
            network_id: The network.
            edit: Works out the changes, as it did for the preview.
            seen_before: What `netmap.edits.edit.seen` said of the changes of the preview.
            language: Of the note in the change log.
            shown: Worked out what the preview showed, where its author could choose beside it
                between what it offered; else ``edit`` did.

        Raises:
            EditOutdatedError: Somebody else has changed what belongs to it since.
            AccessDeniedError: The principal may not change this network.
        """
        planned = self.preview(principal, network_id, edit)
        before = planned if shown is None else self.preview(principal, network_id, shown)
        if seen(before.changes) != seen_before:
            raise EditOutdatedError
        try:
            return self._records.apply(
                principal, network_id, planned.changes, note=planned.note.in_language(language)
            )
        except ConflictError as error:
            raise EditOutdatedError from error
