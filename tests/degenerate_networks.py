"""Networks at the edge of what can be: nothing in them, no ties, everything tied, nobody there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, permutations

from netmap.values import Record
from netmap.vocabulary import Asked, Level, Status
from tests.small_networks import (
    body,
    cooperation,
    exchange,
    line,
    organization,
    person,
    seat,
    topic,
    work,
)

_OFFICES = ("office", "club", "school", "union")
_PEOPLE = ("ada", "bo", "cy", "dee")
_BODIES = ("AK", "SG", "council", "task force")
_LEVELS = (Level.OPERATIONAL, Level.STEERING, Level.POLITICAL, Level.AD_HOC)
_TOPICS = ("jobs", "sport")


def _actors(**fields: object) -> list[Record]:
    """Offices, people who work there and bodies, without a tie."""
    return [
        *(organization(each, **fields) for each in _OFFICES),
        *(person(each, house) for each, house in zip(_PEOPLE, _OFFICES, strict=True)),
        *(body(each, level, **fields) for each, level in zip(_BODIES, _LEVELS, strict=True)),
        *(topic(each) for each in _TOPICS),
    ]


def _all_ties(
    offices: Sequence[str], people: Sequence[str], bodies: Sequence[str], **dates: str
) -> list[Record]:
    """Every seat, every exchange, every line, every piece of work that can be."""
    everybody = [*offices, *people, *bodies]
    return [
        *(seat(each, at, **dates) for at in bodies for each in (*offices, *people)),
        *(exchange(*pair, **dates) for pair in combinations(everybody, 2)),
        *(line(*pair) for pair in permutations(bodies, 2)),
        *(record for each in everybody for record in work(each, *_TOPICS)),
        cooperation(*offices, **dates),
    ]


def _complete(**fields: object) -> list[Record]:
    return [*_actors(**fields), *_all_ties(_OFFICES, _PEOPLE, _BODIES, start_date="2020-01-01")]


DEGENERATE: dict[str, list[Record]] = {
    "empty": [],
    "one person": [person("ada")],
    "one organisation": [organization("office")],
    "one body": [body("AK")],
    "one topic": [topic("jobs")],
    "one seat": [person("ada"), body("AK"), seat("ada", "AK")],
    "no ties": [
        *(organization(each) for each in _OFFICES),
        *(person(each) for each in _PEOPLE),
        *(body(each, level) for each, level in zip(_BODIES, _LEVELS, strict=True)),
    ],
    "complete": _complete(),
    "disconnected": [
        *_actors(),
        *_all_ties(_OFFICES[:2], _PEOPLE[:2], _BODIES[:2]),
        *_all_ties(_OFFICES[2:], _PEOPLE[2:], _BODIES[2:]),
    ],
    "all dates unknown": [*_actors(), *_all_ties(_OFFICES, _PEOPLE, _BODIES)],
    "everybody left out on purpose": _complete(asked=Asked.LEFT_OUT),
    "everything dissolved": _complete(status=Status.DISSOLVED),
    "all seats vacant, all offices without people": [
        *(organization(each) for each in _OFFICES),
        *(body(each) for each in _BODIES),
        *(seat(office, at) for office in _OFFICES for at in _BODIES),
    ],
    "all of it over": [
        *(organization(each, end_date="2001") for each in _OFFICES),
        *(body(each, end_date="2001") for each in _BODIES),
        *(seat(office, at, end_date="2001") for office in _OFFICES for at in _BODIES),
    ],
    "a body that is its own member": [body("AK"), seat("AK", "AK"), line("AK", "AK")],
    "a ring of parents": [
        body("AK", parent_id="SG"),
        body("SG", parent_id="AK"),
        seat("AK", "SG"),
        seat("SG", "AK"),
    ],
}
"""Records by what they are."""
