"""The words of the map: values of records as people say them, in both languages."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from netmap.dates import Period, period
from netmap.language import Language, Text
from netmap.vocabulary import ChairRotation, HouseLevel, Role, Sector, Status

ROLES: dict[Role, Text | None] = {
    Role.CHAIR: Text(de="Vorsitz", en="chair"),
    Role.DEPUTY_CHAIR: Text(de="stellvertretender Vorsitz", en="deputy chair"),
    Role.MEMBER: None,  # goes without saying
    Role.DEPUTY_MEMBER: Text(de="stellvertretend", en="deputy member"),
    Role.GUEST: Text(de="Gast", en="guest"),
    Role.SECRETARIAT: Text(de="Geschäftsführung", en="secretariat"),
    Role.MODERATION: Text(de="Moderation", en="moderation"),
    Role.OTHER: None,  # the words of the source say it
}
HOUSE_LEVELS = {
    HouseLevel.LEADERSHIP: Text(de="Leitungsebene", en="leadership level"),
    HouseLevel.OPERATIONAL: Text(de="operative Ebene des Hauses", en="operational level of house"),
}
SECTORS = {
    Sector.POLITICS: Text(de="Politik", en="Politics"),
    Sector.ADMINISTRATION: Text(de="Verwaltung", en="Administration"),
    Sector.EDUCATION: Text(de="Bildung", en="Education"),
    Sector.BUSINESS: Text(de="Wirtschaft", en="Business"),
    Sector.CIVIL_SOCIETY: Text(de="Zivilgesellschaft", en="Civil society"),
    Sector.OTHER: Text(de="Sonstige", en="Other"),
}
STATUSES = {
    Status.ACTIVE: Text(de="aktiv", en="active"),
    Status.DORMANT: Text(de="ruht", en="dormant"),
    Status.DISSOLVED: Text(de="aufgelöst", en="dissolved"),
    Status.MERGED: Text(de="zusammengelegt", en="merged"),
}
ROTATIONS = {
    ChairRotation.FIXED: Text(de="fest", en="fixed"),
    ChairRotation.SHARED: Text(de="geteilt", en="shared"),
    ChairRotation.YEARLY: Text(de="wechselt jährlich", en="changes yearly"),
    ChairRotation.EACH_MEETING: Text(
        de="wechselt von Sitzung zu Sitzung", en="changes from meeting to meeting"
    ),
}
_RHYTHMS = {
    250: Text(de="täglich", en="daily"),
    52: Text(de="wöchentlich", en="weekly"),
    26: Text(de="alle zwei Wochen", en="every two weeks"),
    12: Text(de="monatlich", en="monthly"),
    6: Text(de="alle zwei Monate", en="every two months"),
    4: Text(de="vierteljährlich", en="quarterly"),
    2: Text(de="halbjährlich", en="twice a year"),
    1: Text(de="jährlich", en="yearly"),
}


def rhythm(per_year: float | None, *, irregular: bool, language: Language) -> str:
    """How often something happens; empty when unknown.

    >>> rhythm(12, irregular=False, language=Language.DE)
    'monatlich'
    >>> rhythm(2.5, irregular=False, language=Language.EN)
    '2.5 times a year'
    """
    if per_year is None:
        return Text(de="unregelmäßig", en="irregular").in_language(language) if irregular else ""
    words = _RHYTHMS.get(int(per_year)) if per_year == int(per_year) else None
    words = words or Text(de="{count}-mal im Jahr", en="{count} times a year")
    return words.format(count=number(per_year, language)).in_language(language)


def number(value: float, language: Language) -> str:
    """A number as the language writes it."""
    return format_decimal(value, locale=_locale(language))


@lru_cache(maxsize=4_096)  # thousands of seats begin on the same few days
def partial_date(text: str, language: Language) -> str:
    """A date known to the year, the month or the day.

    >>> partial_date("2024-05", Language.DE)
    'Mai 2024'
    """
    first = period(text).first
    match text.count("-"):
        case 0:
            return str(first.year)
        case 1:
            return format_skeleton("yMMMM", first, locale=_locale(language))
        case _:
            return day(first, language)


def day(value: date, language: Language) -> str:
    """A day in words."""
    return format_date(value, "long", locale=_locale(language))


def days(value: Period, language: Language) -> str:
    """A day, or the days from one to another.

    >>> days(period("2024-02"), Language.EN)
    '1 February 2024 – 29 February 2024'
    """
    if value.first == value.last:
        return day(value.first, language)
    return f"{day(value.first, language)} – {day(value.last, language)}"


def _locale(language: Language) -> str:
    # British dates: day before month, as everywhere in Europe.
    return "de_DE" if language is Language.DE else "en_GB"
