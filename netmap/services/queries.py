"""Use case of the Cypher catalogue: run one of its queries on a Neo4j server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from netmap.principal import Principal
from netmap.store.catalogue import Query, queries_for_people
from netmap.store.errors import StoreLacksQueriesError
from netmap.store.protocol import QueryableStore, QueryResult, Store


class QueryService:
    """Runs catalogue queries where the store can."""

    def __init__(self, store: Store) -> None:
        """Run on ``store``."""
        self._store = store

    def known(self) -> tuple[Query, ...]:
        """The queries of the catalogue that people may run, ascending by name."""
        return queries_for_people()

    def run(
        self, principal: Principal, name: str, network_id: str, parameters: Mapping[str, Any]
    ) -> QueryResult:
        """The rows of one catalogue query.

        Raises:
            StoreLacksQueriesError: The store is no Neo4j server.
            QueryError: There is no such query, or its parameters do not fit.
        """
        principal.require_read(network_id)
        if not hasattr(self._store, "run_query"):
            raise StoreLacksQueriesError(query=name, store=self._store.name)
        return cast(QueryableStore, self._store).run_query(name, network_id, dict(parameters))
