"""The councillors of Tasmania as their publisher's Popolo file holds them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from netmap.ingest.json_source import read_json
from netmap.ingest.popolo import document as popolo
from netmap.ingest.problems import Parsed, Severity
from netmap.model import Membership, Organization, Person
from netmap.vocabulary import Role


@pytest.fixture(scope="module")
def parsed(real_data: Path) -> Parsed:
    """The parsed file."""
    data = (real_data / "au_tasmania_popolo" / "TAS.json").read_bytes()
    return popolo.parse(read_json(data, file="TAS.json"), "TAS.json")


def test_every_person_organisation_and_membership_arrives(parsed: Parsed) -> None:
    """As many as the file lists, under the ids of the file, slashes and apostrophes included."""
    assert Counter(type(record) for record in parsed.records) == {
        Person: 263,
        Organization: 33,
        Membership: 317,
    }
    ids = {record.id for record in parsed.records}
    assert {"break_o'day_council/janet_drummond", "legislature/break_o'day_council"} <= ids
    assert parsed.placeholders == ()


def test_mayors_keep_their_words_and_are_no_further_councillors(parsed: Parsed) -> None:
    """The seat of a mayor stands beside the same person's seat as a councillor."""
    seats = [record for record in parsed.records if isinstance(record, Membership)]
    assert Counter((seat.role, seat.role_label) for seat in seats) == {
        (Role.MEMBER, "councillor"): 263,
        (Role.OTHER, "Deputy Mayor"): 27,
        (Role.OTHER, "Mayor"): 26,
        (Role.OTHER, "Lord Mayor"): 1,
    }
    assert len({(seat.member_id, seat.organization_id) for seat in seats}) == 263


def test_nothing_is_wrong_with_the_file_and_what_is_not_taken_is_said(parsed: Parsed) -> None:
    """The publisher's own list of warnings is no record."""
    assert [(problem.severity, problem.code) for problem in parsed.problems] == [
        (Severity.NOTE, "ingest.not_taken")
    ]
    assert "warnings" in parsed.problems[0].cause.en
