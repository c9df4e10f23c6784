"""Says whether everything that netmap installs or brings along has a permissive licence.

python -m scripts.check_licences    exit 1 and one line a problem where not
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Protocol

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements.txt"
VENDOR = ROOT / "netmap" / "web" / "static" / "vendor"

PERMISSIVE = {
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MPL-2.0",
    "PSF-2.0",
    "Python-2.0",
    "Zlib",
}
# Assets are passed on unchanged with their notices, which these two ask for.
ASSETS_ONLY = {"EUPL-1.2", "OFL-1.1"}

# How packages without an SPDX expression say the same.
_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
_PLAIN_NAMES = {"Apache 2.0": "Apache-2.0", "BSD": "BSD-3-Clause", "PSFL": "PSF-2.0"}
_NOTICE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


class Metadata(Protocol):
    """What is read of a distribution's metadata."""

    def get_all(self, name: str, /) -> list[str] | None:
        """All values of a field."""


def runtime_distributions(lock: str) -> list[str]:
    """Names in a lock file that apply to this machine."""
    entries = re.findall(r"^(?=\w)(.+?)(?: \\)?$", lock, flags=re.MULTILINE)
    requirements = [Requirement(entry) for entry in entries]
    return [each.name for each in requirements if not each.marker or each.marker.evaluate()]


def licence_of(metadata: Metadata) -> str:
    """Licence as an SPDX expression where known, else in the words of the package."""
    if expression := metadata.get_all("License-Expression"):
        return expression[0]
    classifiers = [
        name.rpartition(" :: ")[2]
        for name in metadata.get_all("Classifier") or []
        if name.startswith("License :: ") and name != "License :: OSI Approved"
    ]
    if classifiers:
        return " AND ".join(_CLASSIFIERS.get(name, name) for name in classifiers)
    stated = (metadata.get_all("License") or [""])[0].strip()
    return _PLAIN_NAMES.get(stated, stated) or "not stated"


def is_permissive(expression: str, allowed: set[str] = PERMISSIVE) -> bool:
    """Whether one may take the work under allowed licences alone.

    Expressions with parentheses or exceptions are not taken apart: a person looks at those.

    >>> is_permissive("MIT OR GPL-3.0-only"), is_permissive("MIT AND GPL-3.0-only")
    (True, False)
    """
    try:
        canonical = canonicalize_license_expression(expression)
    except InvalidLicenseExpression:
        return False
    return any(set(choice.split(" AND ")) <= allowed for choice in canonical.split(" OR "))


def problems_of_distributions(names: list[str]) -> Iterator[str]:
    """One line for each distribution that is missing or not permissive."""
    for name in names:
        try:
            metadata = distribution(name).metadata
        except PackageNotFoundError:
            yield f"{name}: in requirements.txt, but not installed; run make install"
            continue
        licence = licence_of(metadata)
        if not is_permissive(licence):
            yield f"{name}: licence {licence!r} is not among {', '.join(sorted(PERMISSIVE))}"


def problems_of_assets(vendor: Path) -> Iterator[str]:
    """One line for each vendored folder without a notice or with a licence of another kind."""
    versions = vendor / "versions.json"
    if not versions.is_file():
        yield f"{versions}: missing; it says under which licence each asset came"
        return
    stated = {
        entry["folder"]: entry["licence"] for entry in json.loads(versions.read_text("utf-8"))
    }
    present = {path.name for path in vendor.iterdir() if path.is_dir()}
    for folder in sorted(present | stated.keys()):
        notices = [
            path
            for path in vendor.joinpath(folder).glob("*")
            if _NOTICE.match(path.name) and path.stat().st_size
        ]
        if not notices:
            yield f"{vendor / folder}: no licence notice beside the assets"
        if folder not in stated:
            yield f"{vendor / folder}: not listed in versions.json"
        elif not is_permissive(stated[folder], PERMISSIVE | ASSETS_ONLY):
            yield f"{vendor / folder}: licence {stated[folder]!r} is not one that we pass on"


def main() -> int:
    """Print the problems; 1 when there are any."""
    names = runtime_distributions(LOCK.read_text("utf-8"))
    problems = [*problems_of_distributions(names), *problems_of_assets(VENDOR)]
    for problem in problems:
        print(problem, file=sys.stderr)
    if not problems:
        print(f"{len(names)} distributions and all vendored assets have permissive licences.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
