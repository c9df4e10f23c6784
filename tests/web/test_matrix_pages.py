"""Matrices, their files and the evidence behind their cells, as a browser gets them."""

from __future__ import annotations

import csv
import io
import re
from html import unescape

import pytest
from fastapi.testclient import TestClient
from openpyxl import load_workbook

from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from tests.strategies import HOSTILE_TEXTS
from tests.web.conftest import HOSTILE_ID

_MATRIX = "/networks/buchenau/matrix"
_ADDRESSES = [
    _MATRIX,
    f"{_MATRIX}?of=persons&least=2",
    f"{_MATRIX}?of=bodies&by=organizations",
    f"{_MATRIX}?level=operational",
    f"{_MATRIX}?topic=uebergang&of=bodies",
]


def on_page(page: str) -> list[list[str]]:
    """The table of a page: heads of columns, then each row with its head."""
    head, body = re.search(r"<thead>(.*?)</thead>\s*<tbody>(.*?)</tbody>", page, re.DOTALL).groups()  # type: ignore[union-attr]
    columns = re.findall(r"<span>(.*?)</span>", head)
    lines = [["", *columns]]
    for row in body.split("<tr>")[1:]:
        name, *cells = re.split(r"<td[^>]*>", row)
        lines.append([re.sub(r"<[^>]+>", "", each) for each in (name, *cells)])
    return [[unescape(each) for each in line] for line in lines]


@pytest.mark.parametrize("address", _ADDRESSES)
def test_files_hold_exactly_what_the_page_shows(client: TestClient, address: str) -> None:
    """The same rows and columns in the same order, and the same cells."""
    shown = on_page(client.get(address).text)
    file = client.get(address.replace("/matrix", "/matrix/file"), params=None)
    sheet = load_workbook(io.BytesIO(file.content)).active
    assert sheet is not None
    rows = [["" if each is None else str(each) for each in row] for row in sheet.values]
    separator = "&" if "?" in address else "?"
    text = client.get(address.replace("/matrix", "/matrix/file") + f"{separator}format=csv").content
    lines = list(csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";"))
    assert rows == lines
    plain = [[re.sub(r" \((\d+)\)$", r"\1", each) for each in line] for line in lines]
    assert [line[1:] for line in plain] == [line[1:] for line in shown]
    assert [line[0] for line in lines[1:]] == [line[0] for line in shown[1:]]
    assert len(shown) > 1


def test_every_seat_stands_in_the_matrix(client: TestClient, use_cases: UseCases) -> None:
    """As many marked cells as pairs of a person and a body in which it sits."""
    network = use_cases.networks.at(LOCAL_OWNER, "buchenau")
    seats = zip(network.seats.source.tolist(), network.seats.target.tolist(), strict=True)
    pairs = {pair for pair in seats if network.person_mask[pair[0]]}
    page = client.get(f"{_MATRIX}?of=persons").text
    assert len(re.findall(r'<td><a href="pair', page)) == len(pairs)


def test_the_count_of_a_cell_is_what_the_evidence_names(client: TestClient) -> None:
    """The number in the matrix stands on the page of the pair, with as many names."""
    address = "/networks/buchenau/pair?a=ag-anschluss&b=ag-uebergang"
    cell = re.search(
        r'href="pair\?a=ag-anschluss&amp;b=ag-uebergang"[^>]*>(\d+)<',
        client.get(f"{_MATRIX}?of=bodies").text,
    )
    assert cell is not None
    row = re.search(r"Mitglieder</th>(.*?)</tr>", client.get(address).text, re.DOTALL)
    assert row is not None
    assert f">{cell[1]} (" in row[1]
    assert row[1].count("nm-actor-link") == int(cell[1])
    assert "fast dieselben Mitglieder und Themen" in client.get(address).text


def test_a_seat_is_told_with_who_holds_it(client: TestClient) -> None:
    """The mark of an organisation leads to the persons who sit there for it."""
    link = re.search(r'<td><a href="(pair[^"]+)"', client.get(_MATRIX).text)
    assert link is not None
    page = client.get(f"/networks/buchenau/{unescape(link[1])}").text
    assert "Wer dort sitzt" in page
    assert "/records/edit/" in page


@pytest.mark.parametrize(
    "query", ["a=koko&b=nobody", "a=nobody&b=ag-uebergang", "a=koko&b=koko", "a=koko&b=ihk", ""]
)
def test_what_is_no_pair_is_not_found(client: TestClient, query: str) -> None:
    """The page says so instead of showing something else."""
    assert client.get(f"/networks/buchenau/pair?{query}").status_code == 404


def test_hostile_names_stay_text(client: TestClient) -> None:
    """On the page they are escaped; in files no spreadsheet calculates them."""
    page = client.get("/networks/hostile/matrix?of=persons").text
    assert "<script>alert" not in page
    assert len(re.findall(r'<td><a href="pair', page)) == len(HOSTILE_TEXTS)
    assert "https%3A%2F%2Fhost.example" in page
    assert HOSTILE_ID not in page
    file = client.get("/networks/hostile/matrix/file?of=persons").content
    sheet = load_workbook(io.BytesIO(file)).active
    assert sheet is not None
    assert {each.data_type for row in sheet.iter_rows() for each in row} <= {"s", "n"}


def test_words_that_mean_nothing_are_passed_over(client: TestClient) -> None:
    """An old link shows the usual matrix; an unknown level shows nothing."""
    usual = on_page(client.get(_MATRIX).text)
    assert on_page(client.get(f"{_MATRIX}?of=nonsense&by=nonsense").text) == usual
    assert "<table" not in client.get(f"{_MATRIX}?level=nonsense").text
