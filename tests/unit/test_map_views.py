"""A view of the map holds bounded numbers and known words alone."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from netmap.map_views import MOST_PLACES, MapView


@pytest.mark.parametrize(
    "fields",
    [
        {"name": " "},
        {"query": [{"name": "script", "value": "x"}]},
        {"places": [{"actor_id": "ada", "x": "left", "y": 0}]},
        {"places": [{"actor_id": "ada", "x": float("nan"), "y": 0}]},
        {"places": [{"actor_id": "ada", "x": 0, "y": 1e9}]},
        {"places": [{"actor_id": "ada", "x": 0, "y": 0}] * (MOST_PLACES + 1)},
    ],
)
def test_what_no_map_could_show_is_refused(fields: dict[str, Any]) -> None:
    """Programs store views as well, and a page has to draw what they stored."""
    with pytest.raises(ValidationError):
        MapView.model_validate({"id": "view", "name": "Steering", **fields})


def test_it_refers_to_no_record() -> None:
    """So nobody is kept from removing an actor whose mark somebody moved."""
    assert MapView.REFERENCES == {}
