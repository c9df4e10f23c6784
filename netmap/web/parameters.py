"""What is wrong with a parameter of a request, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netmap.language import Text, same

_WHOLE_NUMBER = Text(de="Erwartet wird eine ganze Zahl.", en="A whole number is expected.")
_NUMBER = Text(de="Erwartet wird eine Zahl.", en="A number is expected.")

_TEXTS = {
    "bool_parsing": Text(
        de="Erwartet wird true oder false.", en="Either true or false is expected."
    ),
    "enum": Text(de="Möglich sind: {expected}.", en="Possible are: {expected}."),
    "finite_number": _NUMBER,
    "float_parsing": _NUMBER,
    "greater_than_equal": Text(
        de="Der Wert muss mindestens {ge} sein.", en="The value has to be at least {ge}."
    ),
    "int_from_float": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_parsing_size": _WHOLE_NUMBER,
    "less_than_equal": Text(
        de="Der Wert darf höchstens {le} sein.", en="The value must not exceed {le}."
    ),
    "missing": Text(de="Die Angabe fehlt.", en="It is missing."),
    "string_too_long": Text(
        de="Erlaubt sind höchstens {max_length} Zeichen.",
        en="At most {max_length} characters are allowed.",
    ),
}
"""By the kind of error that pydantic names."""


def what_is_wrong(error: Mapping[str, Any]) -> Text:
    """One error of a validation in words; a rare one in pydantic's own, which are English.

    >>> what_is_wrong({"type": "less_than_equal", "ctx": {"le": 1000}, "msg": ""}).de
    'Der Wert darf höchstens 1000 sein.'
    >>> what_is_wrong({"type": "enum", "ctx": {"expected": "'a' or 'b'"}, "msg": ""}).de
    "Möglich sind: 'a', 'b'."
    """
    text = _TEXTS.get(error["type"])
    if text is None:
        return same(str(error["msg"]))
    fields = dict(error.get("ctx", {}))
    if "expected" in fields:
        fields["expected"] = str(fields["expected"]).replace(" or ", ", ")
    return text.format(**fields)
