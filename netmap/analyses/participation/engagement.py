"""Whether somebody takes part as a volunteer or is paid for it, as far as a source says so."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from netmap.values import AttributeValue


class Engagement(StrEnum):
    """In what capacity somebody takes part."""

    VOLUNTEER = "volunteer"
    PAID = "paid"


_WORDS = {
    "ehrenamt": Engagement.VOLUNTEER,
    "ehrenamtlich": Engagement.VOLUNTEER,
    "volunteer": Engagement.VOLUNTEER,
    "voluntary": Engagement.VOLUNTEER,
    "hauptamt": Engagement.PAID,
    "hauptamtlich": Engagement.PAID,
    "paid": Engagement.PAID,
}
_OTHER = {Engagement.VOLUNTEER: Engagement.PAID, Engagement.PAID: Engagement.VOLUNTEER}
_YES = frozenset({"ja", "j", "x", "yes", "y", "true", "1"})
_NO = frozenset({"nein", "n", "no", "false", "0"})


def engagement_of(attributes: Mapping[str, AttributeValue] | None) -> str | None:
    """What the columns that a source brought beyond the model say; ``None`` where they do not.

    A column counts whose title is one of the words *Ehrenamt, ehrenamtlich, Hauptamt,
    hauptamtlich, volunteer, voluntary, paid* and that says yes or no, or any column that holds
    one of these words. The first that says something decides, in the order of the source. The
    model has no field for it, and nothing is concluded from names or sectors.

    >>> engagement_of({"Ehrenamt": "ja"}), engagement_of({"Art": "hauptamtlich"})
    ('volunteer', 'paid')
    >>> engagement_of({"ehrenamtlich": "nein"}), engagement_of({"Ehrenamt": "manchmal"})
    ('paid', None)
    """
    for title, value in (attributes or {}).items():
        said = _text(value)
        titled = _WORDS.get(title.strip().casefold())
        if titled is not None and said in _YES:
            return titled.value
        if titled is not None and said in _NO:
            return _OTHER[titled].value
        if said in _WORDS:
            return _WORDS[said].value
    return None


def _text(value: AttributeValue) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return "" if value is None else str(value).strip().casefold()
