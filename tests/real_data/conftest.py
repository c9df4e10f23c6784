"""Real data as networks, for the tests that ask about them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from netmap.model import Membership, Organization, Person
from netmap.network import Network
from netmap.values import Record


@pytest.fixture(scope="session")
def congress(real_data: Path) -> Network:
    """The committees of the US Congress: three files as records."""

    def rows(name: str) -> list[dict[str, str]]:
        with (real_data / "us_congress" / name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    records: list[Record] = [Person(id=row["id"], name=row["name"]) for row in rows("persons.csv")]
    records += [
        Organization(
            id=row["id"],
            name=row["name"],
            classification=row["classification"],
            # What a file of bodies lists is one, even where nobody sits in it.
            meets=True,
            parent_id=row["parent_id"] or None,
        )
        for row in rows("bodies.csv")
    ]
    records += [
        Membership(
            id=f"seat {number}",
            member_id=row["person_id"],
            organization_id=row["body_id"],
            role_label=row["role"],
        )
        for number, row in enumerate(rows("memberships.csv"))
    ]
    return Network.from_records(records, name="Congress")
