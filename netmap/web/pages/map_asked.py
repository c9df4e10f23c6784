"""What an address of the map asks for: a view that was kept, or a choice of its own."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import Request

from netmap.dates import Period, period
from netmap.map_views import MapView
from netmap.principal import Principal
from netmap.views.map_addresses import parameters_of
from netmap.views.map_choice import MapChoice, map_choice
from netmap.views.map_opened import OpenedView, date_of
from netmap.web.context import Context


@dataclass(frozen=True, slots=True)
class AskedMap:
    """What is asked for.

    Attributes:
        as_of: The date; today where ``None``.
        date: The same as it stands in addresses, empty for today.
        opened: The view that is open: as it is, or its places alone under another choice.
    """

    choice: MapChoice
    as_of: Period | None
    date: str
    opened: OpenedView | None

    @property
    def view(self) -> MapView | None:
        """The view whose places count."""
        return None if self.opened is None else self.opened.view

    @property
    def query(self) -> str:
        """All that is shown, as an address without a view says it."""
        date = [("as_of", self.date)] if self.date else []
        return urlencode([*date, *parameters_of(self.choice)])


def asked_map(
    request: Request, context: Context, principal: Principal, network_id: str, as_of: Period | None
) -> AskedMap:
    """What an address asks for.

    With ``view`` it is that view, at its date unless the address names one, or none on purpose;
    with ``places`` the address chooses, and marks stand where that view has them.

    Raises:
        MapViewNotFoundError: There is no such view.
    """
    asked = request.query_params
    date = asked.get("as_of", "").strip()
    named, placed = asked.get("view", "").strip(), asked.get("places", "").strip()
    if not named and not placed:
        return AskedMap(map_choice(asked.multi_items()), as_of, date, None)
    view = context.use_cases.map_views.view(principal, network_id, named or placed)
    opened = OpenedView(view, is_exact=bool(named))
    if not named:
        return AskedMap(map_choice(asked.multi_items()), as_of, date, opened)
    if "as_of" not in asked:
        date = date_of(view)
        as_of = period(date) if date else None
    return AskedMap(opened.choice, as_of, date, opened)
