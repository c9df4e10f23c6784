"""Pages that list: actors and bodies of a network."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import HTMLResponse

from netmap.analyses.representation import ActorType
from netmap.analyses.search import folded
from netmap.views.directory import Directory, Entry, directory
from netmap.views.map_groups import Group
from netmap.views.map_words import SECTORS, STATUSES
from netmap.vocabulary import Level, Sector, Status
from netmap.web.context import Acting, AsOf, InContext
from netmap.web.pages.rendering import page, page_language

router = APIRouter(include_in_schema=False)

_ON_A_PAGE = 50

_SORTS: dict[str, Callable[[Entry], Any]] = {
    "name": lambda entry: entry.name.casefold(),
    "category": lambda entry: entry.profile.category.casefold(),
    "house": lambda entry: entry.house.casefold(),
    "sector": lambda entry: entry.profile.sector.casefold(),
    "level": lambda entry: list(Group).index(entry.profile.group),
    "seats": lambda entry: entry.seats,
    "members": lambda entry: entry.members,
    "exchanges": lambda entry: entry.exchanges,
}
_COUNTED = {"seats", "members", "exchanges"}
LEVELS = {
    Level.POLITICAL: Group.POLITICAL.level_text,
    Level.STEERING: Group.STEERING.level_text,
    Level.OPERATIONAL: Group.OPERATIONAL.level_text,
    Level.AD_HOC: Group.AD_HOC.level_text,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is narrowed to and how it is ordered, as the address says it.

    Attributes:
        sort: Name of a column; with "-" before it the other way round.
        number: Number of the page, from 1.
    """

    type: str
    sector: str
    level: str
    status: str
    topic: str
    q: str
    sort: str
    number: int

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return any((self.type, self.sector, self.level, self.status, self.topic, self.q.strip()))

    def admits(self, entry: Entry) -> bool:
        """Whether an entry is in the list."""
        wanted = folded(self.q).split()
        text = folded(f"{entry.name} {entry.profile.category} {entry.house}") if wanted else ""
        return (
            self.type in {"", entry.type.value}
            and self.sector in {"", entry.sector or "unknown"}
            and self.level in {"", entry.level or "unknown"}
            and self.status in {"", entry.status or "unknown"}
            and (not self.topic or self.topic in entry.topic_ids)
            and all(word in text for word in wanted)
        )


def asked(
    type: Annotated[str, Query(max_length=20)] = "",  # noqa: A002 (the name in the address)
    sector: Annotated[str, Query(max_length=20)] = "",
    level: Annotated[str, Query(max_length=20)] = "",
    status: Annotated[str, Query(max_length=20)] = "",
    topic: Annotated[str, Query(max_length=500)] = "",
    q: Annotated[str, Query(max_length=200)] = "",
    sort: Annotated[str, Query(max_length=20)] = "name",
    number: Annotated[int, Query(alias="page", ge=1, le=100_000)] = 1,
) -> Asked:
    """What the address asks for; an unknown column orders by name."""
    known = sort if sort.removeprefix("-") in _SORTS else "name"
    return Asked(type, sector, level, status, topic, q, known, number)


AskedList = Annotated[Asked, Depends(asked)]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of a list.

    Attributes:
        total: Entries on all pages.
        first: Number of the first entry on this page, from 1; 0 where there is none.
    """

    entries: tuple[Entry, ...]
    total: int
    first: int
    page: int
    pages: int


def narrowed(entries: Sequence[Entry], wanted: Asked) -> list[Entry]:
    """Those that are asked for, in the order that is asked for."""
    column = wanted.sort.removeprefix("-")
    # Counts are looked through from the largest on, texts from A on.
    descending = wanted.sort.startswith("-") is not (column in _COUNTED)
    found = sorted((each for each in entries if wanted.admits(each)), key=_SORTS["name"])
    found.sort(key=_SORTS[column], reverse=descending)
    return found


def _listing(entries: Sequence[Entry], wanted: Asked) -> Listing:
    found = narrowed(entries, wanted)
    pages = max(1, -(-len(found) // _ON_A_PAGE))
    number = min(wanted.number, pages)
    start = (number - 1) * _ON_A_PAGE
    shown = tuple(found[start : start + _ON_A_PAGE])
    return Listing(shown, len(found), start + 1 if shown else 0, number, pages)


def told(
    request: Request, context: InContext, principal: Acting, network_id: str, as_of: AsOf
) -> Directory:
    """Everybody in the network of the path, in the language of the page."""
    insights = context.use_cases.insights
    return insights.ask(principal, network_id, as_of, directory, page_language(request))


Told = Annotated[Directory, Depends(told)]


@router.get("/networks/{network_id}/actors")
def actors(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    told: Told,
    wanted: AskedList,
) -> HTMLResponse:
    """Partners: organisations and persons, bodies aside."""
    entries = [each for each in told.entries if each.type is not ActorType.BODY]
    return page(
        request,
        "actors.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="actors",
        listing=_listing(entries, wanted),
        asked=wanted,
        choices=_choices(entries, told),
    )


@router.get("/networks/{network_id}/bodies")
def bodies(
    request: Request,
    context: InContext,
    principal: Acting,
    network_id: str,
    told: Told,
    wanted: AskedList,
) -> HTMLResponse:
    """Committees, working groups and other groups that meet."""
    entries = [each for each in told.entries if each.type is ActorType.BODY]
    return page(
        request,
        "bodies.html",
        network=context.use_cases.networks.info(principal, network_id),
        section="bodies",
        listing=_listing(entries, wanted),
        asked=wanted,
        choices=_choices(entries, told),
    )


def _choices(entries: Sequence[Entry], told: Directory) -> dict[str, list[tuple[str, Any]]]:
    """What filters offer: values that occur, in the order of their vocabulary."""
    sectors, levels = {each.sector for each in entries}, {each.level for each in entries}
    statuses = {each.status for each in entries}
    worked_on = {topic for each in entries for topic in each.topic_ids}
    return {
        "sector": [(each.value, SECTORS[each]) for each in Sector if each in sectors],
        "level": [(each.value, LEVELS[each]) for each in Level if each in levels],
        "status": [(each.value, STATUSES[each]) for each in Status if each in statuses],
        "topic": [(each.id, each.name) for each in told.topics if each.id in worked_on],
    }
