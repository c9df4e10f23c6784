from __future__ import annotations

import importlib
import pkgutil

import netmap
from netmap.errors import NetmapError
from netmap.web.errors import STATUS, TITLES


def _all_errors() -> set[type[NetmapError]]:
    for module in pkgutil.walk_packages(netmap.__path__, "netmap."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found, waiting = set(), [NetmapError]
    while waiting:
        for each in waiting.pop().__subclasses__():
            found.add(each)
            waiting.append(each)
    return found


def test_every_status_belongs_to_an_error() -> None:
    """The table holds no code that no error has."""
    assert set(STATUS) <= {each.code for each in _all_errors()}


def test_codes_are_unique() -> None:
    """Programs go by the code, so no two errors share one."""
    errors = _all_errors()
    assert len({each.code for each in errors}) == len(errors)


def test_every_status_has_a_title() -> None:
    """Whatever status answers, it has words in both languages."""
    assert set(STATUS.values()) <= set(TITLES)
    assert all(title.de and title.en for title in TITLES.values())
