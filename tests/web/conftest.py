"""A store with the small example and one with hostile texts, and clients of the application."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import gettempdir
from typing import cast

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from examples import small
from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.language import Language
from netmap.model import AnyRecord, ExchangeTie, Membership, Organization, Person, Topic, WorksOn
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.settings import Settings
from netmap.store.sqlite import SqliteStore
from netmap.vocabulary import Asked
from netmap.web.app import create_app
from tests.strategies import HOSTILE_TEXTS

TOKEN = "correct horse battery staple"
HOSTILE_ID = "https://host.example/a?b=c&d=../..#e"


def settings(**given: object) -> Settings:
    """Settings of a test, whatever the environment says."""
    return Settings.model_validate(
        {
            "store": "sqlite:///unused.db",
            "language": Language.DE,
            "host": "127.0.0.1",
            # Of this run alone: what a test uploads is no business of another one.
            "upload_folder": Path(gettempdir()) / f"netmap-test-uploads-{os.getpid()}",
            **given,
        }
    )


def hostile_records() -> list[AnyRecord]:
    """Every hostile text as a name, and an id that looks like an address."""
    records: list[AnyRecord] = [
        Organization(id=HOSTILE_ID, name="</script><script>alert(1)</script>", meets=True),
        Topic(id="topic", name="<b>topic</b>"),
        WorksOn(id="w", actor_id=HOSTILE_ID, topic_id="topic"),
        Organization(id="aside", name="Outsider", asked=Asked.LEFT_OUT),
    ]
    for number, text in enumerate(HOSTILE_TEXTS):
        records += [
            Person(id=f"p{number}", name=text, function=text),
            Membership(id=f"m{number}", member_id=f"p{number}", organization_id=HOSTILE_ID),
            ExchangeTie(id=f"e{number}", source_id=f"p{number}", target_id=HOSTILE_ID),
        ]
    return records


@pytest.fixture(scope="module")
def use_cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[UseCases]:
    """Use cases over a store with two networks: "buchenau" and "hostile"."""
    store = SqliteStore(tmp_path_factory.mktemp("store") / "netmap.db")
    made = use_cases_over(store, settings())
    for network_id, name, records in (
        (small.NETWORK_ID, small.NETWORK_NAME, small.records()),
        ("hostile", "<i>Hostile</i>", hostile_records()),
    ):
        changes = [Put(record=cast(AnyRecord, record)) for record in records]
        made.records.apply(LOCAL_OWNER, network_id, changes, new_network=name)
    yield made
    store.close()


@pytest.fixture(scope="session")
def reading_app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """An open application, made once, because that takes longer than most tests."""
    return _app_over_nothing(tmp_path_factory.mktemp("reading"))


@pytest.fixture(scope="session")
def editing_app(tmp_path_factory: pytest.TempPathFactory) -> FastAPI:
    """A second one: a test may read in one store and change another."""
    return _app_over_nothing(tmp_path_factory.mktemp("editing"))


def _app_over_nothing(folder: Path) -> FastAPI:
    nothing = SqliteStore(folder / "netmap.db")
    nothing.close()
    return create_app(use_cases_over(nothing, settings()), settings())


def _over(app: FastAPI, use_cases: UseCases) -> FastAPI:
    """The application, which from now on works with these use cases, for its owner."""
    app.dependency_overrides.clear()
    app.state.context = replace(app.state.context, use_cases=use_cases)
    return app


@pytest.fixture(scope="module")
def app(use_cases: UseCases, reading_app: FastAPI) -> FastAPI:
    """An open application, as it runs on a laptop."""
    return _over(reading_app, use_cases)


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    """A browser or program that meets the open application for the first time."""
    return TestClient(app, base_url="http://localhost")


@pytest.fixture(scope="module")
def token_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with an access token."""
    file = tmp_path_factory.mktemp("access") / "token"
    file.write_text(f"{TOKEN}\n", encoding="utf-8")
    return file


@pytest.fixture(scope="module")
def guarded_app(use_cases: UseCases, token_file: Path) -> FastAPI:
    """An application that others can reach and that asks for an access token."""
    return create_app(use_cases, settings(host="0.0.0.0", access_token_file=token_file))


@pytest.fixture
def guarded(guarded_app: FastAPI) -> TestClient:
    """A client of the guarded application without a session."""
    return TestClient(guarded_app, base_url="http://localhost", follow_redirects=False)


@pytest.fixture
def own_use_cases(tmp_path: Path) -> Iterator[UseCases]:
    """Use cases over a store of the test's own, which holds the small example."""
    store = SqliteStore(tmp_path / "netmap.db")
    made = use_cases_over(store, settings())
    changes = [Put(record=cast(AnyRecord, record)) for record in small.records()]
    made.records.apply(LOCAL_OWNER, small.NETWORK_ID, changes, new_network=small.NETWORK_NAME)
    yield made
    store.close()


@pytest.fixture
def editor(own_use_cases: UseCases, editing_app: FastAPI) -> TestClient:
    """A program that changes the test's own store."""
    return TestClient(_over(editing_app, own_use_cases), base_url="http://localhost")
