"""Marking findings in the browser, without JavaScript."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from netmap.findings.finding import Finding
from netmap.findings.kinds import FindingKind
from netmap.model import Membership
from netmap.principal import LOCAL_OWNER
from netmap.services.use_cases import UseCases
from tests.strategies import HOSTILE_TEXTS
from tests.web.page_forms import send

_BASE = "/networks/buchenau"


def _overlap(use_cases: UseCases, *, intended: bool = True) -> Finding | None:
    found = use_cases.insights.findings(
        LOCAL_OWNER, "buchenau", kind=FindingKind.OVERLAP, intended=intended
    )
    return next(iter(found), None)


def _marked(client: TestClient, finding: Finding, **values: str) -> str:
    """Mark a finding by its page; give back where that leads."""
    address = f"{_BASE}/findings/{finding.id}"
    page = client.get(f"{address}?back={_BASE}/findings?kind=overlap").text
    answer = send(client, page, address, values)
    assert answer.status_code == 303, answer.text[:500]
    return answer.headers["location"]


def test_an_intended_finding_stays_quiet_and_can_be_brought_back(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """It leaves list and overview, is counted there, shown on request, and comes back by undo."""
    finding = _overlap(own_use_cases)
    assert finding is not None
    there = _marked(editor, finding, status="intended", note="Beschluss vom Mai")
    assert there.startswith(f"{_BASE}/findings?kind=overlap&saved=")
    told = editor.get(there).text
    assert "Gespeichert" in told
    assert f'id="f-{finding.id}"' not in told
    for page in (told, editor.get(_BASE).text):
        assert "1 Hinweis ist als so gewollt vermerkt" in page
    link = re.search(r'href="([^"]+)">Auch diese zeigen', told)
    assert link is not None
    shown = editor.get(link[1].replace("&amp;", "&")).text
    assert f'id="f-{finding.id}"' in shown
    assert "Beschluss vom Mai" in shown
    assert "so gewollt" in shown

    assert send(editor, told, f"{_BASE}/history/", {}).status_code == 303
    assert _overlap(own_use_cases, intended=False) == finding


def test_it_speaks_again_once_its_data_change(editor: TestClient, own_use_cases: UseCases) -> None:
    """A new member of both bodies brings it back, with what was said before."""
    finding = _overlap(own_use_cases)
    assert finding is not None
    _marked(editor, finding, status="intended", note="Bleibt so")
    seats = [
        Membership(id=f"new {each.id}", member_id="ihk", organization_id=each.id)
        for each in finding.subjects
    ]
    for seat in seats:
        editor.put(
            f"/api/v1/networks/buchenau/records/{seat.id}",
            json=seat.model_dump(mode="json", exclude={"id", "version"}),
            headers={"If-None-Match": "*"},
        ).raise_for_status()
    page = editor.get(f"{_BASE}/findings?kind=overlap").text
    assert f'id="f-{finding.id}"' in page
    assert "Bleibt so" in page
    assert "hat sich seither geändert" in page


def test_the_history_says_it_in_words(editor: TestClient, own_use_cases: UseCases) -> None:
    """What was marked stands in the network's history and on the finding's page."""
    finding = _overlap(own_use_cases)
    assert finding is not None
    _marked(editor, finding, status="discussed", note="Im Steuerkreis")
    _marked(editor, finding, status="intended", note="Im Steuerkreis")
    for address in ("/history", f"/findings/{finding.id}"):
        page = editor.get(f"{_BASE}{address}").text
        assert "Vermerk zum Hinweis Mögliche Überschneidung" in page
        assert "besprochen" in page
        assert "finding_mark" not in page


def test_open_without_a_note_takes_the_mark_away(
    editor: TestClient, own_use_cases: UseCases
) -> None:
    """And says nothing where there was none."""
    finding = _overlap(own_use_cases)
    assert finding is not None
    assert "saved=" not in _marked(editor, finding, status="open", note=" ")
    _marked(editor, finding, status="discussed", note="")
    assert "saved=" in _marked(editor, finding, status="open", note="")
    assert _overlap(own_use_cases) == finding


def test_two_colleagues_who_mark_at_once_meet(editor: TestClient, own_use_cases: UseCases) -> None:
    """The second sees what the first said, keeps what was typed, and may save then."""
    finding = _overlap(own_use_cases)
    assert finding is not None
    address = f"{_BASE}/findings/{finding.id}"
    opened = editor.get(address).text
    _marked(editor, finding, status="discussed", note="Erste Notiz")
    second = send(editor, opened, address, {"status": "intended", "note": "Zweite Notiz"})
    assert second.status_code == 409
    assert "Inzwischen hat jemand" in second.text
    assert "Erste Notiz" in second.text
    assert "Zweite Notiz</textarea>" in second.text
    assert send(editor, second.text, address, {}).status_code == 303
    now = _overlap(own_use_cases)
    assert now is not None
    assert now.assessment is not None
    assert now.assessment.note == "Zweite Notiz"


def test_notes_are_text(editor: TestClient, own_use_cases: UseCases) -> None:
    """Whatever a note looks like, it is shown as it was typed."""
    finding = _overlap(own_use_cases)
    assert finding is not None
    _marked(editor, finding, status="discussed", note="\n".join(HOSTILE_TEXTS))
    page = editor.get(f"{_BASE}/findings?kind=overlap").text
    assert "<script>alert" not in page
    assert "<img" not in page.split("<main", 1)[1]


def test_a_finding_that_is_not_there_says_so(client: TestClient) -> None:
    """The page names the remedy; that a finding is confidential is not said."""
    gone = client.get(f"{_BASE}/findings/0123456789abcdef")
    assert gone.status_code == 404
    assert "Liste der Hinweise" in gone.text
    listed = client.get("/api/v1/networks/hostile/findings?kind=left_out&confidential=true")
    (left_out,) = listed.json()["items"]
    secret = client.get(f"/networks/hostile/findings/{left_out['id']}")
    assert secret.status_code == 404
    assert "Outsider" not in secret.text
    page = client.get("/networks/hostile/findings?confidential=true").text
    assert f"/findings/{left_out['id']}" not in page


def test_no_foreign_page_marks_a_finding(editor: TestClient, own_use_cases: UseCases) -> None:
    """Without the token of our own page nothing is saved."""
    finding = _overlap(own_use_cases)
    assert finding is not None
    answer = editor.post(f"{_BASE}/findings/{finding.id}", data={"status": "intended"})
    assert answer.status_code == 403
    assert _overlap(own_use_cases, intended=False) == finding


def test_programs_mark_by_a_record(editor: TestClient, own_use_cases: UseCases) -> None:
    """A finding says what a mark of it has to hold; then it stays quiet for programs, too."""
    address = "/api/v1/networks/buchenau/findings?kind=overlap"
    first = editor.get(address).json()["items"][0]
    mark = {
        "kind": "finding_mark",
        "finding_id": first["id"],
        "finding_kind": first["kind"],
        "status": "intended",
        "data": first["data"],
    }
    stored = editor.put(
        f"/api/v1/networks/buchenau/records/mark-{first['id']}",
        json=mark,
        headers={"If-None-Match": "*"},
    )
    assert stored.status_code == 201, stored.text
    assert first["id"] not in {each["id"] for each in editor.get(address).json()["items"]}
    shown = editor.get(f"{address}&intended=true").json()["items"]
    (marked,) = (each for each in shown if each["id"] == first["id"])
    assert marked["assessment"]["status_word"] == {"de": "so gewollt", "en": "intended"}


def test_findings_are_narrowed_to_a_mark(editor: TestClient, own_use_cases: UseCases) -> None:
    """Open is what nothing was agreed about, or what has changed since."""
    first, second, *_ = own_use_cases.insights.findings(
        LOCAL_OWNER, "buchenau", kind=FindingKind.OVERLAP
    )
    _marked(editor, first, status="discussed")
    _marked(editor, second, status="intended")

    def shown(mark: str) -> set[str]:
        page = editor.get(f"{_BASE}/findings?mark={mark}").text
        return {each.id for each in (first, second) if f'id="f-{each.id}"' in page}

    marks = ("", "open", "discussed", "intended", "all", "nonsense")
    assert [shown(mark) for mark in marks] == [
        {first.id},
        set(),
        {first.id},
        {second.id},
        {first.id, second.id},
        {first.id},
    ]


def test_a_finding_is_marked_where_it_stands(editor: TestClient, own_use_cases: UseCases) -> None:
    """In the list and on an actor's page; one comes back to the finding, or to where it stood."""
    finding = _overlap(own_use_cases)
    assert finding is not None
    address = f"{_BASE}/findings/{finding.id}"
    for page, gone in (
        (f"{_BASE}/findings?kind=overlap", "k-overlap"),
        (f"{_BASE}/actors/{finding.subjects[0].id}", "findings"),
    ):
        for status, place in (("discussed", f"f-{finding.id}"), ("intended", gone), ("open", "")):
            shown = editor.get(page if status != "open" else address).text
            answer = send(editor, shown, address, {"status": status, "note": ""})
            assert answer.status_code == 303, answer.text[:500]
            there, _, fragment = answer.headers["location"].partition("#")
            assert fragment == place
            told = editor.get(there).text
            assert "Gespeichert" in told
            assert not fragment or f'id="{fragment}"' in told or status == "intended"
            if place:
                assert there.startswith(page)
