"""The made-up network as a workbook: a folder of CSV files in German, as an office exports them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from netmap.model import ExchangeTie, Membership, Organization, Person, ReportingLine, Topic
from netmap.model import WorksOn as Work
from netmap.values import Record


class _Sheet(NamedTuple):
    """Name and titles of a sheet, which records stand on it, and a row of one."""

    name: str
    titles: Sequence[str]
    holds: Callable[[Record], bool]
    row: Callable[[Any], Sequence[object]]


_LEVELS = {"political": "politisch", "steering": "Steuerung", "operational": "operativ"}
_SECTORS = {"administration": "Verwaltung", "education": "Bildung", "business": "Wirtschaft"}

_SHEETS = (
    _Sheet(
        "Organisationen",
        ("ID", "Name", "Art", "Bereich", "Gebiet", "Teil von (ID)", "Bemerkung"),
        lambda record: isinstance(record, Organization) and not record.meets,
        lambda each: (
            each.id,
            each.name,
            each.classification,
            _SECTORS.get(each.sector, each.sector),
            each.territory,
            each.parent_id,
            each.attributes.get("Bemerkung"),
        ),
    ),
    _Sheet(
        "Gremien",
        ("ID", "Name", "Ebene", "Sitzungen im Jahr", "Zweck", "Funktionen"),
        lambda record: isinstance(record, Organization) and bool(record.meets),
        lambda each: (
            each.id,
            each.name,
            _LEVELS.get(each.level, each.level),
            each.meetings_per_year,
            each.purpose,
            "; ".join(each.functions),
        ),
    ),
    _Sheet(
        "Personen",
        ("ID", "Name", "Funktion", "Organisation-ID", "Bemerkung"),
        lambda record: isinstance(record, Person),
        lambda each: (
            each.id,
            each.name,
            each.function,
            each.organization_id,
            each.attributes.get("Bemerkung"),
        ),
    ),
    _Sheet(
        "Themen",
        ("ID", "Name"),
        lambda record: isinstance(record, Topic),
        lambda each: (each.id, each.name),
    ),
    _Sheet(
        "Mitgliedschaften",
        ("Person-ID", "Gremium-ID", "Im Auftrag von (ID)", "Rolle", "Beginn", "Ende"),
        lambda record: isinstance(record, Membership),
        lambda each: (
            each.member_id,
            each.organization_id,
            "; ".join(each.on_behalf_of_ids),
            each.role_label,
            _german(each.start_date),
            _german(each.end_date),
        ),
    ),
    _Sheet(
        "Austausch",
        ("Akteur A", "Akteur B", "Häufigkeit", "Kanal", "Bestätigt"),
        lambda record: isinstance(record, ExchangeTie),
        lambda each: (
            each.source_id,
            each.target_id,
            each.contacts_per_year,
            each.channel,
            "ja" if each.confirmed else "",
        ),
    ),
    _Sheet(
        "Berichtswege",
        ("Von", "An", "Form"),
        lambda record: isinstance(record, ReportingLine),
        lambda each: (each.sender_id, each.receiver_id, each.form),
    ),
    _Sheet(
        "Themenarbeit",
        ("Akteur", "Thema"),
        lambda record: isinstance(record, Work),
        lambda each: (each.actor_id, each.topic_id),
    ),
)


def write_state_workbook(folder: Path, records: Iterable[Record], *, changed: float = 0) -> int:
    """Write the sheets as German Excel does (``;``, UTF-8 with byte order mark).

    Args:
        folder: Made where it is missing.
        records: Those of `bench.state_network.state_records`.
        changed: Share of the rows about persons in which the function is another.

    Returns:
        The rows of all sheets, titles left out.
    """
    folder.mkdir(parents=True, exist_ok=True)
    every = round(1 / changed) if changed else 0
    known = list(records)
    count = 0
    for sheet in _SHEETS:
        with (folder / f"{sheet.name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(sheet.titles)
            for number, record in enumerate(filter(sheet.holds, known)):
                count += 1
                if every and isinstance(record, Person) and number % every == 0:
                    writer.writerow(sheet.row(record.model_copy(update={"function": "Referat"})))
                else:
                    writer.writerow(sheet.row(record))
    return count


def _german(day: str | None) -> str:
    """A date as German lists write it.

    >>> _german("2025-01-31"), _german("2023-05"), _german(None)
    ('31.01.2025', '05.2023', '')
    """
    return "" if day is None else ".".join(reversed(day.split("-")))
