"""Numbers as files hold them, with decimal comma or point."""

from __future__ import annotations

import math
import re

from netmap.ingest.errors import UnclearValueError
from netmap.ingest.normalise import is_unknown, one_line
from netmap.language import Text

_PLAIN_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_GROUPED_NUMBER = re.compile(
    r"[+-]?\d{1,3}(?:(?P<g1>\.)\d{3}(?:\.\d{3})*(?:,\d+)?|(?P<g2>,)\d{3}(?:,\d{3})*(?:\.\d+)?"
    r"|(?:[ '\u2019]\d{3})+(?:[.,]\d+)?)",
    re.ASCII,
)


def number(value: object) -> float | None:
    """A number with decimal comma or point; ``None`` for an empty or unknown cell.

    Raises:
        UnclearValueError: No number, or one that reads differently in German and English:
            ``1.234`` is a thousand here and a little over one there.

    >>> number("10117.0"), number("0,5"), number("1.234,5"), number("1,234.5"), number("k. A.")
    (10117.0, 0.5, 1234.5, 1234.5, None)
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _finite(value)
    if is_unknown(value):
        return None
    found = one_line(value)
    grouped = _GROUPED_NUMBER.fullmatch(found)
    if _PLAIN_NUMBER.fullmatch(found) and (not grouped or re.match(r"[+-]?0", found)):
        return _finite(found.replace(",", "."))
    if grouped is None or _PLAIN_NUMBER.fullmatch(found):
        raise _unclear_number(found)
    if grouped["g1"]:
        return _finite(found.replace(".", "").replace(",", "."))
    if grouped["g2"]:
        return _finite(found.replace(",", ""))
    return _finite(re.sub(r"[ '\u2019]", "", found).replace(",", "."))


def _finite(value: float | str) -> float | None:
    try:
        result = float(value)
    except OverflowError:
        raise _unclear_number(str(value)[:40]) from None
    if math.isnan(result):
        return None
    if math.isinf(result):
        raise _unclear_number(str(value)[:40])
    return result


def _unclear_number(value: str) -> UnclearValueError:
    return UnclearValueError(
        value=value,
        expected=Text(de="eine Zahl", en="a number"),
        examples=Text(de="4, 0,5 oder 1234", en="4, 0.5 or 1234"),
    )
