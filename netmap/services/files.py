"""Writing a file for people: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from secrets import token_hex

from netmap.disk import sync_folder
from netmap.errors import NetmapError
from netmap.language import Text
from netmap.system_errors import what_failed


class FileWriteError(NetmapError):
    """A file could not be written; one that was there before is unchanged."""

    code = "file.not_written"
    cause = Text(
        de="Die Datei {file} konnte nicht geschrieben werden: {problem}",
        en="The file {file} could not be written: {problem}",
    )
    remedy = Text(
        de="Ordner, Rechte und freien Platz prüfen oder einen anderen Namen wählen.",
        en="Check the folder, permissions and free space, or choose another name.",
    )


class FileExistsAlreadyError(NetmapError):
    """A file of this name is there and was not to be replaced."""

    code = "file.exists"
    cause = Text(de="Die Datei {file} gibt es bereits.", en="The file {file} already exists.")
    remedy = Text(
        de="Einen anderen Namen wählen oder mit --force ersetzen.",
        en="Choose another name, or replace it with --force.",
    )


def write_whole(file: Path, content: bytes, *, replace: bool) -> None:
    """Write beside the target and move into place, so that nobody ever sees half a file.

    Raises:
        FileExistsAlreadyError: The file is there and ``replace`` is false.
        FileWriteError: The folder is missing or locked, or the disk is full.
    """
    require_free(file, replace=replace)
    # Not a temporary file of the system's: those nobody else could read on a shared drive.
    beside = file.with_name(f".{file.name}.{token_hex(4)}")
    try:
        with beside.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(file)
        sync_folder(file.parent)
    except OSError as error:
        raise FileWriteError(file=file, problem=what_failed(error)) from error
    finally:
        beside.unlink(missing_ok=True)


def require_free(file: Path, *, replace: bool) -> None:
    """See that a file may be written under this name.

    Raises:
        FileExistsAlreadyError: The file is there and ``replace`` is false.
        FileWriteError: The name is too long, or the folder is locked.
    """
    try:
        is_there = file.exists()
    except OSError as error:
        raise FileWriteError(file=file, problem=error.strerror or str(error)) from error
    if is_there and not replace:
        raise FileExistsAlreadyError(file=file)
