"""What can go wrong between netmap and the place where it keeps its records."""

from __future__ import annotations

from netmap.errors import NetmapError
from netmap.language import Text


class StoreUnavailableError(NetmapError):
    """The store cannot be reached; nothing was written, unless it broke off while it was saving."""

    code = "store.unavailable"
    cause = Text(
        de="Der Speicher {store} ist nicht erreichbar: {problem}",
        en="The store {store} cannot be reached: {problem}",
    )
    remedy = Text(
        de="Prüfen, ob Datei oder Server vorhanden sind und NETMAP_STORE stimmt, "
        "dann den Vorgang wiederholen.",
        en="Check that the file or server is there and NETMAP_STORE is right, then try again.",
    )


class StoreFullError(NetmapError):
    """The disk is full; nothing was written."""

    code = "store.full"
    cause = Text(
        de="Auf dem Datenträger von {store} ist kein Platz mehr.",
        en="There is no space left on the disk that holds {store}.",
    )
    remedy = Text(
        de="Platz schaffen und den Vorgang wiederholen; bisher Gespeichertes ist erhalten.",
        en="Free some space and try again; what was saved before is intact.",
    )


class StoreMemoryError(NetmapError):
    """The server has too little memory for one change; nothing was written."""

    code = "store.memory"
    cause = Text(
        de="Der Server {store} hat zu wenig Arbeitsspeicher für diesen Vorgang; gespeichert wurde "
        "nichts.",
        en="The server {store} has too little memory for this operation; nothing was saved.",
    )
    remedy = Text(
        de="Die Verwaltung des Servers bitten, server.memory.heap.max_size zu erhöhen (2 GB für "
        "120.000 Einträge auf einmal) und dbms.memory.transaction.total.max nicht enger zu setzen, "
        "oder die Liste in Teilen importieren.",
        en="Ask whoever runs the server to raise server.memory.heap.max_size (2 GB for 120,000 "
        "records at once) and not to set dbms.memory.transaction.total.max lower, or import the "
        "list in parts.",
    )


class StoreBusyError(NetmapError):
    """Another process kept the store locked for too long; nothing was written."""

    code = "store.busy"
    cause = Text(
        de="Der Speicher {store} ist durch einen anderen Vorgang belegt.",
        en="The store {store} is held by another process.",
    )
    remedy = Text(de="Kurz warten und den Vorgang wiederholen.", en="Wait a moment and try again.")


class StoreFormatError(NetmapError):
    """What lies at the address is not a store of this version; it was left untouched."""

    code = "store.format"
    cause = Text(
        de="{store} ist kein Speicher, den diese Version von netmap lesen kann: {problem}",
        en="{store} is not a store that this version of netmap can read: {problem}",
    )
    remedy = Text(
        de="Die Angabe in NETMAP_STORE prüfen oder eine passende Version von netmap verwenden; "
        "die Datei wurde nicht verändert.",
        en="Check NETMAP_STORE or use a matching version of netmap; the file was left unchanged.",
    )


class StoreNewerError(StoreFormatError):
    """The store was written by a newer netmap; it was left untouched."""

    code = "store.newer"
    cause = Text(
        de="{store} stammt von einer neueren Version von netmap: Der Speicher hat das Schema "
        "{schema}, diese Version kennt Schemata bis {newest}.",
        en="{store} comes from a newer version of netmap: the store has schema {schema}, and this "
        "version knows schemas up to {newest}.",
    )
    remedy = Text(
        de="Die neuere Version von netmap verwenden; der Speicher wurde nicht verändert.",
        en="Use the newer version of netmap; the store was left unchanged.",
    )


class StoreDamagedError(StoreFormatError):
    """The store's file is damaged; nothing was written."""

    code = "store.damaged"
    cause = Text(
        de="Der Speicher {store} ist beschädigt: {problem}",
        en="The store {store} is damaged: {problem}",
    )
    remedy = Text(
        de="Alle Programme beenden, die ihn verwenden, die Datei beiseitelegen (mit denen auf -wal "
        "und -shm) und die letzte Sicherung zurückholen (netmap restore). Danach den Datenträger "
        "prüfen.",
        en="End all programs that use it, put the file aside (with those in -wal and -shm) and "
        "bring back the last backup (netmap restore). Then have the disk checked.",
    )


class IdTakenError(NetmapError):
    """A change set, snapshot or record with this id is there already; nothing was written."""

    code = "store.id_taken"
    cause = Text(
        de="Die Kennung „{id}“ ist im Netzwerk „{network_id}“ schon vergeben.",
        en='The id "{id}" is already in use in the network "{network_id}".',
    )
    remedy = Text(
        de="Prüfen, ob der Vorgang schon gespeichert ist; sonst eine neue Kennung wählen.",
        en="Check whether the operation was saved already; otherwise choose a new id.",
    )


class StoreLacksQueriesError(NetmapError):
    """Catalogue queries need a Neo4j server."""

    code = "store.no_queries"
    cause = Text(
        de="Die Abfrage „{query}“ ist in Cypher geschrieben und braucht einen Neo4j-Server; "
        "{store} ist keiner.",
        en='The query "{query}" is written in Cypher and needs a Neo4j server; {store} is none.',
    )
    remedy = Text(
        de="NETMAP_STORE auf einen Neo4j-Server setzen (z. B. neo4j://localhost:7687).",
        en="Point NETMAP_STORE at a Neo4j server (e.g. neo4j://localhost:7687).",
    )


class QueryError(NetmapError):
    """A catalogue query is unknown or its parameters do not fit."""

    code = "query.invalid"
    cause = Text(
        de="Die Abfrage „{query}“ kann so nicht laufen: {problem}",
        en='The query "{query}" cannot run like this: {problem}',
    )
    remedy = Text(
        de="„netmap query“ ohne Namen nennt die Abfragen und ihre Parameter.",
        en='"netmap query" without a name lists the queries and their parameters.',
    )
