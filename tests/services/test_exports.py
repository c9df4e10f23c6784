"""Exporting as a use case: which records, who may know what, and what the file is called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest

from netmap.bootstrap import use_cases_over
from netmap.changes import Put
from netmap.dates import period
from netmap.errors import AccessDeniedError
from netmap.language import Language
from netmap.model import AnyRecord, Cooperation, Membership, Organization, Person
from netmap.principal import LOCAL_OWNER, Principal
from netmap.services.exports import ExportFormatError, export_format_of
from netmap.services.use_cases import UseCases
from netmap.settings import Settings
from netmap.store.sqlite import SqliteStore
from netmap.values import Record
from netmap.views.exports.formats import EXPORTS, ExportName
from netmap.vocabulary import Asked

RECORDS: list[Record] = [
    Organization(id="old", name="Vorgänger", end_date="2019"),
    Organization(id="body", name="Runde", start_date="2020", parent_id="old"),
    Person(id="ada", name="Ada", asked=Asked.LEFT_OUT),
    Membership(id="seat", member_id="ada", organization_id="body"),
    Membership(id="gone", member_id="ada", organization_id="old"),
    Cooperation(id="both", name="Vertrag", party_ids=("old", "body")),
]


@pytest.fixture
def use_cases(tmp_path: Path) -> Iterator[UseCases]:
    """Use cases over a store with the network "kreis"."""
    store = SqliteStore(tmp_path / "netmap.db")
    made = use_cases_over(store, Settings.model_validate({"store": "sqlite:///unused.db"}))
    changes = [Put(record=cast(AnyRecord, record)) for record in RECORDS]
    made.records.apply(LOCAL_OWNER, "kreis", changes, new_network="Kreis")
    yield made
    store.close()


def exported(use_cases: UseCases, **given: object) -> str:
    """The network as text."""
    made = use_cases.exports.export(
        LOCAL_OWNER,
        "kreis",
        ExportName.GRAPHML,
        language=Language.EN,
        **given,  # type: ignore[arg-type] # as the tests give them
    )
    return made.content.decode()


def test_all_records_are_written_whatever_their_dates(use_cases: UseCases) -> None:
    """An export is a copy of what the store holds, not a picture of today."""
    text = exported(use_cases)
    assert all(f'id="{record.id}"' in text for record in RECORDS)


def test_at_a_date_only_what_holds_is_written(use_cases: UseCases) -> None:
    """References to what does not hold then are left out, so that none leads nowhere."""
    text = exported(use_cases, as_of=period("2024"))
    assert 'id="body"' in text
    assert 'id="seat"' in text
    assert 'id="gone"' not in text
    assert "old" not in text


def test_who_is_left_out_on_purpose_is_for_the_coordinator_alone(use_cases: UseCases) -> None:
    """No export says so unless it is asked for."""
    assert "left_out" not in exported(use_cases)
    assert "left_out" in exported(use_cases, confidential=True)


def test_a_snapshot_is_exported_as_it_was_frozen(use_cases: UseCases) -> None:
    """Later changes do not reach it."""
    frozen = use_cases.records.freeze(LOCAL_OWNER, "kreis", label="Review")
    before = exported(use_cases)
    added = Put(record=Person(id="new", name="Neu"))
    use_cases.records.apply(LOCAL_OWNER, "kreis", [added])
    assert exported(use_cases) != before
    assert exported(use_cases, snapshot_id=frozen.id) == before


@pytest.mark.parametrize("name", ExportName)
def test_files_are_named_by_network_date_and_format(use_cases: UseCases, name: ExportName) -> None:
    """The suffix leads back to the format."""
    made = use_cases.exports.export(
        LOCAL_OWNER, "kreis", name, language=Language.DE, as_of=period("2024-05-31")
    )
    assert made.file_name == f"netmap-kreis-2024-05-31.{EXPORTS[name].suffix}"
    assert export_format_of(made.file_name) is name
    assert made.media_type == EXPORTS[name].media_type


def test_a_file_name_that_tells_no_format_is_an_error() -> None:
    """The remedy lists the endings there are."""
    with pytest.raises(ExportFormatError, match=r"netz\.doc") as caught:
        export_format_of("netz.doc")
    assert ".graphml" in caught.value.remedy_text.de


def test_only_who_may_read_a_network_exports_it(use_cases: UseCases) -> None:
    """Networks are closed to each other."""
    stranger = Principal(id="s", name="stranger", reads=frozenset())
    with pytest.raises(AccessDeniedError):
        use_cases.exports.export(stranger, "kreis", ExportName.GEXF, language=Language.EN)
