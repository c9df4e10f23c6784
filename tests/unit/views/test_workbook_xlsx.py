"""A network as a workbook: what is written is read back as it was."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from examples import city, small
from netmap.ingest.formats import read_source
from netmap.language import Language
from netmap.model import Membership, Organization, Person
from netmap.resources import folder
from netmap.values import Record, Source
from netmap.views.workbook_xlsx import network_workbook
from netmap.vocabulary import Role


def plain(records: Iterable[Record]) -> dict[str, Record]:
    """Records by id, without what an import adds to them."""
    return {record.id: record.model_copy(update={"identifiers": ()}) for record in records}


def read(file: Path) -> dict[str, Record]:
    """What an import reads in a file, which it understands without a problem."""
    parsed = read_source(file, limit_bytes=10_000_000)
    assert (parsed.format, parsed.problems) == ("workbook", ())
    return plain(parsed.records)


@pytest.mark.parametrize("language", Language)
def test_an_import_reads_back_what_was_written(tmp_path: Path, language: Language) -> None:
    """In either language, every record with every field."""
    file = tmp_path / "network.xlsx"
    file.write_bytes(network_workbook(small.records(), language))
    assert read(file) == plain(small.records())


@pytest.mark.parametrize("example", [small, city])
def test_the_examples_are_what_their_script_writes(example: object) -> None:
    """The workbooks in the repository hold just the records of their modules."""
    network_id = getattr(example, "NETWORK_ID")  # noqa: B009 - modules have no type of their own
    made = example.records()  # type: ignore[attr-defined]
    assert read(folder("examples") / f"{network_id}.xlsx") == plain(made)


def test_text_stays_text_whatever_it_begins_with(tmp_path: Path) -> None:
    """A name that looks like a formula, a number or a date is none."""
    names = ["=1+1", "+49 123", "-5", "@home", "007", "1.5", "true"]
    records = [Organization(id=f"o{number}", name=name) for number, name in enumerate(names)]
    file = tmp_path / "network.xlsx"
    file.write_bytes(network_workbook(records, Language.DE))
    assert [getattr(each, "name", "") for each in read(file).values()] == names


def test_sources_and_open_attributes_have_columns(tmp_path: Path) -> None:
    """What an import brought beyond the model goes out and comes in again."""
    records: list[Record] = [
        Person(id="p", name="Ada", attributes={"Zimmer": "4.12", "Etage": 4}),
        Organization(id="b", name="AG", meets=True, source=Source(label="Umfrage")),
        Membership(
            id="m", member_id="p", organization_id="b", role=Role.CHAIR, role_label="Vorsitz"
        ),
    ]
    file = tmp_path / "network.xlsx"
    file.write_bytes(network_workbook(records, Language.DE))
    back = read(file)
    assert back["p"].attributes == {"Zimmer": "4.12", "Etage": 4}
    assert back["b"].source == Source(label="Umfrage")
    assert back["m"] == records[2]
