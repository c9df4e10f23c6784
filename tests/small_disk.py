"""A disk of a few megabytes that a test can fill up."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from netmap.errors import NetmapError
from netmap.store.errors import StoreFullError, StoreUnavailableError


class SmallDisk:
    """A folder in which there is little room.

    Attributes:
        folder: Where to write.
        error: What a store raises when there is no room left.
    """

    def __init__(self, folder: Path, error: type[NetmapError]) -> None:
        """Lie at ``folder``."""
        self.folder = folder
        self.error = error

    @contextmanager
    def full(self, *, but: int = 0) -> Iterator[None]:
        """Leave no more than ``but`` bytes."""
        ballast = self.folder / "ballast"
        free = os.statvfs(self.folder)
        with ballast.open("wb") as stream:
            os.posix_fallocate(stream.fileno(), 0, free.f_bavail * free.f_frsize - but)
        try:
            yield
        finally:
            ballast.unlink()


class LimitedFiles(SmallDisk):
    """Where no disk can be mounted: no file of this process may grow."""

    def __init__(self, folder: Path) -> None:
        """Lie at ``folder``."""
        super().__init__(folder, StoreUnavailableError)

    @contextmanager
    def full(self, *, but: int = 0) -> Iterator[None]:
        """Let nobody write beyond the first ``but`` bytes of a file."""
        import resource  # noqa: PLC0415 -- POSIX only

        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (but, before[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def small_disk(folder: Path, *, megabytes: int) -> Iterator[SmallDisk]:
    """A file system of its own where this machine lets us mount one, else limited files."""
    if sys.platform != "linux" or not _mounted(folder, megabytes):
        yield LimitedFiles(folder)
        return
    try:
        yield SmallDisk(folder, StoreFullError)
    finally:
        subprocess.run(["umount", folder], check=True)


def _mounted(folder: Path, megabytes: int) -> bool:
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    return (
        os.geteuid() == 0
        and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    )
