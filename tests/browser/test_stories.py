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


def test_the_first_hour(open_page: Open, office: Office) -> None:
    """Starter network, template, pasted list, map, first correction, finding: step by step."""
    watched = open_page(f"{office.address}/new")
    page = watched.page
    page.get_by_label("Name des Netzwerks").fill("Kreis Anfang")
    page.get_by_label("Kommunale Koordinierung").check()
    _click(page, "Beginnen")
    page.wait_for_url("**/networks/kreis-anfang")
    network = f"{office.address}/networks/kreis-anfang"
    page.goto(f"{network}/data")
    with page.expect_download() as download:
        page.get_by_role("link", name="Leere Vorlage herunterladen").click()
    assert download.value.suggested_filename == "netmap-Vorlage.xlsx"
    page.get_by_role("link", name="Eine Liste importieren").click()
    people = "".join(
        f"Ada {number};Jugendamt;{body};Mitglied\n"
        for number in range(4)
        for body in ("AG Eins", "AG Zwei")
    )
    page.get_by_label("Oder eine Tabelle einfügen").fill(
        f"Name;Organisation;Gremium;Rolle\n{people}"
    )
    _click(page, "Ansehen")
    page.wait_for_url("**/imports/*")
    assert watched.axe_violations() == []
    _click(page, "Übernehmen")
    _saved(page)
    assert watched.axe_violations() == []
    page.goto(f"{network}/map")
    on_the_map = page.locator("#nmap-data").text_content() or ""
    assert "AG Zwei" in on_the_map
    page.goto(f"{network}/search?q=AG+Zwei")
    page.get_by_role("link", name="AG Zwei").first.click()
    page.get_by_role("link", name="Bearbeiten").first.click()
    page.get_by_label("Name").first.fill("AG Zweifach")
    _click(page, "Speichern")
    _saved(page)
    page.goto(f"{network}/findings")
    found = page.get_by_role("article").filter(has_text="AG Zweifach").filter(has_text="AG Eins")
    found.first.locator("summary").filter(has_text="Worauf das beruht").click()
    expect(found.first.locator(".nm-evidence")).to_contain_text("Ada 3")
    assert watched.complaints == []


@pytest.mark.parametrize(
    ("language", "workbook", "look", "nothing"),
    [
        ("de", "Arbeitsmappe (Excel)", "Ansehen", "hat alles schon so"),
        ("en", "Workbook (Excel)", "Look at it", "has it all already"),
    ],
)
def test_what_was_taken_out_and_brought_in_again_changes_nothing(
    open_page: Open, office: Office, language: str, workbook: str, look: str, nothing: str
) -> None:
    """The workbook of a network, imported as it came, finds everything as it is."""
    network = office.begin(
        f"hin-und-her-{language}",
        Organization(id="ag", name="AG Übergang", meets=True),
        Person(id="ada", name="Ada Beispiel", function="Leitung"),
        Membership(id="s", member_id="ada", organization_id="ag", start_date="2024-05"),
    )
    watched = open_page(f"{network}/data?lang={language}")
    page = watched.page
    with page.expect_download() as download:
        page.get_by_role("link", name=workbook).first.click()
    page.goto(f"{network}/import")
    page.locator("#file").set_input_files(download.value.path())
    _click(page, look)
    page.wait_for_url("**/imports/*")
    expect(page.get_by_role("main")).to_contain_text(nothing)
    assert watched.axe_violations() == []
    assert watched.complaints == []


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
