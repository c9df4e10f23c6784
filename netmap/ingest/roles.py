"""Role words as files hold them, turned into the closed list of roles."""

from __future__ import annotations

import re
from functools import lru_cache

from netmap.ingest.normalise import folded, one_line
from netmap.vocabulary import Role

# "Vorsitzende*r", "Sprecher:in", "Leiter/-in", "Moderator(in)" and "LeiterIn" hold the same role.
_GENDER = re.compile(r"(?:[*:_·]|/-?|-?\(-?)(?:innen|in|r|n|e|er|es)\b\)?|(?<=[a-z])In(?:nen)?\b")

_DEPUTY = re.compile(
    r"\b(?:(?:stell)?vertr|stv|stellv|deput|vice|vize|alternat|substitut|ersatz|nachrueck|acting)"
    r"|\bi v\b"
)
# Nouns for whoever steps in; "deputy mayor" and "stellv. Amtsleitung" name another function.
_STAND_IN = re.compile(r"vertretung|vertreter|alternate|substitut|ersatz|nachrueck|\bi v\b")
_FORMER = re.compile(
    r"\b(?:ehemalig|former|past\b|frueher|alt(?!ern)|ehren|honorary|ex (?!officio))"
)
_REPRESENTATIVE = re.compile(r"^(?:vertreter(?:in|innen)?|vertretung) (?!vorsitz|des vorsitz)\S")
_CHAIR = re.compile(
    r"vorsitz|chair|\bsprecher|\bspeaker|praesident|\bpresident|obfrau|obmann|\bconvenor|\bconvener"
)
# "Leitung Jugendamt" is a function elsewhere; only the lead of the group itself is its chair.
_LEAD = re.compile(
    r"(?:(?:die |co |gesamt|gruppen|projekt|ag |ak |arbeitsgruppen|arbeitskreis)*)"
    r"(?:leitung|leiter|leiterin|leitend|lead|leader|head|federfuehrung|federfuehrend)"
    r"(?: (?:der|des|of the|of) (?:ag|ak|gruppe|arbeitsgruppe|arbeitskreises|gremiums|group)"
    r"| ag| ak)?"
)
_SECRETARIAT = re.compile(
    r"geschaeftsfuehr|geschaeftsstelle|sekretar|sekretaer|schriftfuehr|protokoll|"
    r"secretar|\bminutes\b|\bclerk\b|managing director|\bgf\b"
)
_MODERATION = re.compile(r"moderat|facilitat")
_GUEST = re.compile(r"\bgast\b|\bgaeste\b|\bguest|observer|beobacht|hospit|zuhoer|\binvited\b")
_MEMBER = re.compile(
    r"mitglied|mitgl\b|\bmember|teilnehm|teilnahme|beisitz|sachkundig|beraten|advisory|advis|"
    r"councillor|councilor|abgeordnet|ratsfrau|ratsherr|stadtverordnet|ex officio|kraft amtes|"
    r"qua amt|delegiert|delegate|\brepresentative|vertreter|vertretung|ranking|\bsitz\b|\bx+\b|"
    r"\bja\b|\byes\b|^m$|^ordentlich|^associate$|entsandt"
)

_SECOND = re.compile(r"(?:2|3|second|third|(?:zweite|dritte)[rs]?)\b")
_RANKS = (
    (_SECRETARIAT, Role.SECRETARIAT),
    (_MODERATION, Role.MODERATION),
    (_GUEST, Role.GUEST),
    # The first of the minority, and the deputy of that one: members among members.
    (re.compile(r"\branking\b"), Role.MEMBER),
)
_TICKS = frozenset({"", "✓", "✔", "☑", "☒", "•", "●", "🗸"})


@lru_cache(maxsize=4096)
def role(label: str) -> Role:
    """The role that words name; words that name none of the list are `Role.OTHER`.

    An empty text is a plain seat. Rank follows the words: who is chair and secretary is chair,
    and a deputy of either kind stays a deputy. Ex-officio, advisory and ranking members are
    members. The caller keeps the words themselves as ``role_label``.

    >>> role("1. stellv. Vorsitzende")
    <Role.DEPUTY_CHAIR: 'deputy_chair'>
    >>> role("Ranking Member"), role("Geschäftsführer/in"), role("Schatzmeister")
    (<Role.MEMBER: 'member'>, <Role.SECRETARIAT: 'secretariat'>, <Role.OTHER: 'other'>)
    """
    given = one_line(label)[:1_000]
    words = folded(_GENDER.sub("", given))
    if not words:
        return Role.MEMBER if given in _TICKS else Role.OTHER
    if _FORMER.search(words):
        return Role.OTHER
    deputy = bool(_DEPUTY.search(words)) and not _REPRESENTATIVE.search(words)
    if _CHAIR.search(words) or _LEAD.fullmatch(_without_deputy(words)):
        return Role.DEPUTY_CHAIR if deputy or _SECOND.match(words) else Role.CHAIR
    for pattern, found in _RANKS:
        if pattern.search(words):
            return found
    member = bool(_MEMBER.search(words))
    if deputy and (member or _STAND_IN.search(words) or not _without_deputy(words)):
        return Role.DEPUTY_MEMBER
    return Role.MEMBER if member else Role.OTHER


def _without_deputy(words: str) -> str:
    kept = [word for word in words.split() if not _DEPUTY.match(word) and not word.isdigit()]
    return " ".join(kept)
