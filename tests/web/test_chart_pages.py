"""Charts and their files, as a browser gets them."""

from __future__ import annotations

import csv
import io

import pytest
from fastapi.testclient import TestClient

from netmap.analyses.load import load
from netmap.analyses.representation import ActorType
from netmap.changes import Put
from netmap.model import Organization
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases

_CHARTS = "/networks/buchenau/charts"


def table(client: TestClient, name: str) -> list[list[str]]:
    """The table of a chart, as the file has it."""
    content = client.get(f"{_CHARTS}/{name}/file?format=csv").content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content), delimiter=";"))


def test_meetings_are_told_of_houses_alone(client: TestClient, use_cases: UseCases) -> None:
    """Every organisation with a seat is in the table, and no person is in chart or table."""
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau")
    rows = load(network)
    houses = {each.name for each in rows if each.type is ActorType.ORGANIZATION}
    assert {line[0] for line in table(client, "meetings")[1:]} == houses
    page = client.get(_CHARTS).text
    people = {each.name for each in rows if each.type is ActorType.PERSON}
    assert not [name for name in people if f">{name}<" in page]


def test_every_tie_has_its_rhythm(client: TestClient, use_cases: UseCases) -> None:
    """The parts of the bars make all recorded exchange."""
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau")
    lines = table(client, "exchange")[1:]
    assert sum(int(cell) for line in lines for cell in line[1:]) == len(network.exchange_ties)


@pytest.mark.parametrize("name", ["meetings", "participation", "exchange"])
def test_each_chart_can_be_taken_along(client: TestClient, name: str) -> None:
    """The drawing stands alone, with a heading and colours of its own; it is saved, not shown."""
    answer = client.get(f"{_CHARTS}/{name}/file?format=svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.text.startswith("<svg")
    assert "<style>" in answer.text
    assert client.get(f"{_CHARTS}/{name}/file?format=xlsx").content.startswith(b"PK")


def test_what_is_no_chart_is_not_found(client: TestClient) -> None:
    """A wrong name is told."""
    assert client.get(f"{_CHARTS}/nothing/file").status_code == 404


def test_change_is_shown_from_the_first_snapshot_on(
    client: TestClient, use_cases: UseCases
) -> None:
    """Without a snapshot the page says so; with one the chart is there."""
    assert "Sobald es einen festgehaltenen Stand gibt" in client.get(_CHARTS).text
    assert client.get(f"{_CHARTS}/changes/file").status_code == 404
    use_cases.records.freeze(LOCAL_OWNER, "buchenau", label="Frühjahr <1>")
    assert "„Frühjahr &lt;1&gt;“" in client.get(_CHARTS).text
    assert {cell for line in table(client, "changes")[1:] for cell in line[1:]} == {"0"}


def test_the_overview_shows_balance_and_what_changed(client: TestClient) -> None:
    """Small charts with their tables, and the last changes in words."""
    page = client.get("/networks/buchenau").text
    assert page.count('<svg class="nm-chart"') == 3
    assert "Was sich zuletzt geändert hat" in page
    assert "hat eingetragen" in page
    assert "Nächste Schritte" not in page


def test_a_network_in_which_nobody_sits_says_how_to_go_on(
    client: TestClient, use_cases: UseCases
) -> None:
    """The first steps lead to import, entry and map."""
    body = Organization(id="steering", name="Steuergremium", meets=True)
    use_cases.records.apply(LOCAL_OWNER, "new", [Put(record=body)], new_network="Neu")
    page = client.get("/networks/new").text
    assert "Nächste Schritte" in page
    assert 'href="/networks/new/import"' in page
    assert 'href="/networks/new/records/new?kind=membership"' in page
