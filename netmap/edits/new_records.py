"""What new records are made of: their ids, where they come from, and when they begin."""

from __future__ import annotations

from datetime import date, timedelta

from netmap.changes import new_id
from netmap.dates import first_day, last_day, period
from netmap.edits.errors import EditImpossibleError
from netmap.edits.held import Held
from netmap.ingest.identity import made_id, record_id
from netmap.language import Language, Text
from netmap.model import Membership
from netmap.values import Source
from netmap.vocabulary import Kind

OWN_ENTRY = Text(de="eigene Eingabe", en="own entry")
_BEFORE_ITS_BEGIN = Text(
    de="Der Sitz von „{member}“ in „{body}“ beginnt erst {start}.",
    en='The seat of "{member}" in "{body}" only begins {start}.',
)
_CHOOSE_LATER = Text(
    de="Bitte ein späteres Ende wählen oder diesen Sitz auslassen.",
    en="Please choose a later end, or leave this seat out.",
)


def fresh_id(known: Held, kind: Kind, name: str) -> str:
    """An id that no record has: readable, but for a person's, which says nothing in addresses."""
    if kind is Kind.PERSON:
        return new_id()
    return record_id(made_id(kind, name), taken=known.by_id, prefix=kind.value)


def own_source(known: Held, language: Language) -> Source:
    """Where a record comes from that somebody enters here and now."""
    day = known.network.as_of.first.isoformat()
    return Source(label=OWN_ENTRY.in_language(language), retrieved_at=day)


def following(text: str) -> str:
    """The year, month or day after one, as exactly as it is known.

    >>> following("2024"), following("2024-12"), following("2024-02-28")
    ('2025', '2025-01', '2024-02-29')
    """
    try:
        after: date = period(text).last + timedelta(days=1)
    except OverflowError:
        return text
    return after.isoformat()[: len(text)]


def ended(seat: Membership, on: str, known: Held) -> Membership:
    """The seat with its end.

    Raises:
        EditImpossibleError: It would end before it begins.
    """
    if first_day(seat.start_date) > last_day(on):
        problem = _BEFORE_ITS_BEGIN.format(
            member=known.label(seat.member_id),
            body=known.label(seat.organization_id),
            start=seat.start_date,
        )
        raise EditImpossibleError(problem, _CHOOSE_LATER)
    return seat.model_copy(update={"end_date": on})
