"""What is wrong with a parameter or field that a model refuses, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netmap.errors import RuleError
from netmap.language import Text, same

_WHOLE_NUMBER = Text(de="Erwartet wird eine ganze Zahl.", en="A whole number is expected.")
_NUMBER = Text(de="Erwartet wird eine Zahl.", en="A number is expected.")
_TRUTH = Text(de="Erwartet wird true oder false.", en="Either true or false is expected.")
_OBJECT = Text(de="Erwartet wird ein JSON-Objekt.", en="A JSON object is expected.")
_CHOICE = Text(de="Möglich sind: {expected}.", en="Possible are: {expected}.")
_MISSING = Text(de="Die Angabe fehlt.", en="It is missing.")
_UNKNOWN = Text(de="Diese Angabe gibt es hier nicht.", en="There is no such field here.")

_TEXTS = {
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "dataclass_type": _OBJECT,
    "dict_type": _OBJECT,
    "enum": _CHOICE,
    "extra_forbidden": _UNKNOWN,
    "finite_number": _NUMBER,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "greater_than_equal": Text(
        de="Der Wert muss mindestens {ge} sein.", en="The value has to be at least {ge}."
    ),
    "int_from_float": _WHOLE_NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_parsing_size": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "less_than_equal": Text(
        de="Der Wert darf höchstens {le} sein.", en="The value must not exceed {le}."
    ),
    "literal_error": _CHOICE,
    "missing": _MISSING,
    "model_attributes_type": _OBJECT,
    "model_type": _OBJECT,
    "string_too_long": Text(
        de="Erlaubt sind höchstens {max_length} Zeichen.",
        en="At most {max_length} characters are allowed.",
    ),
    "string_too_short": Text(
        de="Nötig sind mindestens {min_length} Zeichen.",
        en="At least {min_length} characters are needed.",
    ),
    "string_type": Text(de="Erwartet wird ein Text.", en="A text is expected."),
    "string_unicode": Text(
        de="Der Text enthält halbe Unicode-Zeichen.", en="The text holds halves of characters."
    ),
    "too_long": Text(
        de="Erlaubt sind höchstens {max_length} Einträge.",
        en="At most {max_length} items are allowed.",
    ),
    "too_short": Text(
        de="Nötig sind mindestens {min_length} Einträge.",
        en="At least {min_length} items are needed.",
    ),
    "tuple_type": Text(de="Erwartet wird eine Liste.", en="A list is expected."),
    "unexpected_keyword_argument": _UNKNOWN,
    "union_tag_invalid": Text(
        de="„{tag}“ ist hier nicht möglich; möglich sind: {expected_tags}.",
        en='"{tag}" is not possible here; possible are: {expected_tags}.',
    ),
    "union_tag_not_found": Text(
        de="Die Angabe {discriminator} fehlt.", en="The field {discriminator} is missing."
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
    broken = error.get("ctx", {}).get("error")
    if isinstance(broken, RuleError):
        return broken.rule
    text = _TEXTS.get(error["type"])
    if text is None:
        return same(str(error["msg"]))
    fields = dict(error.get("ctx", {}))
    if "expected" in fields:
        fields["expected"] = str(fields["expected"]).replace(" or ", ", ")
    return text.format(**fields)
