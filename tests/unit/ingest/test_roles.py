"""Role words in two languages and every gender become the closed list of roles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netmap.ingest.roles import role
from netmap.ingest.words import ROLES
from netmap.vocabulary import Role

SPELLINGS = {
    Role.CHAIR: [
        "Vorsitz",
        "Vorsitzende",
        "Vorsitzender",
        "Vorsitzende*r",
        "Vorsitzende/r",
        "1. Vorsitzende",
        "Co-Vorsitz",
        "alternierender Vorsitz",
        "Sprecher:in",
        "SprecherIn",
        "Leitung",
        "AG-Leitung",
        "Leiter*in der AG",
        "Chairman",
        "Chairwoman",
        "Cochairman",
        "Chair",
        "President",
    ],
    Role.DEPUTY_CHAIR: [
        "1. stellv. Vorsitzende",
        "Stv. Vorsitzender",
        "stellvertretende Leitung",
        "2. Vorsitzender",
        "Vertretung des Vorsitzes",
        "Vice Chair",
        "Vice Chairwoman",
        "Vizepräsidentin",
        "deputy chair",
    ],
    Role.MEMBER: [
        "",
        "x",
        "✓",
        "Mitglied",
        "ord. Mitglied",
        "beratendes Mitglied",
        "sachkundige/r Bürger/in",
        "Ratsmitglied",
        "Teilnehmer/-in",
        "Beisitzer/in",
        "Vertreterin der IHK",
        "Member",
        "Ranking Member",
        "Vice Ranking Member",
        "Ex Officio",
        "councillor",
    ],
    Role.DEPUTY_MEMBER: [
        "stellv. Mitglied",
        "Stellvertretung",
        "Vertretung",
        "in Vertretung",
        "i. V.",
        "Ersatzmitglied",
        "Deputy",
        "alternate",
        "substitute member",
    ],
    Role.GUEST: ["Gast", "Gäste", "ständiger Gast", "guest", "Observer", "Beobachterin"],
    Role.SECRETARIAT: [
        "Geschäftsführung",
        "Geschäftsführer/in",
        "Geschaeftsstelle",
        "Schriftführerin",
        "Protokoll",
        "Secretary",
    ],
    Role.MODERATION: ["Moderation", "Moderator(in)", "facilitator"],
    Role.OTHER: [
        "Schatzmeister",
        "Leitung Jugendamt",
        "Ehrenvorsitzender",
        "former chair",
        "Deputy Mayor",
        "!",
    ],
}


@pytest.mark.parametrize(
    ("label", "expected"),
    [(label, expected) for expected, labels in SPELLINGS.items() for label in labels],
)
def test_a_role_is_recognised_in_many_spellings(label: str, expected: Role) -> None:
    """German and English, long and short, all genders."""
    assert role(label) is expected


def test_the_words_of_the_template_lead_back_to_their_role() -> None:
    """What a drop-down list offers is read as the very role it stands for."""
    for expected, spelled in ROLES.items():
        assert (role(spelled.word.de), role(spelled.word.en)) == (expected, expected)


@given(st.text())
def test_every_text_has_a_role(label: str) -> None:
    """Words outside the list are another role, never a failure."""
    assert role(label) in Role
