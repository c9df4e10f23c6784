"""Where the folders lie that netmap ships beside its code: queries, examples, guide."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The folder ``name`` of the installed package, else the one at the root of a checkout.

    Args:
        name: ``queries``, ``examples`` or ``docs/guide``; the build puts them into the package.

    Raises:
        FileNotFoundError: There is neither; the installation is incomplete.

    >>> folder("netmap-lacks-this")
    Traceback (most recent call last):
        ...
    FileNotFoundError: netmap's folder "netmap-lacks-this" is missing; install netmap again
    """
    installed = _PACKAGE / name
    if installed.is_dir():
        return installed
    # Beside an installed package lie those of strangers, so only a checkout counts.
    root = _PACKAGE.parent
    if (root / "pyproject.toml").is_file() and (root / name).is_dir():
        return root / name
    raise FileNotFoundError(f'netmap\'s folder "{name}" is missing; install netmap again')
