"""Values from a source made to fit their record, so that one bad value never costs the record."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import ValidationError

from netmap.errors import Place
from netmap.ingest.normalise import text
from netmap.ingest.notices import Notice
from netmap.ingest.problems import Problem, Severity
from netmap.language import Text
from netmap.values import AttributeValue, Record

_Record = TypeVar("_Record", bound=Record)

VALUE_CUT = Notice(
    code="ingest.value_cut",
    severity=Severity.WARNING,
    cause=Text(
        de="Der Text in {field} ist länger als erlaubt; der Anfang steht im Feld, der volle Text "
        "in den weiteren Angaben.",
        en="The text in {field} is longer than allowed; its beginning stands in the field, the "
        "whole text among the open attributes.",
    ),
    remedy=Text(de="Den Text kürzen.", en="Shorten the text."),
)
VALUE_LEFT_OUT = Notice(
    code="ingest.value_left_out",
    severity=Severity.WARNING,
    cause=Text(
        de="Der Wert „{value}“ passt nicht in {field}; er steht in den weiteren Angaben.",
        en='The value "{value}" does not fit {field}; it stands among the open attributes.',
    ),
    remedy=Text(
        de="Den Wert berichtigen und erneut importieren.", en="Correct the value and import again."
    ),
)
RECORD_REFUSED = Notice(
    code="ingest.record_refused",
    severity=Severity.WARNING,
    cause=Text(
        de="Der Eintrag lässt sich nicht übernehmen: {problem}",
        en="The record cannot be taken over: {problem}",
    ),
    remedy=Text(
        de="Die genannte Angabe berichtigen und erneut importieren.",
        en="Correct what is named and import again.",
    ),
)

_LONGEST_SHORT_TEXT = 1_000
_LONGEST_ATTRIBUTE = 50_000


def fitted(
    model: type[_Record], values: Mapping[str, object], place: Place
) -> tuple[_Record | None, list[Problem]]:
    """A record of ``values``; what does not fit is cut or moved to the attributes, and told.

    Args:
        model: Model of the record.
        values: By field; only these are in the record's ``model_fields_set``.
        place: Where the record stands.

    Returns:
        The record, or ``None`` where what remains makes none, and what was found, in the order of
        the fields.
    """
    left = dict(values)
    problems: list[Problem] = []
    while True:
        try:
            return model.model_validate(left), problems
        except ValidationError as error:
            details = error.errors(include_url=False)
        fields = dict.fromkeys(str(each["loc"][0]) for each in details if each["loc"])
        unfit = [field for field in fields if field in left]
        # A turn cuts or drops a field; one that was cut is dropped at its second turn.
        if not unfit:
            problems.append(RECORD_REFUSED.at(place, problem=details[0]["msg"]))
            return None, problems
        problems.extend(_shortened(left, field, place) for field in unfit)


def _shortened(left: dict[str, object], field: str, place: Place) -> Problem:
    value = left.pop(field)
    kept = {field: value} if field != "attributes" else {}
    attributes = left.pop("attributes", None)
    if isinstance(attributes, Mapping):
        kept = {**attributes, **kept}
    elif field == "attributes" and isinstance(value, Mapping):
        kept = dict(value)
    left["attributes"] = open_attributes(kept)
    if isinstance(value, str) and len(value) > _LONGEST_SHORT_TEXT:
        left[field] = value[: _LONGEST_SHORT_TEXT - 1].rstrip() + "…"
        return VALUE_CUT.at(place, field=field)
    return VALUE_LEFT_OUT.at(place, field=field, value=text(value)[:100])


def open_attributes(
    values: Mapping[str, object], *, without: Iterable[str] = ()
) -> dict[str, AttributeValue]:
    """Open attributes of whatever a source holds, empty values left out.

    Texts, numbers and truth values stay what they are; lists and objects become JSON text.

    >>> open_attributes({"fax": "", "area": {"id": 7}, "votes": 3, "id": "x"}, without={"id"})
    {'area': '{"id": 7}', 'votes': 3}
    """
    left_out = frozenset(without)
    found: dict[str, AttributeValue] = {}
    for title, value in values.items():
        key = text(title)[:_LONGEST_SHORT_TEXT].strip()
        if title in left_out or not key or value is None or value in ("", [], {}, ()):
            continue
        attribute = _attribute(value)
        if attribute != "":
            found[key] = attribute
    return found


def given(values: dict[str, object], attributes: Mapping[str, object]) -> dict[str, object]:
    """Only what the document gave: an import leaves all other fields of a stored record alone."""
    given = {
        name: value
        for name, value in values.items()
        if value not in (None, "", ()) or name in {"start_date", "end_date"}
    }
    return given | ({"attributes": dict(attributes)} if attributes else {})


def _attribute(value: object) -> AttributeValue:
    # Stores hold numbers of 64 bits; longer ones are ids and survive as text.
    if isinstance(value, bool) or (isinstance(value, int) and abs(value) < 1 << 63):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, (dict, list, tuple)):
        value = json.dumps(value, ensure_ascii=False, default=str)
    return text(value)[:_LONGEST_ATTRIBUTE].strip()
