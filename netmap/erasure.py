"""What remains of a person that is erased: the function and the seats, never the name."""

from __future__ import annotations

from typing import cast

from netmap.changes import references
from netmap.map_views import MapView
from netmap.model import Person
from netmap.values import Record

ERASED_FUNCTION = "–"
"""Stands where an erased person had no function."""


def erased(record: Record, *, person_id: str, new_id: str) -> Record:
    """The record as it may remain once the person is erased.

    The person itself keeps function, organisation, sector and dates; its name, identifiers,
    source and open attributes go, and so does its id, which may hold the name. Any other record
    keeps everything but the old id. A record that does not concern the person comes back as is.
    """
    if record.id == person_id and isinstance(record, Person):
        return Person(
            id=new_id,
            version=record.version,
            function=record.function or ERASED_FUNCTION,
            organization_id=record.organization_id,
            sector=record.sector,
            asked=record.asked,
            start_date=record.start_date,
            end_date=record.end_date,
        )
    if isinstance(record, MapView):
        return _view_without(record, person_id, new_id)
    changed: dict[str, object] = {}
    for field in {field for field, target, _ in references(record) if target == person_id}:
        value = getattr(record, field)
        changed[field] = (
            new_id
            if isinstance(value, str)
            else tuple(
                new_id if each == person_id else each for each in cast(tuple[str, ...], value)
            )
        )
    return record.model_copy(update=changed) if changed else record


def _view_without(view: MapView, person_id: str, new_id: str) -> MapView:
    """A view in which the function keeps the place of the person: it refers by ids of its own."""
    query = tuple(
        each.model_copy(update={"value": new_id})
        if each.name.holds_actors and each.value == person_id
        else each
        for each in view.query
    )
    places = tuple(
        each.model_copy(update={"actor_id": new_id}) if each.actor_id == person_id else each
        for each in view.places
    )
    if (query, places) == (view.query, view.places):
        return view
    return view.model_copy(update={"query": query, "places": places})
