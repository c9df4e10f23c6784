"""The workbook of a whole state as a folder of CSV files, made from a seed: what an import reads."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Size:
    """Rows of each sheet; the planning figures of a state with 53 networks."""

    organizations: int = 12_800
    bodies: int = 3_200
    persons: int = 32_000
    memberships: int = 60_000
    exchanges: int = 1_000
    reporting_lines: int = 1_000

    @property
    def rows(self) -> int:
        """All rows of the workbook, titles left out."""
        return (
            self.organizations
            + self.bodies
            + self.persons
            + self.memberships
            + self.exchanges
            + self.reporting_lines
        )


STATE = Size()

_NETWORKS = 53
_TOWNS = (
    *("Ahlen", "Bergheim", "Castrop", "Detmold", "Erkelenz", "Falkenrode", "Geldern", "Herten"),
    *("Iserlohn", "Jüchen", "Kamen", "Lünen", "Moers", "Neuss", "Oelde", "Paderborn", "Rheine"),
    *("Soest", "Telgte", "Unna", "Velbert", "Werl", "Xanten", "Zülpich"),
)
_BEFORE_TOWNS = ("", "Bad ", "Kreis ")
_SYLLABLES = (
    *("Bach", "Berg", "Brink", "Busch", "Dorf", "Feld", "Hage", "Heide", "Hoff", "Kamp"),
    *("Kirch", "Lohm", "Mühl", "Neu", "Ostr", "Rade", "Stein", "Vogt", "Wald", "Zell"),
)
_ENDS = ("mann", "er", "meier", "ski", "huber", "hausen", "ing", "ler", "städter", "")
_HOUSES = (
    ("Jugendamt", "Amt", "Verwaltung"),
    ("Schulverwaltungsamt", "Amt", "Verwaltung"),
    ("Grundschule", "Schule", "Bildung"),
    ("Gesamtschule", "Schule", "Bildung"),
    ("Berufskolleg", "Schule", "Bildung"),
    ("Agentur für Arbeit", "Behörde", "Verwaltung"),
    ("Kreishandwerkerschaft", "Kammer", "Wirtschaft"),
    ("Förderverein", "Verein", "Zivilgesellschaft"),
    ("Kulturbüro", "Amt", "Politik"),
)
_BODIES = (
    ("Steuergremium", "Steuerungsebene", "aktiv"),
    ("Facharbeitsgruppe", "Arbeitsebene", "aktiv"),
    ("Arbeitskreis", "Arbeitsebene", "ruhend"),
    ("Ausschuss", "politische Ebene", "aktiv"),
    ("Projektgruppe", "Ad-hoc", ""),
)
_FIELDS_OF_ACTION = (
    *("Übergang", "Standardelemente", "Ausbildung", "Sprachförderung", "Bildungsmonitoring"),
    *("Erwachsenenbildung", "Ganztag", "Inklusion", "Digitales", "Kindertagesbetreuung"),
    *("Elternarbeit", "Berufsorientierung", "Fachkräfte"),
)
_GIVEN = (
    *("Anna", "Boris", "Çiğdem", "Dörte", "Emre", "Franziska", "Georg", "Hülya", "Ingo", "Jana"),
    *("Karl", "Lena", "Mehmet", "Nadja", "Olaf", "Petra", "Quirin", "Renate", "Sönke", "Tülay"),
    *("Ulrike", "Volker", "Wiebke", "Xaver", "Yasemin", "Zoë", "Anna Maria", "Hans-Peter"),
)
_FUNCTIONS = ("Leitung", "Sachbearbeitung", "Schulsozialarbeit", "Koordination", "Geschäftsführung")
_ROLES = ("Mitglied", "Mitglied", "Mitglied", "Vorsitz", "stellv. Vorsitz", "Gast", "Moderation")


def write_state_workbook(folder: Path, size: Size = STATE, *, seed: int = 1) -> None:
    """Write the sheets as German Excel does (``;``, UTF-8 with byte order mark).

    Args:
        folder: Made where it is missing.
        size: Rows of each sheet.
        seed: The same seed gives the same bytes.
    """
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)  # noqa: S311 - made-up people need no secret numbers
    sheets: tuple[tuple[str, Sequence[str], Iterable[Sequence[object]]], ...] = (
        (
            "Organisationen",
            ("ID", "Name", "Art", "Bereich", "Gebiet"),
            _organizations(size, chance),
        ),
        (
            "Gremien",
            ("ID", "Name", "Art", "Ebene", "Status", "Sitzungen im Jahr", "Zielgruppen"),
            _bodies(size, chance),
        ),
        (
            "Personen",
            ("ID", "Name", "Funktion", "Organisation-ID", "Telefon"),
            _persons(size, chance),
        ),
        (
            "Mitgliedschaften",
            ("Person-ID", "Gremium-ID", "Organisation-ID", "Rolle", "Beginn", "Ende"),
            _memberships(size, chance),
        ),
        (
            "Austausch",
            ("Akteur A", "Akteur B", "Häufigkeit", "Kanal"),
            _exchanges(size, chance),
        ),
        ("Berichtswege", ("Von", "An", "Form"), _reporting_lines(size, chance)),
    )
    for name, titles, rows in sheets:
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file, delimiter=";")
            writer.writerow(titles)
            writer.writerows(rows)


def _town(number: int) -> str:
    before, at = divmod(number % _NETWORKS, len(_TOWNS))
    return f"{_BEFORE_TOWNS[before]}{_TOWNS[at]}"


def _organizations(size: Size, chance: random.Random) -> Iterator[Sequence[object]]:
    for number in range(size.organizations):
        own = number // _NETWORKS
        kind, classification, sector = _HOUSES[own % len(_HOUSES)]
        quarter = f"{chance.choice(_SYLLABLES)}{_SYLLABLES[own // len(_HOUSES) % len(_SYLLABLES)]}"
        town = _town(number)
        yield f"O{number}", f"{kind} {quarter.title()} {town}", classification, sector, town


def _bodies(size: Size, chance: random.Random) -> Iterator[Sequence[object]]:
    for number in range(size.bodies):
        field, own = divmod(number // _NETWORKS, len(_BODIES))
        kind, level, status = _BODIES[own]
        name = f"{kind} {_FIELDS_OF_ACTION[field % len(_FIELDS_OF_ACTION)]} {_town(number)}"
        meetings = chance.choice((2, 4, 6, "monatlich", ""))
        yield f"G{number}", name, kind, level, status, meetings, "Schulen; Betriebe"


def _persons(size: Size, chance: random.Random) -> Iterator[Sequence[object]]:
    for number in range(size.persons):
        family = f"{chance.choice(_SYLLABLES)}{chance.choice(_SYLLABLES)}{chance.choice(_ENDS)}"
        name = f"{chance.choice(_GIVEN)} {family.title()}"
        if chance.random() < 0.1:
            name = f"Dr. {name}-{chance.choice(_SYLLABLES)}"
        house = f"O{chance.randrange(size.organizations)}"
        yield f"P{number}", name, chance.choice(_FUNCTIONS), house, f"0231 {number:06d}"


def _memberships(size: Size, chance: random.Random) -> Iterator[Sequence[object]]:
    for _ in range(size.memberships):
        person = f"P{chance.randrange(size.persons)}"
        body = f"G{chance.randrange(size.bodies)}"
        house = f"O{chance.randrange(size.organizations)}" if chance.random() < 0.3 else ""
        start = (
            f"{chance.randint(1, 28):02d}.{chance.randint(1, 12):02d}.{chance.randint(2015, 2023)}"
        )
        end = chance.choice(("", "", "", "31.12.2030"))
        yield person, body, house, chance.choice(_ROLES), start, end


def _exchanges(size: Size, chance: random.Random) -> Iterator[Sequence[object]]:
    for _ in range(size.exchanges):
        one = chance.randrange(size.organizations - 1)
        other = chance.randrange(one + 1, size.organizations)
        yield f"O{one}", f"O{other}", chance.choice(("monatlich", "4", "unregelmäßig")), "Sitzung"


def _reporting_lines(size: Size, chance: random.Random) -> Iterator[Sequence[object]]:
    for number in range(size.reporting_lines):
        yield f"G{number % size.bodies}", f"G{chance.randrange(size.bodies)}", "Protokoll"
