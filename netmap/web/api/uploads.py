"""An uploaded file on its way to an import: kept in a private folder for as long as it is read."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory

from starlette.datastructures import UploadFile

_ODD = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff<>:"/\\|?*]+')
_LONGEST_NAME = 120
_NAMELESS = "upload"


def plain_name(given: str | None) -> str:
    r"""The name of a file alone, such as every system can keep it.

    >>> plain_name("C:\\Listen\\Mitglieder 2024.xlsx"), plain_name("../../etc/passwd")
    ('Mitglieder 2024.xlsx', 'passwd')
    >>> plain_name(".."), plain_name(None), plain_name("a\nb<c>.csv")
    ('upload', 'upload', 'a b c .csv')
    """
    last = PurePosixPath(PureWindowsPath(given or "").name).name
    name = _ODD.sub(" ", last).strip(" .")
    if len(name) > _LONGEST_NAME:
        suffix = PurePosixPath(name).suffix[:10]
        name = name[: _LONGEST_NAME - len(suffix)] + suffix
    return name or _NAMELESS


@contextmanager
def kept(upload: UploadFile) -> Iterator[Path]:
    """The upload as a file of its own name, removed afterwards whatever happens."""
    # The folder is readable by its owner alone.
    with TemporaryDirectory(prefix="netmap-import-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / plain_name(upload.filename)
        upload.file.seek(0)
        with file.open("xb") as stream:
            shutil.copyfileobj(upload.file, stream)
        yield file
