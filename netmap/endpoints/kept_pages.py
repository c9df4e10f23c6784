"""Pages of an endpoint, kept on disk until they are imported, so that a broken fetch goes on."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import stat
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

_NAME = re.compile(r"pages-[0-9a-f]{32}")
MAX_AGE_SECONDS = 86_400.0
"""Pages older than a day are asked for again, and removed: they hold names of persons."""


@dataclass(frozen=True, slots=True)
class KeptPages:
    """The pages of one endpoint in a folder of their own, which nobody else may read.

    A page that cannot be kept is no fault: it is asked for again.
    """

    folder: Path

    @classmethod
    def of(cls, cache: Path, url: str) -> KeptPages:
        """The pages of the endpoint at ``url``; those of all endpoints that are too old go."""
        with suppress(OSError):
            for folder in cache.iterdir():
                # Whatever else lies in a folder that somebody chose is not ours.
                is_ours = _NAME.fullmatch(folder.name) and not folder.is_symlink()
                if is_ours and folder.is_dir() and _age(folder) > MAX_AGE_SECONDS:
                    shutil.rmtree(folder, ignore_errors=True)
        return cls(cache / f"pages-{_digest(url)}")

    def read(self, url: str) -> bytes | None:
        """The page at ``url``, unless it is too old or somebody else may have put it there."""
        file = self._file(url)
        try:
            if not _is_private(self.folder) or _age(file) > MAX_AGE_SECONDS:
                return None
            return file.read_bytes() or None
        except OSError:
            return None

    def keep(self, url: str, content: bytes) -> None:
        """Keep a page, whole or not at all."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not _is_private(self.folder):
                return
            file = self._file(url)
            beside = file.with_suffix(f".{token_hex(4)}")
            # From the first byte on for its owner alone: it holds names of persons.
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with os.fdopen(descriptor, "wb") as stream:
                    stream.write(content)
                beside.replace(file)
            except OSError:
                beside.unlink(missing_ok=True)
                raise

    def remove(self) -> None:
        """Remove all pages of this endpoint."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _file(self, url: str) -> Path:
        return self.folder / f"{_digest(url)}.json"


def _is_private(folder: Path) -> bool:
    """Whether a folder is one that we made: in a cache that others can write to, they may have."""
    found = folder.lstat()
    owner = getattr(os, "getuid", None)
    if not stat.S_ISDIR(found.st_mode) or owner is None:
        return stat.S_ISDIR(found.st_mode)
    return found.st_uid == owner() and not stat.S_IMODE(found.st_mode) & 0o077


def _digest(url: str) -> str:
    return hashlib.sha256(url.encode()).hexdigest()[:32]


def _age(path: Path) -> float:
    return time.time() - path.stat().st_mtime
