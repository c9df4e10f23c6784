"""Change logs read from the first entry to the last, for those who rebuild or check a network."""

from __future__ import annotations

from netmap.changes import LogEntry
from netmap.errors import NetmapError
from netmap.language import Text
from netmap.store.protocol import Store


class LogGapError(NetmapError):
    """The change log lacks a revision."""

    code = "log.gap"
    cause = Text(
        de="Im Änderungsprotokoll des Netzwerks „{network_id}“ in {store} fehlt die Revision "
        "{revision}.",
        en='The change log of the network "{network_id}" in {store} lacks revision {revision}.',
    )
    remedy = Text(
        de="Der Speicher ist beschädigt: „netmap check“ zeigt das Ausmaß; „netmap restore“ holt "
        "den letzten heilen Stand zurück.",
        en='The store is damaged: "netmap check" shows how far; "netmap restore" brings back the '
        "last state that is whole.",
    )


def entry_at(store: Store, network_id: str, revision: int) -> LogEntry:
    """The entry that made a revision; asked for one at a time, as each may hold a whole import.

    Raises:
        LogGapError: There is none.
    """
    found = store.log(network_id, before_revision=revision + 1, limit=1)
    if not found or found[0].revision != revision:
        raise LogGapError(store=store.name, network_id=network_id, revision=revision)
    return found[0]
