"""Names of persons as lists hold them, brought into one order: title, given name, family name."""

from __future__ import annotations

import re
from functools import lru_cache

from netmap.ingest.normalise import folded, is_unknown, one_line

_SALUTATION = re.compile(
    r"^(?:(?:Sehr geehrte[r]? )?(?:Frau|Herrn?|Fr\.|Hr\.|Mrs?\.?|Ms\.?|Miss))\s+(?=\S)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:Prof(?:essor(?:in)?)?|Dr|Dipl|Ing|Mag|PD|Priv|Doz|med|phil|jur|rer|nat|pol|oec|h|c|habil|"
    r"Univ|M\.?A|B\.?A|M\.?Sc|B\.?Sc|MdL|MdB|Ph\.?D|LL\.?M|MBA)(?:\.|-|\b)",
    re.IGNORECASE,
)
# What stands after a comma and is no given name.
_SUFFIX = re.compile(
    r"(?:jr|sr|junior|senior|mdl|mdb|mdep|ph\.?d|m\.?a|b\.?a|m\.?sc|b\.?sc|ll\.?m|mba|"
    r"ii|iii|iv|dipl\W.*|stv|stellv\W.*)\.?",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    {
        "nn",
        "n n",
        "unbesetzt",
        "vakant",
        "vacant",
        "offen",
        "open",
        "tbd",
        "tba",
        "wird noch benannt",
        "noch offen",
        "niemand",
        "nicht besetzt",
        "noch zu benennen",
        "noch zu besetzen",
        "zu besetzen",
        "not named",
        "unbenannt",
    }
)


def person_name(full: object, *, given: object = None, family: object = None) -> str:
    """The name of a person, or nothing where the cells say that nobody is named.

    A name is turned round at its comma; titles go first, salutations go. Where the name is split
    over cells, ``full`` is what stands before it: a title, or the rest of the name.

    >>> person_name("Müller-Lüdenscheidt, Dr. Anna"), person_name("Frau Anna Müller")
    ('Dr. Anna Müller-Lüdenscheidt', 'Anna Müller')
    >>> person_name("Dr.", given="Anna", family="Müller"), person_name("N. N.")
    ('Dr. Anna Müller', '')
    """
    parts = [one_line(part) for part in (full, given, family)]
    if not any(parts[1:]):
        return _in_order(parts[0])
    return _in_order(" ".join(part for part in parts if part and not is_unknown(part)))


# Whoever sits in five bodies is named six times.
@lru_cache(maxsize=1 << 16)
def _in_order(name: str) -> str:
    name = _SALUTATION.sub("", name)
    if is_unknown(name) or folded(name) in _NOBODY:
        return ""
    before, comma, after = (part.strip() for part in name.partition(","))
    if not comma or not before or not after or "," in after or _SUFFIX.fullmatch(after):
        return name
    before, after = _SALUTATION.sub("", before), _SALUTATION.sub("", after)
    titles = []
    words = before.split()
    while len(words) > 1 and _TITLE.match(words[0]):
        titles.append(words.pop(0))
    return " ".join([*titles, after, *words])
