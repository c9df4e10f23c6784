from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from tests.web.page_forms import send


@pytest.mark.parametrize("starter", ["kommunale-koordinierung", "bildungsmanagement", ""])
def test_a_network_begins_in_the_browser(
    editor: TestClient, own_use_cases: UseCases, starter: str
) -> None:
    """With a starter network or empty, and its overview is the next page; twice is two networks."""
    page = editor.get("/new").text
    for expected in ("kreis-sued", "kreis-sued-2"):
        answer = send(editor, page, "/new", {"name": "Kreis Süd", "starter": starter})
        assert answer.headers["location"] == f"/networks/{expected}"
        assert editor.get(answer.headers["location"]).status_code == 200
        network = own_use_cases.networks.at(LOCAL_OWNER, expected, None)
        assert bool(network.actor_ids) == bool(starter)
    for address in ("map", "findings", "bodies", "topics"):
        assert editor.get(f"/networks/kreis-sued/{address}").status_code == 200


def test_a_network_needs_a_name(editor: TestClient, own_use_cases: UseCases) -> None:
    """Nothing begins without one, and the form says so."""
    before = own_use_cases.networks.all(LOCAL_OWNER)
    answer = send(editor, editor.get("/new").text, "/new", {"name": "  "})
    assert answer.status_code == 422
    assert "keinen Namen" in answer.text
    assert own_use_cases.networks.all(LOCAL_OWNER) == before
