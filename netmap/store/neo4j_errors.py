"""What errors of the Neo4j driver and server mean to netmap."""

from __future__ import annotations

from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    ConnectionAcquisitionTimeoutError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
)

from netmap.errors import NetmapError
from netmap.language import Text, same
from netmap.store.errors import StoreBusyError, StoreMemoryError, StoreUnavailableError

_BUSY = (
    "TransactionTimedOut",
    "LockClientStopped",
    "LockAcquisitionTimeout",
    "DeadlockDetected",
    "Terminated",
)


def store_error(error: Neo4jError | DriverError, store: str) -> NetmapError | None:
    """The error to raise instead, ``None`` when it is none of the place but of the program."""
    code = error.code or "" if isinstance(error, Neo4jError) else ""
    if any(word in code for word in _BUSY):
        return StoreBusyError(store=store)
    if "MemoryPoolOutOfMemory" in code or "OutOfMemory" in code:
        return StoreMemoryError(store=store)
    problem = _problem(error, code)
    return None if problem is None else StoreUnavailableError(store=store, problem=problem)


def _problem(error: Neo4jError | DriverError, code: str) -> Text | None:
    """What is wrong with the place; never holds a password."""
    match error:
        case AuthError():
            return Text(
                de="Er nimmt Benutzer und Kennwort nicht an "
                "(NETMAP_NEO4J_USER, NETMAP_NEO4J_PASSWORD, NETMAP_NEO4J_PASSWORD_FILE).",
                en="It does not accept user and password "
                "(NETMAP_NEO4J_USER, NETMAP_NEO4J_PASSWORD, NETMAP_NEO4J_PASSWORD_FILE).",
            )
        case ConfigurationError():
            return Text(
                de="Der Treiber lehnt die Adresse ab; möglich sind neo4j://, neo4j+s://, "
                "bolt:// und bolt+s:// mit Rechner und Port.",
                en="The driver refuses the address; there are neo4j://, neo4j+s://, "
                "bolt:// and bolt+s:// with host and port.",
            )
        case IncompleteCommit():
            return Text(
                de="Die Verbindung brach beim Speichern ab; das Änderungsprotokoll zeigt, "
                "ob gespeichert wurde. Dieselbe Änderung noch einmal zu senden schadet nicht: "
                "sie wird kein zweites Mal angewandt.",
                en="The connection broke while saving; the change log shows whether it was saved. "
                "The same change set may be sent again: it is not applied a second time.",
            )
        case ConnectionAcquisitionTimeoutError():
            return Text(
                de="Alle Verbindungen sind besetzt.", en="All connections to it are in use."
            )
        case ServiceUnavailable() | SessionExpired():
            return same(str(error))
    if isinstance(error, Neo4jError) and (
        "Database" in code.split(".")[2:3]
        or "DatabaseUnavailable" in code
        or "ReadOnly" in code
        or "NotALeader" in code
        or "Security" in code
    ):
        return same(error.message or code)
    return None
