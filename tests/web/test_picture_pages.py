"""A partner's own picture as page and as PDF."""

from __future__ import annotations

from urllib.parse import quote

from fastapi.testclient import TestClient

from tests.web.conftest import HOSTILE_ID


def test_the_page_of_an_actor_leads_to_its_picture(client: TestClient) -> None:
    """The picture has boxes for each line, and leads to the PDF."""
    assert (
        'href="/networks/buchenau/picture/koko"'
        in client.get("/networks/buchenau/actors/koko").text
    )
    page = client.get("/networks/buchenau/picture/koko").text
    for word in ("Stimmt", "Ergänzen", "Berichtigen", "Bemerkung", "Was fehlt noch?"):
        assert word in page
    assert "/networks/buchenau/picture-file/koko?lang=de" in page
    made = client.get("/networks/buchenau/picture-file/koko?lang=en")
    assert made.headers["content-type"] == "application/pdf"
    assert made.headers["content-disposition"] == 'attachment; filename="netmap-own-picture.pdf"'
    assert made.content.startswith(b"%PDF-")


def test_ids_may_look_like_addresses(client: TestClient) -> None:
    """Slashes, question marks and hashes in an id lead where they should."""
    address = f"/networks/hostile/picture/{quote(HOSTILE_ID, safe='')}"
    answer = client.get(address)
    assert answer.status_code == 200
    assert "<script>alert(1)" not in answer.text


def test_that_somebody_stays_outside_is_not_told(client: TestClient) -> None:
    """Not even to who asks for what is confidential."""
    page = client.get("/networks/hostile/picture/aside?confidential=true")
    assert page.status_code == 200
    assert "bewusst" not in page.text
    assert client.get("/networks/hostile/picture/nobody").status_code == 404
    assert client.get("/networks/hostile/picture-file/nobody").status_code == 404
