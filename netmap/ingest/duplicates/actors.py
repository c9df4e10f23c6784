"""The rules by which two organisations, or two persons, may be one."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from netmap.ingest.duplicates.names import (
    NameForm,
    names_kind,
    organization_form,
    person_form,
)
from netmap.ingest.duplicates.spelling import pairs_alike, spelling_pairs
from netmap.language import Text
from netmap.model import Organization, Person

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")

_SAME_NAME = Text(de="Beide heißen gleich.", en="Both have the same name.")
_SAME_NAME_ELSEWHERE = Text(
    de="Beide heißen gleich, arbeiten aber für verschiedene Organisationen.",
    en="Both have the same name, but work for different organisations.",
)
_SAME_WORDS = Text(
    de="Die Namen sind gleich bis auf Abkürzungen, Umlaute, Rechtsform, Titel oder Reihenfolge.",
    en="The names agree but for abbreviations, umlauts, legal form, titles or order.",
)
_SPELLING = Text(
    de="Die Namen unterscheiden sich nur in der Schreibweise von „{first}“ und „{second}“.",
    en='The names differ only in how "{first}" and "{second}" are spelled.',
)
_SHORT_NAME = Text(
    de="„{short}“ ist als Kurzname des anderen eingetragen.",
    en='"{short}" is recorded as the short name of the other.',
)
_INITIALS = Text(
    de="„{short}“ sind die Anfangsbuchstaben des anderen Namens.",
    en='"{short}" are the initials of the other name.',
)
_CONTAINED = Text(
    de="Der eine Name nennt zusätzlich „{word}“, und kein anderer Name passt ebenso.",
    en='One name adds "{word}", and no other name fits as well.',
)
_SHORTER_PERSON = Text(
    de="Der eine Name ist die kürzere Form des anderen, in derselben Organisation.",
    en="One name is the shorter form of the other, in the same organisation.",
)

_SAME_FUNCTION = Text(
    de="Beide haben dieselbe Funktion in derselben Organisation.",
    en="Both have the same function in the same organisation.",
)

# A board or a teaching staff has many; a house has one head.
_HELD_BY_ONE = re.compile(
    r"(?:\w*leitung|\w*leiter(?:in)?|direkt(?:or(?:in)?|ion)|rektor(?:in)?|head|director|"
    r"(?:ober)?bürgermeister(?:in)?|mayor|landr(?:at|ätin)|dezernent(?:in)?)\b",
    re.IGNORECASE,
)
_SHORTEST_CONTAINED = 8
_SHORTEST_INITIALS = 3


class Likeness(NamedTuple):
    """Two actors that may be one, how strong that is in [0, 1], and why."""

    first: Organization | Person
    second: Organization | Person
    strength: float
    reason: Text


def alike_organizations(organizations: Sequence[Organization]) -> Iterator[Likeness]:
    """Organisations that may be one, with those that cannot be left out."""
    for likeness in _by_names(organizations):
        first, second = likeness.first, likeness.second
        if (
            isinstance(first, Organization)
            and isinstance(second, Organization)
            and not _are_two(first, second)
        ):
            yield likeness


def _are_two(first: Organization, second: Organization) -> bool:
    """Whether what is recorded says that two organisations are not one."""
    related = {first.parent_id, first.successor_id, second.parent_id, second.successor_id}
    return (
        not related.isdisjoint({first.id, second.id})
        or _differ(first.parent_id, second.parent_id)
        or _differ(first.territory.casefold(), second.territory.casefold())
    )


def _differ(one: str | None, other: str | None) -> bool:
    return bool(one and other and one != other)


def _by_names(organizations: Sequence[Organization]) -> Iterator[Likeness]:
    forms = [organization_form(each.name) for each in organizations]
    keys: Sequence[Sequence[Hashable]] = [form.key for form in forms], [f.joined for f in forms]
    for keyed in keys:
        for group in _groups((key, at) for at, key in enumerate(keyed)):
            for one, other in pairs_alike(group):
                same = forms[one].plain == forms[other].plain
                reason, strength = (_SAME_NAME, 1.0) if same else (_SAME_WORDS, 0.95)
                yield Likeness(organizations[one], organizations[other], strength, reason)
    for slip in spelling_pairs([form.tokens for form in forms]):
        # A name of one short word is rather another name than a slip.
        if len(forms[slip.first].tokens) > 1 or min(map(len, slip.words)) >= _SHORTEST_CONTAINED:
            reason = _SPELLING.format(first=slip.words[0], second=slip.words[1])
            yield Likeness(organizations[slip.first], organizations[slip.second], 0.8, reason)
    yield from _by_short_names(organizations, forms)
    yield from _contained(organizations, forms)


def _by_short_names(
    organizations: Sequence[Organization], forms: Sequence[NameForm]
) -> Iterator[Likeness]:
    named: dict[str, list[int]] = {}
    initials: dict[str, list[int]] = {}
    for at, form in enumerate(forms):
        named.setdefault(form.plain, []).append(at)
        for letters in {"".join(word[0] for word in words) for words in _initialled(form)}:
            if len(letters) >= _SHORTEST_INITIALS:
                initials.setdefault(letters, []).append(at)
    for at, organization in enumerate(organizations):
        short = organization_form(organization.short_name).plain if organization.short_name else ""
        for other in named.get(short, ()):
            if other != at:
                reason = _SHORT_NAME.format(short=organization.short_name)
                yield Likeness(organization, organizations[other], 0.95, reason)
        if organization.name.isupper() and organization.name.isalpha():
            # Where several names have these initials, the letters say nothing of any.
            meant = initials.get(forms[at].plain, [])
            if len(meant) == 1 and meant[0] != at:
                reason = _INITIALS.format(short=organization.name)
                yield Likeness(organization, organizations[meant[0]], 0.7, reason)


def _initialled(form: NameForm) -> tuple[Sequence[str], Sequence[str]]:
    return form.tokens, form.plain.split()


def _contained(
    organizations: Sequence[Organization], forms: Sequence[NameForm]
) -> Iterator[Likeness]:
    """Names of which one adds a last word, such as a place, that tells no other kind apart."""
    longer: dict[tuple[str, ...], list[int]] = {}
    for at, form in enumerate(forms):
        if len(form.tokens) > 1:
            longer.setdefault(form.tokens[:-1], []).append(at)
    for at, form in enumerate(forms):
        found = longer.get(form.tokens, ())
        if len(found) != 1 or sum(map(len, form.tokens)) < _SHORTEST_CONTAINED:
            continue
        word = forms[found[0]].tokens[-1]
        if word.isalpha() and len(word) > 3 and not names_kind(word):
            reason = _CONTAINED.format(word=word)
            yield Likeness(organizations[at], organizations[found[0]], 0.6, reason)


def alike_persons(persons: Sequence[Person]) -> Iterator[Likeness]:
    """Persons that may be one: never by the family name alone."""
    named = [person for person in persons if person.name]
    forms = [person_form(person.name) for person in named]
    for group in _groups((form.key, at) for at, form in enumerate(forms)):
        for one, other in pairs_alike(group):
            same = forms[one].plain == forms[other].plain
            if _differ(named[one].organization_id, named[other].organization_id):
                yield Likeness(named[one], named[other], 0.6, _SAME_NAME_ELSEWHERE)
            else:
                strength, reason = (1.0, _SAME_NAME) if same else (0.95, _SAME_WORDS)
                yield Likeness(named[one], named[other], strength, reason)
    for slip in spelling_pairs([form.tokens for form in forms]):
        one_house = _same_house(named[slip.first], named[slip.second])
        family = slip.at == len(forms[slip.first].tokens) - 1
        elsewhere = _differ(named[slip.first].organization_id, named[slip.second].organization_id)
        # Meier and Maier are two families unless something else speaks for one person.
        if one_house or not (family or elsewhere):
            reason = _SPELLING.format(first=slip.words[0], second=slip.words[1])
            strength = 0.85 if one_house and not family else 0.7
            yield Likeness(named[slip.first], named[slip.second], strength, reason)
    yield from _shorter_persons(named, forms)
    functions = [person for person in persons if not person.name]
    for group in _groups(
        ((organization_form(person.function).key, person.organization_id), at)
        for at, person in enumerate(functions)
        if person.organization_id and _HELD_BY_ONE.match(person.function)
    ):
        for one, other in pairs_alike(group):
            yield Likeness(functions[one], functions[other], 0.9, _SAME_FUNCTION)


def _same_house(first: Person, second: Person) -> bool:
    return bool(first.organization_id) and first.organization_id == second.organization_id


def _shorter_persons(persons: Sequence[Person], forms: Sequence[NameForm]) -> Iterator[Likeness]:
    """Persons of one house such as "A. Müller", "Anna Müller" and "Anna Maria Müller"."""
    for group in _groups(
        ((person.organization_id, form.tokens[-1], form.tokens[0][0]), at)
        for at, (person, form) in enumerate(zip(persons, forms, strict=True))
        if person.organization_id and len(form.tokens) > 1
    ):
        for one, other in pairs_alike(group):
            if _is_shorter(forms[one].tokens, forms[other].tokens):
                yield Likeness(persons[one], persons[other], 0.75, _SHORTER_PERSON)


def _is_shorter(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    first, second = one[:-1], other[:-1]
    if first == second:
        return False
    return all(
        a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))
        for a, b in zip(first, second, strict=False)
    )


def _groups(entries: Iterable[tuple[_Key, _Value]]) -> Iterator[list[_Value]]:
    """Values that share a key, where they are several."""
    found: dict[_Key, list[_Value]] = {}
    for key, value in entries:
        found.setdefault(key, []).append(value)
    return (values for values in found.values() if len(values) > 1)
