"""What the operating system refuses, in the words of the interface and not of the system."""

from __future__ import annotations

import errno

from netmap.language import Text, same

_WORDS = {
    errno.ENOENT: Text(
        de="Die Datei oder ihren Ordner gibt es nicht.",
        en="the file or its folder does not exist.",
    ),
    errno.ENOTDIR: Text(
        de="Ein Teil des Pfads ist kein Ordner.", en="a part of the path is no folder."
    ),
    errno.EISDIR: Text(de="Dort liegt ein Ordner.", en="there is a folder."),
    errno.EACCES: Text(
        de="Die Rechte fehlen, oder ein anderes Programm hält die Datei fest.",
        en="the rights are missing, or another program holds the file.",
    ),
    errno.EPERM: Text(de="Die Rechte fehlen.", en="the rights are missing."),
    errno.EROFS: Text(
        de="Der Datenträger ist schreibgeschützt.", en="the disk can only be read from."
    ),
    errno.ENOSPC: Text(de="Der Datenträger ist voll.", en="the disk is full."),
    errno.ENAMETOOLONG: Text(de="Der Name ist zu lang.", en="the name is too long."),
    errno.EIO: Text(de="Der Datenträger meldet einen Fehler.", en="the disk reports an error."),
}


def what_failed(error: OSError) -> Text:
    """Why the system refused, as a sentence; in the system's own words where it is rare.

    >>> what_failed(FileNotFoundError(errno.ENOENT, "No such file or directory")).en
    'the file or its folder does not exist.'
    >>> what_failed(OSError("odd")).de
    'odd'
    """
    return _WORDS.get(error.errno or 0) or same(error.strerror or str(error))
