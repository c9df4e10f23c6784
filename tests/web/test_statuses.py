from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator

import netmap
from netmap.errors import NetmapError
from netmap.web.errors import FAMILIES, STATUS, TITLES, chosen_status


def _descendants(error: type[NetmapError]) -> Iterator[type[NetmapError]]:
    for each in error.__subclasses__():
        yield each
        yield from _descendants(each)


def test_every_error_has_a_status_that_somebody_chose() -> None:
    """No error reaches a program as a fault of the server only because nobody thought of it."""
    for module in pkgutil.walk_packages(netmap.__path__, "netmap."):
        if module.name != "netmap.__main__":
            importlib.import_module(module.name)
    codes = {
        each.code
        for each in _descendants(NetmapError)
        if each.__module__.startswith("netmap.") and "cause" in vars(each)
    }
    assert {code for code in codes if chosen_status(code) is None} == set()
    assert STATUS.keys() - codes == set(), "a status for an error that there is not"


def test_every_status_has_a_title() -> None:
    """What a problem is called is said in both languages."""
    assert {*STATUS.values(), *FAMILIES.values()} - TITLES.keys() == set()
