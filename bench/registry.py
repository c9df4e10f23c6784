"""The suites that there are: every module of `bench.suites`."""

from __future__ import annotations

import importlib
import pkgutil
from typing import cast

from bench import suites
from bench.protocol import Benchmark, Suite


def suite_names(containing: str = "") -> list[str]:
    """Names of the suites in whose names a text stands, ascending."""
    names = sorted(module.name for module in pkgutil.iter_modules(suites.__path__))
    return [name for name in names if containing in name]


def suite(name: str) -> Suite:
    """One suite by name."""
    return cast(Suite, importlib.import_module(f"{suites.__name__}.{name}"))


def benchmark(suite_name: str, name: str) -> Benchmark:
    """One benchmark of a suite."""
    return next(each for each in suite(suite_name).BENCHMARKS if each.name == name)
