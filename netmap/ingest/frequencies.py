"""How often people meet, as files say it, turned into contacts a year."""

from __future__ import annotations

import re
from typing import NamedTuple

from netmap.ingest.errors import UnclearValueError
from netmap.ingest.normalise import folded, is_unknown, one_line
from netmap.ingest.normalise_numbers import number
from netmap.language import Text


class Frequency(NamedTuple):
    """Contacts a year, or irregular; neither when unknown."""

    contacts_per_year: float | None = None
    irregular: bool = False


# Working days, weeks, months … in a year: how often something happens that happens in each.
_PER_YEAR = {"day": 250.0, "week": 52.0, "month": 12.0, "quarter": 4.0, "half": 2.0, "year": 1.0}

_UNITS = {
    "day": r"(?:arbeits|werk)?tag(?:e|en)?|days?",
    "week": r"wochen?|weeks?|wk",
    "month": r"monate?|months?",
    "quarter": r"quartale?|vierteljahre?|quarters?",
    "half": r"halbjahre?|schulhalbjahre?|half years?|semesters?",
    "year": r"jahr(?:e|en)?|schuljahre?|kalenderjahre?|(?:school )?years?|j|a",
}
_ADVERBS = {
    "day": r"(?:arbeits)?taeglich|daily",
    "week": r"woechentlich|weekly",
    "month": r"monatlich|monthly",
    "quarter": r"vierteljaehrlich|quartalsweise|quarterly",
    "half": r"halbjaehrlich|half yearly|semi annual(?:ly)?|semiannual(?:ly)?|biannual(?:ly)?",
    "year": r"jaehrlich|yearly|annual(?:ly)?|p a|pa",
}
_COUNTS = {
    1: r"ein|eine|einem|einen|once|one|a|an|jede[nrs]?|every|each",
    2: r"zwei|zweiten?|twice|two|second|other",
    3: r"drei|dritten?|three|third|thrice",
    4: r"vier|vierten?|four|fourth",
    5: r"fuenf|five",
    6: r"sechs|six",
    8: r"acht|eight",
    10: r"zehn|ten",
    12: r"zwoelf|twelve",
}
_FIXED = {
    # "bimonthly" and "biweekly" are read as "every two", as in minutes of meetings.
    "zweimonatlich": 6.0,
    "bimonthly": 6.0,
    "zweiwoechentlich": 26.0,
    "vierzehntaegig": 26.0,
    "14 taegig": 26.0,
    "14taegig": 26.0,
    "alle 14 tage": 26.0,
    "biweekly": 26.0,
    "fortnightly": 26.0,
    "vierwoechentlich": 13.0,
    "sechswoechentlich": 52 / 6,
    "zweijaehrlich": 0.5,
    "biennial": 0.5,
    "biennially": 0.5,
}
_IRREGULAR = re.compile(
    r"unregelmaessig|irregular|anlass|nach bedarf|bei bedarf|ad hoc|adhoc|sporadi|gelegentlich|"
    r"occasional|as needed|when needed|if needed|on demand|as required|situativ|einzelfall|"
    r"nach absprache|nach vereinbarung|by arrangement|fallbezogen|case by case|bedarfsorientiert"
)
_FILLERS = re.compile(
    r"\b(?:ca|circa|etwa|ungefaehr|rund|about|approximately|approx|around|mindestens|mind|min|"
    r"at least|bis zu|up to|maximal|max|i d r|in der regel|idr|usually|"
    r"meist|meistens|regelmaessig|regularly)\b"
)


def _word(patterns: dict[str, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in patterns.items())


_AMOUNT = r"(?P<n>\d+(?: \d+)?|[a-z]+?)(?: (?:bis|to|or|oder) (?P<to>\d+|[a-z]+))?"
_TIMES = rf"{_AMOUNT}\s?(?:x|mal|times|sitzungen|treffen|termine|meetings|contacts|kontakte)?"
_PER = r"(?:pro|im|in der|je|am|per|a|an|in|each|every|jedes|jede|jeden)"
# Folding has turned the slash of "4x/Jahr" into a space.
_TIMES_PER_UNIT = re.compile(rf"{_TIMES} ?(?:{_PER} )?(?:{_word(_UNITS)})")
_TIMES_ADVERB = re.compile(rf"{_TIMES} ?(?:{_word(_ADVERBS)})")
_ADVERB_TIMES = re.compile(rf"(?:{_word(_ADVERBS)}) {_TIMES}")
_EVERY = re.compile(rf"(?:alle|every|jede[nrs]?|each) (?:(?P<n>\d+|[a-z]+) )?(?:{_word(_UNITS)})")
_ONLY_ADVERB = re.compile(_word(_ADVERBS))
_ONLY_TIMES = re.compile(r"(?P<n>\d+) ?(?:x|mal|times|sitzungen|treffen|meetings)")
_LONGEST = 100
"""Characters; what is longer is a sentence, and patterns take their time on it."""
_RANGE = re.compile(r"(\d+)\s*(?:-|–|—|/)\s*(\d+)")


def frequency(value: object) -> Frequency:
    """Contacts or meetings a year from a number or from words in German or English.

    A year counts 250 working days, 52 weeks and 12 months. Of a range ("3-4 x im Jahr") the mean
    is taken; "etwa", "mindestens" and "bis zu" are dropped.

    Raises:
        UnclearValueError: The words name no frequency; "regelmäßig" alone does not.

    >>> frequency("vierteljährlich"), frequency("4 x im Jahr"), frequency("alle 6 Monate")
    (Frequency(contacts_per_year=4.0, irregular=False),
     Frequency(contacts_per_year=4.0, irregular=False),
     Frequency(contacts_per_year=2.0, irregular=False))
    >>> frequency("nach Bedarf"), frequency("?")
    (Frequency(contacts_per_year=None, irregular=True),
     Frequency(contacts_per_year=None, irregular=False))
    """
    if is_unknown(value):
        return Frequency()
    found = one_line(value)
    try:
        plain = number(value)
    except UnclearValueError:
        plain = None
    if plain is not None:
        if plain < 0 or isinstance(value, bool):
            raise _unclear(found)
        return Frequency(plain)
    if len(found) > _LONGEST:
        raise _unclear(found)
    words = folded(_RANGE.sub(r"\1 bis \2", found))
    if _IRREGULAR.search(words):
        return Frequency(irregular=True)
    words = " ".join(_FILLERS.sub(" ", words).split())
    per_year = _per_year(words)
    if per_year is None:
        raise _unclear(found)
    return Frequency(per_year)


def _per_year(words: str) -> float | None:
    if words in _FIXED:
        return _FIXED[words]
    adverb = _ONLY_ADVERB.fullmatch(words)
    if adverb:
        return _PER_YEAR[_unit(adverb)]
    every = _EVERY.fullmatch(words)
    if every:
        gap = _count(every["n"]) if every["n"] else 1.0
        return _PER_YEAR[_unit(every)] / gap if gap else None
    for shape in (_TIMES_ADVERB, _ADVERB_TIMES, _TIMES_PER_UNIT):
        match = shape.fullmatch(words)
        if match:
            low = _count(match["n"])
            high = _count(match["to"]) if match["to"] else low
            if low is not None and high is not None:
                return (low + high) / 2 * _PER_YEAR[_unit(match)]
    only = _ONLY_TIMES.fullmatch(words)
    return float(only["n"]) if only else None


def _unit(match: re.Match[str]) -> str:
    return next(name for name in _PER_YEAR if match[name] is not None)


def _count(words: str) -> float | None:
    if re.fullmatch(r"\d{1,4}", words, re.ASCII):
        return float(words)
    bare = words.removesuffix("mal")
    return next(
        (float(count) for count, pattern in _COUNTS.items() if re.fullmatch(pattern, bare)), None
    )


def _unclear(found: str) -> UnclearValueError:
    return UnclearValueError(
        value=found[:100],
        expected=Text(de="eine Häufigkeit", en="a frequency"),
        examples=Text(
            de="12, monatlich, 4 x im Jahr, alle 6 Wochen, unregelmäßig",
            en="12, monthly, 4 times a year, every 6 weeks, irregular",
        ),
    )
