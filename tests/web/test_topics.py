"""Pages of topics: who works on each, possible gaps and possible overlaps."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape

import pytest
from fastapi.testclient import TestClient

from netmap.changes import Put
from netmap.findings.finding import FindingKind, finding_id
from netmap.language import Language
from netmap.model import AnyRecord, Membership, Organization, Person, Topic, WorksOn
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from netmap.vocabulary import MarkStatus, Sector

_BASE = "/networks/topics"
_PEOPLE = ("ada", "bo", "cy")


def _records() -> Iterable[AnyRecord]:
    """Two bodies with the same members on one topic; two partners on another without exchange."""
    for number, name in enumerate(("Schulabsentismus", "Übergang", "Leer")):
        yield Topic(id=f"t/{number}", name=name)
    for body in ("AG Eins", "AG Zwei"):
        yield Organization(id=body, name=body, meets=True)
        yield WorksOn(id=f"w{body}", actor_id=body, topic_id="t/0")
        for each in _PEOPLE:
            yield Membership(id=f"{each}-{body}", member_id=each, organization_id=body)
    for each in _PEOPLE:
        yield Person(id=each, name=each.title(), sector=Sector.EDUCATION)
    for each in ("Schule", "Verein"):
        yield Organization(id=each, name=each, sector=Sector.EDUCATION)
        yield WorksOn(id=f"w{each}", actor_id=each, topic_id="t/1")
    for number in range(3):
        yield Organization(id=f"f{number}", name=f"Firma {number}", sector=Sector.BUSINESS)


@pytest.fixture(scope="module", autouse=True)
def network(use_cases: UseCases) -> None:
    """The network of these tests."""
    changes = [Put(record=each) for each in _records()]
    use_cases.records.apply(LOCAL_OWNER, "topics", changes, new_network="Topics")


def counts(client: TestClient) -> dict[str, list[str]]:
    """Of each topic in the list partners, gaps and overlaps."""
    page = unescape(client.get(f"{_BASE}/topics?lang=en").text)
    return {
        name: [
            re.sub("<[^>]*>", " ", cell).split()[0]
            for cell in re.findall(r"numeric\">(.*?)</td>", row)
        ]
        for row in re.findall(r'<th scope="row".*?</tr>', page, re.DOTALL)
        for name in re.findall(r">([^<>]+)</a></th>", row)
    }


def test_the_list_counts_gaps_and_overlaps(client: TestClient, use_cases: UseCases) -> None:
    """No body, no exchange and no business on the one, two bodies alike on the other topic."""
    assert counts(client) == {
        "Schulabsentismus": ["0", "1", "1"],
        "Übergang": ["2", "3", "–"],
        "Leer": ["0", "–", "–"],
    }


def test_a_topic_shows_its_gaps_and_overlaps(client: TestClient) -> None:
    """Each leads on: to the finding, to the partners of the sector, to what two bodies share."""
    page = unescape(client.get(f"{_BASE}/topics/t/1").text)
    assert "Zu diesem Thema ist kein Gremium erfasst" in page
    assert "Bereich Wirtschaft: Zu diesem Thema ist noch niemand erfasst." in page
    missing = finding_id(FindingKind.MISSING_EXCHANGE, ["Schule", "Verein"])
    assert f'id="f-{missing}"' in page
    page = unescape(client.get(f"{_BASE}/topics/t/0").text)
    assert "/pair?a=AG+Eins&b=AG+Zwei" in page
    assert "fast dieselben Mitglieder und Themen" in page
    assert "<strong>3</strong>: Ada, Bo, Cy" in page
    assert client.get(f"{_BASE}/topics/nothing").status_code == 404


def test_what_is_intended_is_no_overlap_any_more(client: TestClient, use_cases: UseCases) -> None:
    """A pair of bodies that people marked as intended stays quiet on the pages of topics, too."""
    pair = finding_id(FindingKind.OVERLAP, ["AG Eins", "AG Zwei"])
    log = use_cases.marking.mark(
        LOCAL_OWNER, "topics", pair, MarkStatus.INTENDED, language=Language.DE
    )
    assert counts(client)["Schulabsentismus"][2] == "–"
    assert log is not None
    use_cases.records.undo(LOCAL_OWNER, "topics", log.id)
    assert counts(client)["Schulabsentismus"][2] == "1"
