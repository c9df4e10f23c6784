"""Texts that want to be more than texts, in every place where a request can hold one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.errors import NetworkNotFoundError
from netmap.model import Organization, Person, Topic
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.store.errors import QueryError
from netmap.store.neo4j import Neo4jStore
from netmap.store.sqlite import SqliteStore
from netmap.web.api.description import operations
from netmap.web.app import create_app
from tests.web.conftest import settings

CYPHER = (
    "'}) DETACH DELETE n //",
    '"}) MATCH (n) DETACH DELETE n RETURN 1 //',
    "` IS NOT NULL MATCH (n) DETACH DELETE n //",
    "$network OR true",
)
SQL = ("' OR '1'='1", "'; DROP TABLE network; --", '") UNION SELECT sql FROM sqlite_master --')
OTHERS = (
    "../../../../etc/passwd",
    "file:///etc/passwd",
    "{{7777*1001}}${7777*1001}",
    "<script>alert(1)</script>",
    "a\r\nX-Injected: yes",
    "%s%n%x",
)
_LEAKS = (
    "root:x:",
    "syntax error",
    "sqlite3",
    "Neo.ClientError",
    "Traceback",
    "7784777",
    "[fonts]",
)

Attacked = tuple[TestClient, UseCases, str, tuple[str, ...]]


@pytest.fixture(params=["sqlite", "neo4j"])
def attacked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Attacked]:
    """A client, its use cases, the network to attack, and the texts to attack with.

    Beside it lies a network that nobody asked for, "<id>-other".
    """
    network = f"attacked-{uuid4().hex[:8]}"
    texts: tuple[str, ...] = (*SQL, *OTHERS)
    store: SqliteStore | Neo4jStore
    if request.param == "neo4j":
        store, texts = Neo4jStore(request.getfixturevalue("neo4j_url")), CYPHER[:2]
    else:
        store = SqliteStore(tmp_path_factory.mktemp("store") / "netmap.db")
    use_cases = use_cases_over(store, settings())
    records = (
        Organization(id="amt", name="Amt"),
        Person(id="ada", name="Ada"),
        Topic(id="thema", name="Thema"),
    )
    for network_id in (network, f"{network}-other"):
        changes = [Put(record=record) for record in records]
        use_cases.records.apply(LOCAL_OWNER, network_id, changes, new_network="Kreis")
    app = create_app(use_cases, settings())
    yield TestClient(app, base_url="http://localhost"), use_cases, network, texts
    store.close()


def _untouched(client: TestClient, network: str) -> Callable[[], None]:
    """What checks later that all is still there as it is now."""
    address = f"/api/v1/networks/{network}"
    before = [client.get(f"{address}/{part}").json() for part in ("records", "change-sets")]

    def check() -> None:
        after = [client.get(f"{address}/{part}").json() for part in ("records", "change-sets")]
        assert after == before

    return check


@pytest.mark.timeout(300)
def test_a_parameter_is_only_ever_a_text(attacked: Attacked) -> None:
    """In every parameter of every operation: no fault, no leak, and nothing is lost."""
    client, _, network, texts = attacked
    check = _untouched(client, f"{network}-other")
    named = {
        "network_id": network,
        "record_id": "amt",
        "actor_id": "amt",
        "body_id": "amt",
        "person_id": "nobody",
        "change_set_id": "none",
        "snapshot_id": "none",
    }
    bodies = {
        "create_network": {"json": {"id": network, "name": "There already"}},
        "create_record": {"json": {"kind": "topic", "name": "New"}},
        "put_record": {"json": {"kind": "organization", "name": "Amt"}},
        "apply_change_set": {"json": {"changes": [_put("amt")]}},
        "create_snapshot": {"json": {"label": "Stand"}},
        "import_file": {"files": {"file": ("liste.csv", b"Name;Organisation\nAda;Amt\n")}},
    }
    tried = 0
    for path, method, operation in operations(client.get("/api/v1/openapi.json").json()):
        for parameter in operation.get("parameters", ()):
            for text in texts:
                place, name = parameter["in"], parameter["name"]
                values = {**named, name: text} if place == "path" else named
                address = path
                for key, value in values.items():
                    address = address.replace(f"{{{key}}}", quote(value, safe=""))
                headers = {"If-Match": '"1"'} if method in {"put", "delete"} else {}
                if place == "header":
                    headers[name] = text.replace("\r\n", " ")
                answer = client.request(
                    method,
                    address,
                    params={name: text} if place == "query" else None,
                    headers=headers,
                    **bodies.get(operation["operationId"], {}),  # type: ignore[arg-type]
                )
                told = (operation["operationId"], name, text, answer.text[:300])
                assert answer.status_code < 500, told
                assert "x-injected" not in answer.headers, told
                assert not [leak for leak in _LEAKS if leak in answer.text], told
                tried += 1
    assert tried > 60 * len(texts)
    check()
    assert client.get(f"/api/v1/networks/{network}/records/thema").json()["name"] == "Thema"


def _put(record_id: str, **fields: Any) -> dict[str, Any]:
    return {"op": "put", "record": {"kind": "topic", "id": record_id, "name": "T", **fields}}


def test_what_is_written_is_kept_to_the_letter(attacked: Attacked) -> None:
    """In ids, names, attributes, notes and labels the texts come back as they were sent."""
    client, _, network, texts = attacked
    address = f"/api/v1/networks/{network}"
    check = _untouched(client, f"{network}-other")
    # No address can hold a line break.
    ids = [text.replace("\r\n", " ") for text in texts]
    for text, record_id in zip(texts, ids, strict=True):
        fields = {
            "name": text,
            "description": text,
            "attributes": {text: text},
            "identifiers": [{"scheme": text, "identifier": text}],
            "source": {"label": text},
        }
        wanted = {"id": record_id, "note": text, "changes": [_put(record_id, **fields)]}
        entry = client.post(f"{address}/change-sets", json=wanted)
        assert entry.status_code == 201, entry.text
        record = client.get(f"{address}/records/{quote(record_id, safe='')}").json()
        assert {name: record[name] for name in fields} == {
            **fields,
            "source": {"label": text, "retrieved_at": None},
        }
        logged = client.get(f"{address}/change-sets/{quote(record_id, safe='')}").json()
        assert (logged["id"], logged["note"]) == (record_id, text)
        label = client.post(f"{address}/snapshots", json={"label": text}).json()["label"]
        assert label == text
    everything = client.get(f"{address}/records", params={"limit": 1000}).json()["items"]
    assert {each["id"] for each in everything} == {"amt", "ada", "thema", *ids}
    check()


@pytest.mark.parametrize("attacked", ["neo4j"], indirect=True)
def test_parameters_of_catalogue_queries_are_texts(attacked: Attacked) -> None:
    """What `netmap query` is given is refused or looked for, and never becomes a part of it."""
    client, use_cases, network, _ = attacked
    checks = [_untouched(client, each) for each in (network, f"{network}-other")]
    ran = 0
    for query in use_cases.queries.known():
        for parameter in query.parameters:
            for text in CYPHER:
                given = {} if parameter.name == "network" else {parameter.name: text}
                asked = text if parameter.name == "network" else network
                with suppress(QueryError, NetworkNotFoundError):
                    result = use_cases.queries.run(LOCAL_OWNER, query.name, asked, given)
                    assert parameter.name != "network" or result.rows == ()
                ran += 1
    assert ran > 20
    for check in checks:
        check()
