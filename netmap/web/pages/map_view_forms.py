"""Forms of views of the map: what was sent, and what stands in their hidden fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.datastructures import FormData

from netmap.language import Text
from netmap.map_views import FARTHEST, MOST_PLACES
from netmap.services.map_views import MapViewInvalidError, Place, WantedView
from netmap.web.pages.forms import text_of

_MOST_PARAMETERS = 2_000
_PLACES = Text(
    de="Die Plätze kamen unlesbar an.",
    en="the places did not arrive in a form that can be read.",
)


def wanted_view(form: FormData) -> WantedView:
    """The view that a form asks to keep.

    Raises:
        MapViewInvalidError: Its places are none.
    """
    try:
        parameters = parse_qsl(text_of(form, "query"), max_num_fields=_MOST_PARAMETERS)
    except ValueError:
        parameters = []
    return WantedView(text_of(form, "name"), parameters, _places(text_of(form, "places")))


def places_text(places: Mapping[str, Place]) -> str:
    """Places as a hidden field holds them."""
    return json.dumps(dict(places), ensure_ascii=False, separators=(",", ":")) if places else ""


def version_of(form: FormData) -> int:
    """The version that somebody saw, 0 where the field holds none."""
    text = text_of(form, "version")
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 16 else 0


def _places(text: str) -> dict[str, Place]:
    try:
        sent = json.loads(text) if text else {}
        found = {str(actor_id): (float(x), float(y)) for actor_id, (x, y) in sent.items()}
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise MapViewInvalidError(problem=_PLACES) from error
    # NaN is not within any bound.
    if len(found) > MOST_PLACES * 2 or not all(
        abs(x) <= FARTHEST and abs(y) <= FARTHEST for x, y in found.values()
    ):
        raise MapViewInvalidError(problem=_PLACES)
    return found
