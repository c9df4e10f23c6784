"""Use case of beginning a network: empty, or with what is usual."""

from __future__ import annotations

from collections.abc import Container
from itertools import count

from netmap.changes import Change, LogEntry, Put
from netmap.errors import InvalidRecordError
from netmap.ingest.identity import slug
from netmap.ingest.normalise import one_line
from netmap.ingest.starters.starter import Starter, starter_records
from netmap.language import Language, Text
from netmap.principal import Principal
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService

_LONGEST_NAME = 1_000
_LONGEST_ID = 50
_NAMELESS = Text(de="Das Netzwerk hat keinen Namen.", en="The network has no name.")


class StartService:
    """Begins networks, on behalf of a principal."""

    def __init__(self, networks: NetworkService, records: RecordService) -> None:
        """Read and write through these use cases."""
        self._networks = networks
        self._records = records

    def begin(
        self,
        principal: Principal,
        name: str,
        *,
        starter: Starter | None = None,
        network_id: str | None = None,
        language: Language = Language.DE,
    ) -> LogEntry:
        """Create a network.

        Args:
            principal: Who begins it.
            name: What it is called.
            starter: Which starter network to begin with; empty where ``None``.
            network_id: Its id in addresses; made of the name where ``None``.
            language: Of the names in a starter network.

        Returns:
            The first entry of its change log.

        Raises:
            InvalidRecordError: The name is empty or too long.
            NetworkExistsError: There is a network with this id.
        """
        called = _checked(name)
        changes: list[Change] = [
            Put(each) for each in (starter_records(starter, language) if starter else ())
        ]
        return self._records.apply(
            principal,
            network_id or self.free_id(principal, called),
            changes,
            new_network=called,
            note=starter.purpose.in_language(language) if starter else "",
        )

    def free_id(self, principal: Principal, name: str) -> str:
        """An id that no network has yet, made of a name.

        Raises:
            InvalidRecordError: The name is empty.
        """
        return free_id(_checked(name), {info.id for info in self._networks.all(principal)})


def _checked(name: str) -> str:
    called = one_line(name)[:_LONGEST_NAME]
    if not called:
        raise InvalidRecordError(problem=_NAMELESS)
    return called


def free_id(name: str, taken: Container[str]) -> str:
    """An id for addresses, made of a name.

    >>> free_id("Kreis Süd", {"kreis-sued"})
    'kreis-sued-2'
    """
    plain = slug(name)[:_LONGEST_ID].strip("-") or "netz"
    numbered = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
    return next(each for each in numbered if each not in taken)
