"""Use cases of views of the map: keep what is shown and where marks stand, under a name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from netmap.changes import Delete, LogEntry, Put
from netmap.dates import period
from netmap.errors import NetmapError, RecordNotFoundError
from netmap.ingest.identity import made_id, slug, tie_id
from netmap.language import Text, folded
from netmap.map_views import MOST_PLACES, MapView, PinnedPlace, ViewParameter
from netmap.network import Network
from netmap.principal import Principal
from netmap.services.networks import NetworkService
from netmap.services.records import RecordService
from netmap.views.map_addresses import parameters_of
from netmap.views.map_choice import map_choice
from netmap.views.map_opened import choice_of
from netmap.vocabulary import Kind, MapParameter

LONGEST_NAME = 120
_MOST_OPENED = 900
_NAME_PART = 3
"""Shorter parts of a name are no sign that somebody is named."""
Place = tuple[float, float]


class MapViewNotFoundError(NetmapError):
    """The network has no such view of the map, or no longer."""

    code = "map_view.not_found"
    cause = Text(
        de="Die Ansicht „{view}“ gibt es in diesem Netzwerk nicht, oder nicht mehr.",
        en='There is no view "{view}" in this network, or no longer.',
    )
    remedy = Text(
        de="Auf der Karte unter „Ansichten“ nachsehen, welche es gibt; wurde sie entfernt, lässt "
        "sich das im Verlauf zurücknehmen.",
        en='See on the map under "Views" which there are; where it was removed, the history can '
        "take that back.",
    )


class MapViewInvalidError(NetmapError):
    """What was sent makes no view of the map; nothing was written."""

    code = "map_view.invalid"
    cause = Text(de="So lässt sich keine Ansicht speichern: {problem}", en="No view: {problem}")
    remedy = Text(
        de="Das Genannte ändern und noch einmal speichern.",
        en="Change what is named, and save again.",
    )


class MapViewNameTakenError(NetmapError):
    """Another view of the map has this name; nothing was written."""

    code = "map_view.name_taken"
    cause = Text(
        de="Eine Ansicht namens „{name}“ gibt es schon.", en='There is a view "{name}" already.'
    )
    remedy = Text(
        de="Einen anderen Namen wählen, oder jene Ansicht öffnen und ändern.",
        en="Choose another name, or open that view and change it.",
    )


@dataclass(frozen=True, slots=True)
class WantedView:
    """What somebody wants to keep.

    Attributes:
        parameters: What is shown, as an address of the map says it; ``as_of`` may be among it.
        places: Where marks stand that somebody moved, by the ids of the actors.
    """

    name: str
    parameters: Sequence[tuple[str, str]]
    places: Mapping[str, Place]


class ViewName(NamedTuple):
    """What a view is called."""

    id: str
    name: str


class MapViewService:
    """Keeps views of the map with their network."""

    def __init__(self, networks: NetworkService, records: RecordService) -> None:
        """Read with ``networks``, write with ``records``."""
        self._networks = networks
        self._records = records

    def names(self, principal: Principal, network_id: str) -> list[ViewName]:
        """What the views of a network are called, by name.

        Views may have thousands of places: a page that only links to them reads none of these.
        """
        return _names(self._networks.at(principal, network_id))

    def all(self, principal: Principal, network_id: str) -> list[MapView]:
        """The views of a network, by name."""
        found = self._networks.at(principal, network_id).records(Kind.MAP_VIEW)
        views = cast("Iterator[MapView]", found)
        return sorted(views, key=_by_name)

    def view(self, principal: Principal, network_id: str, named: str) -> MapView:
        """The view of this id, or else of this name.

        Raises:
            MapViewNotFoundError: There is none.
        """
        network = self._networks.at(principal, network_id)
        names = _names(network)
        found = next((each for each in names if each.id == named), None) or _named(names, named)
        if found is None:
            raise MapViewNotFoundError(view=named[:LONGEST_NAME])
        table = network.map_views
        return cast(MapView, table.record(list(table.columns["id"]).index(found.id)))

    def add(
        self, principal: Principal, network_id: str, wanted: WantedView
    ) -> tuple[MapView, LogEntry]:
        """Keep a new view.

        Raises:
            MapViewInvalidError: It has no name, or too much of something.
            MapViewNameTakenError: Another view has this name.
            ConflictError: Somebody else has just kept one of this name.
        """
        network = self._networks.at(principal, network_id)
        name = self._free_name(principal, network_id, wanted.name)
        view_id = self._fresh_id(principal, network, name)
        return self._put(principal, network_id, MapView(id=view_id, name=name), wanted)

    def replace(
        self, principal: Principal, network_id: str, view_id: str, version: int, wanted: WantedView
    ) -> tuple[MapView, LogEntry]:
        """Let a view show something else; its name stays.

        Places of actors that the map of its date does not show stay as they were.

        Raises:
            MapViewNotFoundError: There is no such view any more.
            ConflictError: Somebody else has changed it since ``version``.
        """
        stored = self.view(principal, network_id, view_id)
        return self._put(
            principal, network_id, stored.model_copy(update={"version": version}), wanted
        )

    def rename(
        self, principal: Principal, network_id: str, view_id: str, version: int, name: str
    ) -> LogEntry:
        """Give a view another name; its address stays.

        Raises:
            MapViewNotFoundError: There is no such view any more.
            MapViewInvalidError: The name is empty or too long.
            MapViewNameTakenError: Another view has this name.
            ConflictError: Somebody else has changed it since ``version``.
        """
        stored = self.view(principal, network_id, view_id)
        free = self._free_name(principal, network_id, name, but=stored.id)
        changed = stored.model_copy(update={"name": free, "version": version})
        return self._records.apply(principal, network_id, [Put(record=changed)])

    def remove(self, principal: Principal, network_id: str, view_id: str, version: int) -> LogEntry:
        """Remove a view.

        Raises:
            ConflictError: Somebody else has changed it since ``version``, or removed it.
        """
        change = Delete(record_id=view_id, version=max(1, version))
        return self._records.apply(principal, network_id, [change])

    def _put(
        self, principal: Principal, network_id: str, before: MapView, wanted: WantedView
    ) -> tuple[MapView, LogEntry]:
        dates = [value for name, value in wanted.parameters if name == "as_of" and value]
        as_of = period(dates[-1]) if dates else None
        network = self._networks.at(principal, network_id, as_of)
        view = before.model_copy(update={"query": _query(network, wanted, dates[-1:])})
        places = {each: place for each, place in wanted.places.items() if _is_there(network, each)}
        if len(places) > MOST_PLACES:
            raise MapViewInvalidError(problem=_TOO_MANY_PLACES.format(most=MOST_PLACES))
        ours, theirs = choice_of(view), choice_of(before)
        if (ours.arrangement, ours.still) == (theirs.arrangement, theirs.still):
            unseen = {
                each.actor_id: (each.x, each.y)
                for each in before.places
                if not _is_there(network, each.actor_id)
            }
            if len(unseen) + len(places) <= MOST_PLACES:
                places = unseen | places
        pinned = tuple(
            PinnedPlace(actor_id=each, x=x, y=y) for each, (x, y) in sorted(places.items())
        )
        view = view.model_copy(update={"places": pinned})
        return view, self._records.apply(principal, network_id, [Put(record=view)])

    def _free_name(
        self, principal: Principal, network_id: str, wanted: str, *, but: str = ""
    ) -> str:
        name = " ".join(wanted.split())
        if not name.isprintable() or not 0 < len(name) <= LONGEST_NAME:
            raise MapViewInvalidError(problem=_NAME.format(most=LONGEST_NAME))
        others = [each for each in self.names(principal, network_id) if each.id != but]
        found = _named(others, name)
        if found is not None:
            raise MapViewNameTakenError(name=name, view_id=found.id)
        return name

    def _fresh_id(self, principal: Principal, network: Network, name: str) -> str:
        """An id that stands in addresses: readable, unless the name may be that of a person."""
        persons = network.person_mask
        parts = {
            part
            for label, is_person in zip(network.labels, persons.tolist(), strict=True)
            if is_person
            for part in slug(label).split("-")
            if len(part) >= _NAME_PART
        }
        named = not parts.isdisjoint(slug(name).split("-"))
        made = tie_id(Kind.MAP_VIEW, folded(name)) if named else made_id(Kind.MAP_VIEW, name)
        free, number = made, 1
        while self._is_taken(principal, network.id, free):
            number += 1
            free = f"{made}-{number}"
        return free

    def _is_taken(self, principal: Principal, network_id: str, record_id: str) -> bool:
        try:
            self._records.record(principal, network_id, record_id)
        except RecordNotFoundError:
            return False
        return True


_NAME = Text(
    de="Der Name hat zwischen 1 und {most} Zeichen.",
    en="a name has between 1 and {most} characters.",
)
_TOO_MANY_PLACES = Text(
    de="Höchstens {most} Zeichen können einen eigenen Platz haben.",
    en="at most {most} marks can have a place of their own.",
)
_TOO_MANY_OPENED = Text(
    de="Höchstens {most} Akteure können aufgeklappt sein.",
    en="at most {most} actors can be unfolded.",
)


def _names(network: Network) -> list[ViewName]:
    columns = network.map_views.columns
    return sorted(map(ViewName, columns["id"], columns["name"]), key=_by_name)


def _by_name(view: MapView | ViewName) -> tuple[str, str]:
    return folded(view.name), view.id


def _named(views: Sequence[ViewName], name: str) -> ViewName | None:
    return next((each for each in views if folded(each.name) == folded(name)), None)


def _is_there(network: Network, actor_id: str) -> bool:
    return actor_id in network.actor_index


def _query(network: Network, wanted: WantedView, date: Sequence[str]) -> tuple[ViewParameter, ...]:
    """What is shown, without what an address names that is not there."""
    choice = map_choice(wanted.parameters)
    opened = frozenset(each for each in choice.opened if _is_there(network, each))
    if len(opened) > _MOST_OPENED:
        raise MapViewInvalidError(problem=_TOO_MANY_OPENED.format(most=_MOST_OPENED))
    known = replace(
        choice,
        opened=opened,
        focus=choice.focus if _is_there(network, choice.focus) else "",
        topic=choice.topic if choice.topic in network.topic_index else "",
    )
    said = [*parameters_of(known), *(("as_of", each) for each in date)]
    return tuple(ViewParameter(name=MapParameter(name), value=value) for name, value in said)
