"""`netmap import`: from a file into a network, or an error that says what to do."""

from pathlib import Path

import pytest

from tests.cli.conftest import BUCHENAU, Netmap
from tests.oparl_server import serving

LIST = "Name;Organisation;Gremien\nAda Müller;Jugendamt;AG Übergang (Vorsitz)\nBo;IHK;AG Übergang\n"


def test_a_network_that_does_not_exist_is_created_with_its_id_as_name(netmap: Netmap) -> None:
    """Without --name the id is the name."""
    assert netmap("import", BUCHENAU, "--network", "kreis-1").code == 0
    (network,) = netmap("networks", "--format", "json").rows
    assert (network["id"], network["name"], network["revision"]) == ("kreis-1", "kreis-1", 1)


def test_the_name_of_a_new_network_can_be_given(netmap: Netmap) -> None:
    """--name says what people read."""
    netmap("import", BUCHENAU, "--network", "k", "--name", "Kreis Köln")
    assert netmap("networks", "--format", "json").rows[0]["name"] == "Kreis Köln"


def test_a_dry_run_says_exactly_what_would_be_added_and_stores_nothing(netmap: Netmap) -> None:
    """Not even the network is created."""
    ran = netmap("import", BUCHENAU, "--network", "k", "--dry-run", "--json")
    assert ran.code == 0
    assert (ran.rows["applied"], ran.rows["created_network"]) == (False, True)
    counts = {each["kind"]: each["added"] for each in ran.rows["counts"]}
    assert (counts["person"], counts["organization"], counts["membership"]) == (12, 18, 24)
    assert len(ran.rows["changes"]) == sum(counts.values())
    assert netmap("networks", "--format", "json").rows == []


def test_importing_the_same_file_twice_changes_nothing(buchenau: Netmap) -> None:
    """The second import finds everything as it is and writes no change set."""
    ran = buchenau("import", BUCHENAU, "--network", "buchenau", "--json")
    assert (ran.code, ran.rows["applied"], ran.rows["changes"]) == (0, False, [])
    assert buchenau("networks", "--format", "json").rows[0]["revision"] == 1


def test_a_german_excel_list_needs_no_preparation(netmap: Netmap, tmp_path: Path) -> None:
    """A flat list in Windows-1252 with semicolons is found out as such."""
    source = tmp_path / "liste.csv"
    source.write_bytes(LIST.encode("cp1252"))
    ran = netmap("import", source, "--network", "k", "--json")
    assert (ran.code, ran.rows["format"]) == (0, "flat-list")
    names = {each["name"] for each in ran.rows["changes"]}
    assert {"Ada Müller", "AG Übergang", "Jugendamt"} <= names


def test_a_changed_cell_is_shown_with_before_and_after(netmap: Netmap, tmp_path: Path) -> None:
    """A correction in the list changes that field alone."""
    source = tmp_path / "organizations.csv"
    source.write_text("id,name,sector\n1,IHK,business\n", encoding="utf-8")
    netmap("import", source, "--network", "k", "--format", "workbook")
    source.write_text("id,name,sector\n1,IHK Nord,business\n", encoding="utf-8")
    ran = netmap("import", source, "--network", "k", "--format", "workbook", "--json")
    (change,) = ran.rows["changes"]
    fields = {each["field"]: (each["before"], each["after"]) for each in change["fields"]}
    assert fields["name"] == ("IHK", "IHK Nord")
    assert "sector" not in fields


def test_errors_name_the_place_and_store_nothing(netmap: Netmap, tmp_path: Path) -> None:
    """A membership without a body is an error with file, line, cause and remedy; exit 1."""
    (tmp_path / "list").mkdir()
    persons = tmp_path / "list" / "persons.csv"
    persons.write_text("id,name\n1,Ada\n", encoding="utf-8")
    seats = tmp_path / "list" / "memberships.csv"
    seats.write_text("person_id,body_id\n1,\n", encoding="utf-8")
    ran = netmap("import", tmp_path / "list", "--network", "k", "--json")
    assert ran.code == 1
    (error,) = [each for each in ran.rows["problems"] if each["severity"] == "error"]
    assert (error["sheet"], error["line"]) == ("memberships.csv", 2)
    assert error["cause"]["de"]
    assert error["remedy"]["en"]
    assert netmap("networks", "--format", "json").rows == []
    text = netmap("import", tmp_path / "list", "--network", "k")
    assert text.code == 1
    assert "Zeile 2" in text.err
    assert "Abhilfe" in text.err
    assert text.out == ""


def test_a_file_that_cannot_be_read_is_an_error_with_a_remedy(
    netmap: Netmap, tmp_path: Path
) -> None:
    """A missing file, an empty one, a broken archive and an unknown format: exit 1 each."""
    empty, broken = tmp_path / "empty.csv", tmp_path / "broken.xlsx"
    empty.touch()
    broken.write_bytes(b"PK\x03\x04 no archive")
    for arguments, code in (
        ((tmp_path / "nowhere.xlsx",), "ingest.not_found"),
        ((empty,), "ingest.empty"),
        ((broken,), "ingest.broken_zip"),
        ((BUCHENAU, "--format", "word"), "ingest.format_name"),
    ):
        ran = netmap("import", *arguments, "--network", "k", "--json")
        assert ran.code == 1
        assert [each["code"] for each in ran.rows["problems"]] == [code]
        assert ran.rows["problems"][0]["remedy"]["de"]
    assert netmap("networks", "--format", "json").rows == []


def test_an_id_that_cannot_stand_in_an_address_is_refused(netmap: Netmap) -> None:
    """The error says which characters an id may have."""
    ran = netmap("import", BUCHENAU, "--network", "Kreis Köln")
    assert (ran.code, ran.out) == (1, "")
    assert "network.id_invalid" in ran.err


def test_an_address_is_asked_for_oparl(
    netmap: Netmap, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host in the own network only where that is allowed, by option or by setting."""
    monkeypatch.setenv("NETMAP_OPARL_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("NETMAP_OPARL_PAUSE_SECONDS", "0")
    with serving() as server:
        server.put_municipality()
        arguments = ("import", server.url("/system"), "--network", "town", "--language", "en")
        refused = netmap(*arguments)
        assert refused.code == 1
        assert "[endpoint.private_host]" in refused.err
        assert server.asked == {}
        done = netmap(*arguments, "--allow-private")
        assert done.code == 0
        assert f'{server.url("/system")} was imported into the network "town"' in done.out
        monkeypatch.setenv("NETMAP_OPARL_PRIVATE_HOSTS", "true")
        again = netmap(*arguments)
        assert "changes nothing" in again.out
        server.answers.clear()
        gone = netmap(*arguments, "--fresh")
    assert gone.code == 1
    assert "/system antwortet mit 404 Not Found." in gone.err
    assert "[endpoint.answer]" in gone.err


def test_a_path_that_looks_like_another_scheme_is_refused(netmap: Netmap) -> None:
    """Files are named by their path."""
    ran = netmap("import", "file:///etc/passwd", "--network", "town")
    assert ran.code == 1
    assert "[endpoint.address]" in ran.err
