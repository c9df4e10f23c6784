"""What errors of the driver and the server become."""

from __future__ import annotations

import pytest
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConnectionAcquisitionTimeoutError,
    CypherSyntaxError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
    TransientError,
)

from netmap.errors import NetmapError
from netmap.language import Language
from netmap.store.errors import StoreBusyError, StoreMemoryError, StoreUnavailableError
from netmap.store.neo4j_errors import store_error


def of_server(kind: type[Neo4jError], code: str, message: str = "") -> Neo4jError:
    """An error as the server sends it."""
    error = kind(message)
    error._neo4j_code = code
    error._message = message
    return error


@pytest.mark.parametrize(
    ("error", "kind", "words"),
    [
        (
            of_server(TransientError, "Neo.TransientError.General.MemoryPoolOutOfMemoryError"),
            StoreMemoryError,
            "zu wenig Arbeitsspeicher",
        ),
        (
            of_server(TransientError, "Neo.TransientError.Transaction.DeadlockDetected"),
            StoreBusyError,
            "belegt",
        ),
        (
            of_server(ClientError, "Neo.ClientError.Transaction.TransactionTimedOut"),
            StoreBusyError,
            "belegt",
        ),
        (
            of_server(AuthError, "Neo.ClientError.Security.Unauthorized", "geheim"),
            StoreUnavailableError,
            "NETMAP_NEO4J_PASSWORD",
        ),
        (
            of_server(
                TransientError, "Neo.TransientError.General.DatabaseUnavailable", "is starting"
            ),
            StoreUnavailableError,
            "is starting",
        ),
        (IncompleteCommit("cut"), StoreUnavailableError, "Änderungsprotokoll"),
        (ConnectionAcquisitionTimeoutError("full"), StoreUnavailableError, "besetzt"),
        (ServiceUnavailable("nobody there"), StoreUnavailableError, "nobody there"),
    ],
)
def test_trouble_of_the_place(
    error: Neo4jError | DriverError, kind: type[NetmapError], words: str
) -> None:
    """Whatever is wrong with the server is said in the words of the store, without secrets."""
    found = store_error(error, "neo4j://server:7687")
    assert isinstance(found, kind)
    assert words in found.message(Language.DE)
    assert "neo4j://server:7687" in found.message(Language.DE)
    assert "geheim" not in found.message(Language.DE)


def test_a_fault_of_the_program_is_not_hidden() -> None:
    """A query that the server does not understand is no trouble of the place."""
    error = of_server(CypherSyntaxError, "Neo.ClientError.Statement.SyntaxError")
    assert store_error(error, "neo4j://server:7687") is None
