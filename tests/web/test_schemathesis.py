"""The whole API under fire from its own description: requests that fit it and requests that do not.

schemathesis makes both from the OpenAPI document, always the same ones, and checks each answer
against the document.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from schemathesis import Case
from schemathesis.schemas import BaseSchema

from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.model import Organization, Person, Topic
from netmap.principal import LOCAL_OWNER
from netmap.store.sqlite import SqliteStore
from netmap.web.app import create_app
from tests.web.conftest import settings

_ACCEPTED = ["2xx", "304", "401", "403", "404", "409"]
_IMPORT = "POST /api/v1/networks/{network_id}/imports"
_CONFIG = {
    "seed": 20260302,
    "generation": {
        "mode": "all",
        "max-examples": 2,
        "deterministic": True,
        "database": "none",
    },
    "checks": {
        "positive_data_acceptance": {
            "expected-statuses": [
                *_ACCEPTED,
                400,  # a cursor that no list has given
                412,  # a version that the record never had
                428,  # of the two headers that say what is replaced, neither
            ]
        },
        "missing_required_header": {"expected-statuses": [401, 428]},
    },
    "operations": [
        # Every bound of every parameter is tried where a request is small. Routes that read share
        # their parameters, and a record has eight kinds; there a few requests each have to do.
        *(
            {**chosen, "phases": {"coverage": {"enabled": False}}}
            for chosen in (
                {"include-method": "GET"},
                {"include-operation-id": ["create_record", "put_record", "apply_change_set"]},
            )
        ),
        {
            # "…/undo" may be the end of an id, too, and such a change set is read there.
            "include-operation-id": "undo_change_set",
            "checks": {"allow_header_conformance": {"enabled": False}},
        },
        {
            "include-name": _IMPORT,
            # What a file has to hold is more than its description can say.
            "checks": {"positive_data_acceptance": {"expected-statuses": [*_ACCEPTED, 422]}},
        },
    ],
    # Most of what is generated would otherwise look for a network that is not there.
    "parameters": {"path.network_id": "kreis"},
}


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BaseSchema]:
    """The description of an application over a small network that requests may spoil."""
    store = SqliteStore(tmp_path_factory.mktemp("store") / "netmap.db")
    use_cases = use_cases_over(store, settings())
    records = (
        Organization(id="amt", name="Amt"),
        Person(id="ada", name="Ada"),
        Topic(id="thema", name="Thema"),
    )
    changes = [Put(record=record) for record in records]
    use_cases.records.apply(LOCAL_OWNER, "kreis", changes, new_network="Kreis")
    app = create_app(use_cases, settings(allowed_hosts="testserver"))
    yield schemathesis.openapi.from_asgi(
        "/api/v1/openapi.json", app, config=schemathesis.Config.from_dict(_CONFIG)
    )
    store.close()


_schema = schemathesis.pytest.from_fixture("described")


# All operations are one test to pytest.
@pytest.mark.timeout(600)
@_schema.parametrize()
def test_answers_keep_to_the_description(case: Case[Any]) -> None:
    """What fits the description is served, what does not is refused, and never by a fault."""
    case.call_and_validate()
