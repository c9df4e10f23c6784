"""Whom somebody may mean who types a name: records that may be the same."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from netmap.ingest.duplicates.names import NameForm, organization_form, person_form
from netmap.ingest.duplicates.pairs import possible_duplicates
from netmap.ingest.normalise import one_line
from netmap.ingest.other_names import other_names
from netmap.language import Text
from netmap.model import Actor, Organization, Person
from netmap.network import Network
from netmap.values import Record
from netmap.vocabulary import Kind

_TYPED = "\x00typed"
"""Begins the id of a name that was typed; no record can have it."""
_LONGEST_NAME = 1_000
_ALIKE = 86
"""How much of 100 two names have to be alike, written out and without titles."""
_ALIKE_REST = 70
"""How much of 100 the words in which they differ have to be alike."""
_LOOSELY = 0.5
"""Names that are only spelled alike rank behind those that a rule of imports finds."""

_ALIKE_REASON = Text(
    de="Die Namen sind ähnlich geschrieben.", en="The names are spelled much alike."
)
_SAME_WORDS_REASON = Text(
    de="Beide heißen gleich, bis auf Titel oder Reihenfolge.",
    en="Both have the same name but for titles or order.",
)
_SHORTER_REASON = Text(
    de="Der eine Name könnte die kürzere Form des anderen sein.",
    en="One name may be the shorter form of the other.",
)


@dataclass(frozen=True, slots=True)
class Similar:
    """A record whose name may mean the same as one that was typed.

    Attributes:
        name: What it is called: the name, else the function of a person.
        detail: What tells it from others of the name: house and function of a person, the
            organisation that an organisation is part of.
        score: How much speaks for it, in [0, 1]; 1 is the very name.
        reason: Why, in words.
    """

    id: str
    name: str
    detail: str
    score: float
    reason: Text


def similar(
    network: Network,
    name: str,
    *,
    kind: Kind,
    most: int = 5,
    organization_id: str | None = None,
    without: Collection[str] = (),
) -> tuple[Similar, ...]:
    """Records whose name may mean the same as a name, for "Meinten Sie …?".

    The rules are those by which imports tell possible duplicates; behind them stand names that
    are spelled much alike. Records that have ended count, too: whoever comes back is no new person.

    Args:
        network: Where to look.
        name: A whole name, in any order and with any title.
        kind: Person, organisation or topic; nothing is like a name of another kind.
        most: How many at most.
        organization_id: The house of the person whose name it is, where known: shorter forms of a
            name count more inside one house, and equal names less across houses.
        without: Ids that are not meant, such as that of the record whose name is changed.

    Returns:
        The most similar first, then by name and id.

    >>> network = Network.from_pairs([("Jörg Müller", "Agentur für Arbeit")])
    >>> [each.name for each in similar(network, "Mueller, Dr. Jörg", kind=Kind.PERSON)]
    ['Jörg Müller']
    >>> [each.name for each in similar(network, "Arbeitsagentur", kind=Kind.ORGANIZATION)]
    ['Agentur für Arbeit']
    """
    asked = Name(name, organization_id)
    return similar_each(network, [asked], kind=kind, most=most, without=without)[asked]


class Name(NamedTuple):
    """A name that is looked for, and the house of the person whose name it is."""

    name: str
    organization_id: str | None = None


def similar_each(
    network: Network,
    names: Sequence[Name],
    *,
    kind: Kind,
    most: int = 5,
    without: Collection[str] = (),
) -> dict[Name, tuple[Similar, ...]]:
    """Of each of several names what `similar` says of it; many cost little more than one."""
    known = network.once(_names_of, kind)
    typed = {
        f"{_TYPED}{number}": each._replace(name=one_line(each.name)[:_LONGEST_NAME])
        for number, each in enumerate(dict.fromkeys(names))
    }
    found: dict[str, dict[str, Similar]] = {typed_id: {} for typed_id in typed}
    looked_for = {typed_id: each for typed_id, each in typed.items() if each.name}
    if looked_for and known.actors:
        for typed_id, score, at, reason in (
            *_by_rules(known, looked_for, kind),
            *_loosely(known, looked_for, kind),
        ):
            record_id, mine = known.ids[at], found[typed_id]
            if record_id not in without and (
                record_id not in mine or mine[record_id].score < score
            ):
                mine[record_id] = Similar(
                    record_id, known.labels[at], known.details[at], score, reason
                )
    return {
        each: tuple(
            sorted(mine.values(), key=lambda one: (-one.score, one.name.casefold(), one.id))[:most]
        )
        for each, mine in zip(dict.fromkeys(names), found.values(), strict=True)
    }


@dataclass(frozen=True, slots=True)
class _Names:
    """Every name of everything of a kind, as it is compared.

    A topic stands as an organisation of its name; another name of a record stands beside it.
    """

    actors: tuple[Actor, ...]
    forms: tuple[NameForm, ...]
    keys: tuple[str, ...]
    ids: tuple[str, ...]
    labels: tuple[str, ...]
    details: tuple[str, ...]
    position: dict[str, int]


def _names_of(network: Network, kind: Kind) -> _Names:
    houses = {
        each.id: each.name
        for each in network.all_records(Kind.ORGANIZATION)
        if isinstance(each, Organization)
    }
    rows = [
        (compared, record.id, label, _detail(record, houses))
        for record in network.all_records(kind)
        for label in [str(getattr(record, "label", ""))]
        for compared in _compared(record, label)
    ]
    forms = tuple(_form(row[0].label, kind) for row in rows)
    return _Names(
        actors=tuple(row[0] for row in rows),
        forms=forms,
        keys=tuple(" ".join(each.key) for each in forms),
        ids=tuple(row[1] for row in rows),
        labels=tuple(row[2] for row in rows),
        details=tuple(row[3] for row in rows),
        position={row[0].id: at for at, row in enumerate(rows)},
    )


def _compared(record: Record, label: str) -> Iterator[Actor]:
    yield record if isinstance(record, Actor) else Organization(id=record.id, name=label)
    for number, name in enumerate(other_names(record)):
        other_id = f"{record.id}\x00{number}"
        if isinstance(record, Person):
            yield Person.model_construct(
                id=other_id, name=name, organization_id=record.organization_id
            )
        else:
            yield Organization.model_construct(id=other_id, name=name)


def _form(name: str, kind: Kind) -> NameForm:
    return person_form(name) if kind is Kind.PERSON else organization_form(name)


def _detail(record: Record, houses: dict[str, str]) -> str:
    if not isinstance(record, Person):
        return houses.get(getattr(record, "parent_id", None) or "", "")
    house = houses.get(record.organization_id or "", "")
    return ", ".join(each for each in (record.function if record.name else "", house) if each)


def _by_rules(
    known: _Names, typed: Mapping[str, Name], kind: Kind
) -> Iterator[tuple[str, float, int, Text]]:
    """What imports would report as possible duplicates of new records of these names."""
    meant: list[Actor] = [
        Person.model_construct(
            id=typed_id, name=each.name, function="", organization_id=each.organization_id
        )
        if kind is Kind.PERSON
        else Organization.model_construct(id=typed_id, name=each.name)
        for typed_id, each in typed.items()
    ]
    for pair in possible_duplicates([*known.actors, *meant], among=typed.keys()):
        for typed_id, other in (pair.ids, pair.ids[::-1]):
            if typed_id in typed and other not in typed:
                yield typed_id, pair.strength, known.position[other], pair.reason


def _loosely(
    known: _Names, typed: Mapping[str, Name], kind: Kind
) -> Iterator[tuple[str, float, int, Text]]:
    """Names that are spelled much alike, or abbreviate a given name."""
    for typed_id, each in typed.items():
        form = _form(each.name, kind)
        wanted = " ".join(form.key)
        for at, other in enumerate(known.forms):
            if kind is Kind.PERSON and _abbreviates(form.tokens, other.tokens):
                yield typed_id, 0.6, at, _SHORTER_REASON
                continue
            if form.key == other.key:
                # The rules leave out functions without a name: those of another house are others.
                house = getattr(known.actors[at], "organization_id", None)
                score = 0.95 if house == each.organization_id else 0.6
                yield typed_id, score, at, _SAME_WORDS_REASON
                continue
            ratio = fuzz.ratio(wanted, known.keys[at], score_cutoff=_ALIKE)
            if ratio and _differ_by_spelling(set(form.tokens), set(other.tokens)):
                yield typed_id, _LOOSELY * ratio / 100, at, _ALIKE_REASON


def _abbreviates(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether "A. Müller" may be "Anna Müller": same family name, one given name an initial."""
    if min(len(one), len(other)) < 2 or one[-1] != other[-1]:
        return False
    short, long = sorted((one[0], other[0]), key=len)
    return len(short) == 1 < len(long) and long.startswith(short)


def _differ_by_spelling(one: set[str], other: set[str]) -> bool:
    """Whether the words that only one name has are alike; a number or direction makes two names."""
    mine, theirs = (" ".join(sorted(each)) for each in (one - other, other - one))
    if not mine or not theirs or any(letter.isdigit() for letter in mine + theirs):
        return False
    return fuzz.ratio(mine, theirs) >= _ALIKE_REST
