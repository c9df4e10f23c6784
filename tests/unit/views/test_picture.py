"""A partner is shown what is recorded about it, and nothing that is not for its eyes."""

from __future__ import annotations

from typing import Any

import pytest

from netmap.errors import RecordNotFoundError
from netmap.language import Language
from netmap.model import (
    Coordination,
    ExchangeTie,
    Membership,
    Organization,
    Person,
    ReportingLine,
    Topic,
    WorksOn,
)
from netmap.network import Network
from netmap.values import Record, Source
from netmap.views.directory import directory
from netmap.views.picture import Part, Picture, Statement, picture_of
from netmap.views.picture_pdf import picture_pdf
from netmap.vocabulary import Asked, Role

_SECRET = Source(label="Vertrauliche Notiz.xlsx")
_RECORDS: list[Record] = [
    Organization(
        id="amt/1",
        name="Jugendamt",
        asked=Asked.LEFT_OUT,
        attributes={"Intern": "schwierig"},
        source=_SECRET,
    ),
    Organization(id="koko", name="KoKo", coordination=Coordination()),
    Organization(id="ihk", name="IHK"),
    Organization(id="body", name="Steuergremium", meets=True),
    Person(id="ada", name="Ada", function="Leitung", organization_id="amt/1"),
    Topic(id="t", name="Übergang"),
    Membership(id="m", member_id="amt/1", organization_id="body", role=Role.CHAIR, source=_SECRET),
    WorksOn(id="w", actor_id="amt/1", topic_id="t"),
    ReportingLine(id="l", sender_id="amt/1", receiver_id="body"),
]


def _tie(number: int, source: str, target: str, **fields: Any) -> ExchangeTie:
    given = {"id": f"e{number}", "source_id": source, "target_id": target, "source": _SECRET}
    return ExchangeTie.model_validate({**given, **fields})


def _picture(*more: Record, actor: str = "amt/1") -> Picture:
    told = directory(Network.from_records([*_RECORDS, *more]), Language.DE)
    return picture_of(told, actor, Language.DE)


def _part(picture: Picture, part: Part) -> tuple[Statement, ...]:
    return dict(picture.parts).get(part, ())


def test_it_says_seats_lines_and_topics() -> None:
    """Each is one line, with what it is and what is known about it."""
    picture = _picture()
    assert _part(picture, Part.SEATS) == (Statement("Sitzt in", "Steuergremium", "Vorsitz"),)
    assert Statement("Berichtet an", "Steuergremium") in _part(picture, Part.TIES)
    assert _part(picture, Part.TOPICS) == (Statement("", "Übergang"),)
    assert picture.office == "KoKo"


def test_exchange_is_told_by_who_reported_it() -> None:
    """Own reports, those of the own people, those of others, and those of nobody knows whom."""
    picture = _picture(
        _tie(1, "amt/1", "koko", reported_by_id="amt/1", reported_at="2024-05"),
        _tie(2, "ihk", "amt/1", reported_by_id="ihk", reported_at="2023"),
        _tie(3, "amt/1", "body"),
        _tie(4, "ada", "ihk", reported_by_id="ada", contacts_per_year=12),
    )
    assert _part(picture, Part.OWN_REPORTS) == (
        Statement("", "IHK", "über Ada · monatlich", "angegeben von Ada"),
        Statement("", "KoKo", "", "Stand Mai 2024"),
    )
    assert _part(picture, Part.OTHERS_REPORTS) == (
        Statement("", "IHK", "", "angegeben von IHK · Stand 2023"),
    )
    assert _part(picture, Part.EXCHANGE) == (Statement("", "Steuergremium"),)


def test_exchange_inside_the_house_is_not_told() -> None:
    """A house talks with itself."""
    picture = _picture(_tie(1, "ada", "amt/1"))
    assert _part(picture, Part.EXCHANGE) == ()
    assert _part(_picture(_tie(1, "ada", "amt/1"), actor="ada"), Part.EXCHANGE) == (
        Statement("", "Jugendamt"),
    )


def test_nothing_is_told_that_is_not_for_the_partner() -> None:
    """Neither that it stays outside, nor open attributes, nor the names of files."""
    told = repr(_picture(_tie(1, "amt/1", "koko", reported_by_id="koko")))
    for secret in ("LEFT_OUT", "left_out", "außen", "schwierig", "Intern", "Vertraulich", "xlsx"):
        assert secret not in told


def test_who_is_not_there_has_no_picture() -> None:
    """An unknown actor is an error with its name."""
    with pytest.raises(RecordNotFoundError):
        _picture(actor="nobody")


@pytest.mark.parametrize("language", list(Language))
def test_the_pdf_is_for_universal_access(language: Language) -> None:
    """It says its title and language, and that screen readers can read it."""
    told = directory(Network.from_records(_RECORDS), language)
    made = picture_pdf(picture_of(told, "amt/1", language), language, network="Kreis", as_of="2024")
    assert made.startswith(b"%PDF-")
    assert b"pdfuaid" in made
    assert f"/Lang({language.value}".encode() in made.replace(b" ", b"")


def test_any_text_makes_a_pdf() -> None:
    """Text that looks like markup is text; letters without a font leave gaps, and no error."""
    for name in ('#read("/etc/passwd") $x$ *a* \\', "漢字 👩‍👩‍👧‍👦"):
        made = Network.from_records([Organization(id="x", name=name, purpose=name)])
        picture = picture_of(directory(made, Language.DE), "x", Language.DE)
        assert picture_pdf(picture, Language.DE, network=name, as_of=name).startswith(b"%PDF-")
