"""What coordinators do, from one page to the next, with everything that stands in between."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from netmap.model import Membership, Organization, Person
from netmap.principal import LOCAL_OWNER
from tests.browser.conftest import Open
from tests.browser.serving import Office

pytestmark = pytest.mark.xdist_group("browser")


def _click(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).first.click()


def _saved(page: Page) -> None:
    """A page that says that something was saved."""
    page.wait_for_url("**saved=*")
    expect(page.get_by_role("status").first).to_contain_text("Gespeichert")


def test_two_colleagues_in_conflict(open_page: Open, office: Office) -> None:
    """The second one sees both versions, field by field, chooses, and nothing was lost."""
    network = office.begin("konflikt", Person(id="ada", name="Ada Beispiel", function="Leitung"))
    form = f"{network}/records/edit/ada"
    first, second = open_page(form), open_page(form)
    first.page.get_by_label("Funktion").first.fill("Geschäftsführung")
    _click(first.page, "Speichern")
    _saved(first.page)
    second.page.get_by_label("Funktion").first.fill("Vorsitz")
    second.page.get_by_label("Name").first.fill("Ada Muster")
    _click(second.page, "Speichern")
    expect(second.page.get_by_role("alert")).to_contain_text("von anderer Seite geändert")
    assert second.axe_violations() == []
    function = second.page.get_by_role("group", name="Funktion")
    expect(function.get_by_label("Ihre Fassung")).to_be_visible()
    function.get_by_label("Von anderer Seite gespeichert").check()
    _click(second.page, "Diese Auswahl speichern")
    _saved(second.page)
    kept = office.use_cases.records.record(LOCAL_OWNER, "konflikt", "ada")
    assert isinstance(kept, Person)
    assert (kept.name, kept.function) == ("Ada Muster", "Geschäftsführung")
    assert [*first.complaints, *second.complaints] == []


def test_what_was_saved_is_taken_back_from_the_notice(open_page: Open, office: Office) -> None:
    """One press, and one more takes the taking back back."""
    network = office.begin("zurueck", Organization(id="amt", name="Jugendamt"))
    watched = open_page(f"{network}/records/edit/amt")
    page = watched.page
    page.get_by_label("Name").first.fill("Amt für Jugend")
    _click(page, "Speichern")
    _saved(page)
    assert watched.axe_violations() == []
    assert office.labels("zurueck") == ("Amt für Jugend",)
    for expected in ("Jugendamt", "Amt für Jugend"):
        with page.expect_navigation():
            _click(page, "Rückgängig machen")
        _saved(page)
        assert office.labels("zurueck") == (expected,)
    assert watched.complaints == []


def test_a_partner_recorded_twice_becomes_one(open_page: Open, office: Office) -> None:
    """From the list of likely duplicates to one record that holds the seats of both."""
    network = office.begin(
        "doppelt",
        Organization(id="a", name="Arbeitskreis A", meets=True),
        Organization(id="b", name="Arbeitskreis B", meets=True),
        Person(id="ada", name="Ada Beispiel"),
        Person(id="beispiel", name="Beispiel, Ada"),
        Membership(id="s", member_id="ada", organization_id="a"),
        Membership(id="t", member_id="beispiel", organization_id="b"),
    )
    watched = open_page(f"{network}/edits/duplicates")
    page = watched.page
    page.get_by_role("link", name="Ada Beispiel, Beispiel, Ada").click()
    page.wait_for_url("**/edits/merge?*")
    page.get_by_role("radio", name="Name: Ada Beispiel").check()
    _click(page, "Zusammenführen; lässt sich rückgängig machen")
    _saved(page)
    seats = page.get_by_role("main")
    expect(seats).to_contain_text("Arbeitskreis A")
    expect(seats).to_contain_text("Arbeitskreis B")
    assert sorted(office.labels("doppelt")) == ["Ada Beispiel", "Arbeitskreis A", "Arbeitskreis B"]
    assert watched.complaints == []
