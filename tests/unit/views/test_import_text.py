"""What an import did is told in the reader's words."""

from __future__ import annotations

from netmap.ingest.problems import Severity
from netmap.ingest.report import (
    ImportReport,
    ReportedChange,
    ReportedDuplicate,
    ReportedField,
    ReportedProblem,
)
from netmap.language import Language, Text
from netmap.views.import_text import import_report_text
from netmap.vocabulary import Kind


def _report(
    changes: tuple[ReportedChange, ...] = (), duplicates: tuple[ReportedDuplicate, ...] = ()
) -> ImportReport:
    return ImportReport(
        network_id="stadt",
        source="liste.xlsx",
        format="workbook",
        dry_run=True,
        created_network=False,
        applied=False,
        change_set_id=None,
        counts=(),
        changes=changes,
        problems=(),
        possible_duplicates=duplicates,
    )


def test_a_change_names_the_columns_and_of_open_details_only_those_that_change() -> None:
    """Field names of the code stay in the JSON form."""
    change = ReportedChange(
        kind=Kind.ORGANIZATION,
        id="ak",
        name="AK Übergang",
        action="changed",
        fields=(
            ReportedField(field="meetings_per_year", before=4.5, after=6.0),
            ReportedField(
                field="attributes",
                before={"Raum": "7", "Haus": "A"},
                after={"Raum": "7", "Haus": "B"},
            ),
        ),
    )
    told = import_report_text(_report((change,)), Language.DE)
    assert "AK Übergang: Sitzungen pro Jahr: 4,5 → 6; Weitere Angaben: Haus: A → Haus: B" in told


def test_two_of_one_name_are_told_apart_by_their_ids() -> None:
    """Otherwise a reader could not look either up; different names speak for themselves."""
    reason = Text(de="Beide heißen gleich.", en="Both have the same name.")
    told = import_report_text(
        _report(
            duplicates=(
                ReportedDuplicate(
                    ids=("p1", "p2"), names=("Eva", "Eva"), strength=1, reason=reason
                ),
                ReportedDuplicate(
                    ids=("o1", "o2"), names=("IHK", "I.H.K."), strength=1, reason=reason
                ),
            )
        ),
        Language.EN,
    )
    assert "Eva (p1) – Eva (p2): Both" in told
    assert "IHK – I.H.K.: Both" in told


def test_what_is_the_same_in_several_places_is_told_once() -> None:
    """All places stand before it; the file that they share is named once."""
    cause = Text(de="Die Vorlage hat ein Beispiel.", en="The template has an example.")
    remedy = Text(de="Löschen.", en="Delete it.")
    sheets = ("Personen", "Gremien")
    problems = tuple(
        ReportedProblem(
            severity=Severity.NOTE,
            code="example",
            file="liste.xlsx",
            sheet=sheet,
            line=None,
            column=None,
            field=None,
            place=Text(de=f"liste.xlsx, Blatt {sheet}", en=f"liste.xlsx, sheet {sheet}"),
            cause=cause,
            remedy=remedy,
        )
        for sheet in sheets
    )
    told = import_report_text(_report().model_copy(update={"problems": problems}), Language.DE)
    assert "Anmerkungen (1)" in told
    assert "liste.xlsx, Blatt Personen; Blatt Gremien: Die Vorlage hat" in told
