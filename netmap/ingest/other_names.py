"""Other names of a record: what it was called before a duplicate was merged into it."""

from __future__ import annotations

from typing import Any

from netmap.language import Language, Text
from netmap.values import Record

OTHER_NAMES = Text(de="Auch geführt als", en="Also recorded as")
"""Title of the open attribute that holds them."""
_BETWEEN = "; "


def other_names(record: Record) -> tuple[str, ...]:
    """The other names under which a record can be found."""
    titles = (OTHER_NAMES.de, OTHER_NAMES.en)
    return tuple(
        name.strip()
        for title in titles
        for name in str(record.attributes.get(title) or "").split(_BETWEEN)
        if name.strip()
    )


def with_other_name(
    attributes: dict[str, Any], name: str, *, called: str, language: Language
) -> dict[str, Any]:
    """The attributes with one more name, unless it is what the record is called anyhow.

    >>> with_other_name({}, "Arge", called="Jobcenter", language=Language.DE)
    {'Auch geführt als': 'Arge'}
    """
    if not name or name == called:
        return attributes
    title = OTHER_NAMES.in_language(language)
    known = [each for each in str(attributes.get(title) or "").split(_BETWEEN) if each]
    return {**attributes, title: _BETWEEN.join(dict.fromkeys([*known, name]))}
